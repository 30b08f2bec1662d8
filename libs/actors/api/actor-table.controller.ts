import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, Logger, Param, Req, Res } from '@nestjs/common';
import { filterFromAddress, messages } from '@knotenpunkt/actors/domain';
import { ViewerService } from '@knotenpunkt/identity/api';
import { writeWorkbook, WritingPlaces } from '@knotenpunkt/platform/files';
import { Mail } from '@knotenpunkt/platform/mail';
import { RegionService } from '@knotenpunkt/regions/api';
import type { Request, Response } from 'express';
import { ActorDirectoryService } from './actor-directory.service';
import { loadVocabularies } from './actor-rows';
import { csvPieces, workbookOf, type TableWords } from './actor-table';

/** Taken along, never shown in the page's place, and kept by nobody on the way. */
const TO_TAKE_ALONG = {
  'cache-control': 'private, no-store',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
};
const TYPES = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;

/** Whoever takes nothing for so long is not waited for. */
const PATIENCE_MS = 30_000;

/**
 * `/daten/akteure/harkenrode.csv?art=COMPANY&sprache=de`, or `.xlsx`: what the directory finds, as a table. The rest of the search part is
 * that of the page; what is in the file is what the session may see.
 */
@Controller('daten/akteure')
export class ActorTableController {
  private readonly log = new Logger(ActorTableController.name);
  /** Each reads pages of the database as long as somebody takes them. */
  private readonly places = new WritingPlaces();

  constructor(
    private readonly directory: ActorDirectoryService,
    private readonly regions: RegionService,
    private readonly viewers: ViewerService,
    private readonly mail: Mail,
  ) {}

  @Get(':file')
  async take(@Param('file') file: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const region = (await this.regions.all()).find(({ slug }) => file === `${slug}.csv` || file === `${slug}.xlsx`);
    if (!region) return void response.status(404).set('cache-control', 'no-store').json({ code: 'NOT_FOUND' });
    if (!this.places.enter(request.ip))
      return void response.status(503).set({ 'retry-after': '5', 'cache-control': 'no-store' }).json({ code: 'BUSY' });
    try {
      const address = new URL(request.url, 'http://here').searchParams;
      const wanted = address.get('sprache');
      const words: TableWords = {
        language: wanted === 'de' || wanted === 'en' ? wanted : region.language,
        known: await loadVocabularies(),
        addressOf: (slug) => this.mail.linkTo(region.slug, `/akteure/${slug}`),
      };
      const viewer = await this.viewers.viewerIn(region, request.headers);
      const rows = await this.directory.taken(viewer, region, filterFromAddress(address));
      const kind = file.endsWith('.csv') ? 'csv' : 'xlsx';
      const name = `${messages[words.language].take.file}-${region.slug}.${kind}`;
      response.set({ ...TO_TAKE_ALONG, 'content-disposition': `attachment; filename="${name}"`, 'content-type': TYPES[kind] });
      response.setTimeout(PATIENCE_MS, () => response.destroy());
      await pipeline(kind === 'csv' ? Readable.from(csvPieces(rows, words)) : writeWorkbook(workbookOf(rows, words)), response);
    } catch (error) {
      if (!response.headersSent && !response.destroyed) throw error;
      // Whoever takes it sees a file that breaks off, or has left; nothing can be said any more.
      response.destroy();
      this.log.debug(`a table was not taken to its end: ${(error as Error).name}`);
    } finally {
      this.places.leave(request.ip);
    }
  }
}
