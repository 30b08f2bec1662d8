import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ViewerService } from '@knotenpunkt/identity/api';
import { viewFromAddress } from '@knotenpunkt/network/domain';
import { RegionService } from '@knotenpunkt/regions/api';
import type { Request, Response } from 'express';
import { TakeService } from './take.service';

/** Taken along, never shown in the page's place, and kept by nobody on the way. */
const TO_TAKE_ALONG = {
  'cache-control': 'private, no-store',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
};

/**
 * `/daten/mitnehmen/harkenrode.pdf?arten=company&sprache=de&blatt=a3`: what a view shows, as a PDF. The rest of the search part is that of
 * the page; what is in the file is what the session may see, places and notes of a kept view (`sicht`) too.
 */
@Controller('daten/mitnehmen')
export class TakeController {
  constructor(
    private readonly take: TakeService,
    private readonly regions: RegionService,
    private readonly viewers: ViewerService,
  ) {}

  @Get(':file')
  async pdf(
    @Param('file') file: string,
    @Query() { sprache, blatt, sicht }: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const refused = (status: number, code: string) =>
      void response
        .status(status)
        .set({ 'cache-control': 'no-store', ...(status === 503 ? { 'retry-after': '5' } : {}) })
        .json({ code });
    const region = (await this.regions.all()).find(({ slug }) => file === `${slug}.pdf`);
    if (!region) return refused(404, 'NOT_FOUND');
    const language = sprache === 'de' || sprache === 'en' ? sprache : region.language;
    const viewer = await this.viewers.viewerIn(region, request.headers);
    const keptId = typeof sicht === 'string' ? sicht : null;
    const view = viewFromAddress(new URL(request.url, 'http://here').searchParams);
    try {
      const written = await this.take.pdf(region, viewer, view, { language, paper: blatt === 'a3' ? 'A3' : 'A4', keptId });
      if (!written.ok) return refused(503, written.refusal.code);
      const { name, bytes } = written.value;
      response.set({ ...TO_TAKE_ALONG, 'content-disposition': `attachment; filename="${name}"` });
      response.type('application/pdf').send(Buffer.from(bytes));
    } catch (error) {
      if ((error as Error).name !== 'GraphUnavailable') throw error;
      refused(503, 'GRAPH_UNAVAILABLE');
    }
  }
}
