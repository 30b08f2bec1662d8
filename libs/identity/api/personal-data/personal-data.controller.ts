import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { messages, passes, type Viewer } from '@knotenpunkt/identity/domain';
import type { Language } from '@knotenpunkt/platform/graphql';
import { RegionService } from '@knotenpunkt/regions/api';
import type { Request, Response } from 'express';
import { ViewerService } from '../viewer.service';
import { OwnDataService } from './own-data.service';
import { recordAsCsv } from './record-of-processing';

/** Taken along, never shown in the page's place, and kept by nobody on the way. */
const TO_TAKE_ALONG = {
  'cache-control': 'private, no-store',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
};

/** `/daten/meine.zip`: what is held on whoever asks. `/daten/verarbeitung.csv`: every column with its class, for administrators of the platform. */
@Controller('daten')
export class PersonalDataController {
  constructor(
    private readonly ownData: OwnDataService,
    private readonly viewers: ViewerService,
    private readonly regions: RegionService,
  ) {}

  @Get('meine.zip')
  async own(@Query('sprache') asked: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    const archive = await this.ownData.archive(await this.viewerOf(request), languageOf(asked));
    if (archive === null) return refuse(response, 401, 'UNAUTHENTICATED');
    response
      .set({ ...TO_TAKE_ALONG, 'content-disposition': 'attachment; filename="meine-daten.zip"' })
      .type('application/zip')
      .send(archive);
  }

  @Get('verarbeitung.csv')
  async record(@Query('sprache') asked: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    const viewer = await this.viewerOf(request);
    if (viewer.personId === null) return refuse(response, 401, 'UNAUTHENTICATED');
    if (!passes(viewer, 'PLATFORM_ADMINISTRATOR')) return refuse(response, 403, 'NOT_PERMITTED');
    const language = languageOf(asked);
    const { head, ...words } = messages[language].record;
    const table = recordAsCsv(language, { ...words, head: Object.values(head) });
    response
      .set({ ...TO_TAKE_ALONG, 'content-disposition': 'attachment; filename="verarbeitung.csv"' })
      .type('text/csv')
      .send(table);
  }

  private async viewerOf({ headers }: Request): Promise<Viewer> {
    return this.viewers.viewerIn((await this.regions.choose(undefined))!, headers);
  }
}

const languageOf = (asked: unknown): Language => (asked === 'en' ? 'en' : 'de');

function refuse(response: Response, status: number, code: string): void {
  response.status(status).set('cache-control', 'no-store').json({ code });
}
