import { Controller, Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { OutlinesService } from './outlines.service';
import { RegionService } from './region.service';

/** `/daten/umrisse/<region>/<version>.json`: the outlines of a region. One address, one content; everybody may keep it for ever. */
@Controller('daten/umrisse/:region')
export class OutlinesController {
  constructor(
    private readonly regions: RegionService,
    private readonly outlines: OutlinesService,
  ) {}

  @Get(':file')
  async file(@Param('region') slug: string, @Param('file') named: string, @Res() response: Response): Promise<void> {
    const region = (await this.regions.all()).find((each) => each.slug === slug);
    const [, version] = /^([0-9a-f]{16})\.json$/.exec(named) ?? [];
    const content = region && version ? await this.outlines.content(region, version) : null;
    if (content !== null) {
      const lasting = { 'cache-control': 'public, max-age=31536000, immutable', etag: `"${version}"` };
      return void response.set(lasting).type('application/json').send(content);
    }
    // Outlines that have passed lead to those there are now.
    const newest = region && version ? await this.outlines.addressOf(region) : null;
    if (newest !== null && !newest.endsWith(named)) return response.set('cache-control', 'no-store').redirect(307, newest);
    response.status(404).set('cache-control', 'no-store').json({ code: 'NOT_FOUND' });
  }
}
