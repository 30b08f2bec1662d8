import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ViewerService } from '@knotenpunkt/identity/api';
import { passes } from '@knotenpunkt/identity/domain';
import { readPeriod } from '@knotenpunkt/kernel';
import { RegionService } from '@knotenpunkt/regions/api';
import type { Request, Response } from 'express';
import { REPORT_FORMATS, ReportService } from './report.service';

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

/** Taken along, never shown in the page's place, and kept by nobody on the way. */
const TO_TAKE_ALONG = {
  'cache-control': 'private, no-store',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
};

/**
 * `/daten/bericht/harkenrode.docx?zeitraum=2026-07-01..2026-11-27&sprache=de`: the report for a committee as a file, for the
 * coordination of that region. Without a period it reaches from the last quarter until today.
 */
@Controller('daten/bericht')
export class ReportController {
  constructor(
    private readonly reports: ReportService,
    private readonly regions: RegionService,
    private readonly viewers: ViewerService,
  ) {}

  @Get(':file')
  async file(
    @Param('file') file: string,
    @Query() asked: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const refused = (status: number, code: string) => void response.status(status).set('cache-control', 'no-store').json({ code });
    const format = REPORT_FORMATS.find((each) => file.endsWith(`.${each}`));
    const region = format && (await this.regions.all()).find(({ slug }) => file === `${slug}.${format}`);
    if (!format || !region) return refused(404, 'NOT_FOUND');
    const viewer = await this.viewers.viewerIn(region, request.headers);
    if (viewer.personId === null) return refused(401, 'UNAUTHENTICATED');
    if (!passes(viewer, 'COORDINATOR')) return refused(403, 'NOT_PERMITTED');
    const { zeitraum, sprache } = asked;
    const period = typeof zeitraum === 'string' ? readPeriod(zeitraum) : null;
    if (zeitraum !== undefined && period === null) return refused(422, 'PERIOD_ORDER');
    const language = sprache === 'de' || sprache === 'en' ? sprache : region.language;
    const written = await this.reports.file(viewer, region, format, { period, language });
    if (!written.ok) return refused(422, written.refusal.code);
    response.set({ ...TO_TAKE_ALONG, 'content-disposition': `attachment; filename="bericht-${region.slug}.${format}"` });
    response.type(TYPES[format]).send(Buffer.from(written.value));
  }
}
