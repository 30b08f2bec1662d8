import { createHash } from 'node:crypto';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { EMBED_STYLE } from '@knotenpunkt/network/domain';
import type { Response } from 'express';
import { EmbedService } from './embed.service';

const style = createHash('sha256').update(EMBED_STYLE).digest('base64');

/** Only this page may stand in others, and it can do nothing there: no script, nothing fetched, no cookie asked for or set. */
const FOR_FOREIGN_PAGES = {
  'content-security-policy': `default-src 'none'; style-src 'sha256-${style}'; base-uri 'none'; form-action 'none'; frame-ancestors *`,
  'cross-origin-resource-policy': 'cross-origin',
};

/** `/einbetten/<id>`: a view that is shared, as a page of its own to stand in the page of somebody else. `?sprache=en` in English. */
@Controller('einbetten')
export class EmbedController {
  constructor(private readonly embedded: EmbedService) {}

  @Get(':id')
  async page(@Param('id') id: string, @Query('sprache') language: unknown, @Res() response: Response): Promise<void> {
    try {
      const page = await this.embedded.page(id.toLowerCase(), language === 'de' || language === 'en' ? language : null);
      if (page === null) {
        response.status(404).set('cache-control', 'no-store').json({ code: 'NOT_FOUND' });
        return;
      }
      response.removeHeader('x-frame-options');
      response
        .set({ ...FOR_FOREIGN_PAGES, 'cache-control': 'public, max-age=300' })
        .type('html')
        .send(page);
    } catch (error) {
      if ((error as Error).name !== 'GraphUnavailable') throw error;
      response.status(503).set({ 'cache-control': 'no-store', 'retry-after': '5' }).json({ code: 'GRAPH_UNAVAILABLE' });
    }
  }
}
