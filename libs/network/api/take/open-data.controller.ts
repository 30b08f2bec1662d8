import { Controller, Get, Options, Param, Query, Req, Res } from '@nestjs/common';
import { CATALOGUE_FILE, OPEN_FILES, WRITERS, type OpenFile } from '@knotenpunkt/network/domain';
import { WritingPlaces } from '@knotenpunkt/platform/files';
import { RegionService } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import type { Request, Response } from 'express';
import { sendPieces } from './send-pieces';
import { TakeService, type OpenState } from './take.service';

/** Any page may read these; nothing in them runs. */
const OPEN_TO_ALL = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, content-disposition',
  'cross-origin-resource-policy': 'cross-origin',
  'content-security-policy': "default-src 'none'; sandbox",
};

interface Asked {
  region: Region;
  state: OpenState;
  file: OpenFile;
  language: 'de' | 'en';
}

/**
 * `/daten/offen/harkenrode/netzwerk.json`: what is public of a region's network, at addresses that stay. It is read on the public graph
 * whoever asks: a cookie is not even looked at.
 */
@Controller('daten/offen')
export class OpenDataController {
  private readonly places = new WritingPlaces();

  constructor(
    private readonly take: TakeService,
    private readonly regions: RegionService,
  ) {}

  @Options(':region/:file')
  mayAsk(@Res() response: Response): void {
    response.set({ ...OPEN_TO_ALL, 'access-control-allow-methods': 'GET, HEAD', 'access-control-allow-headers': 'if-none-match' });
    response.status(204).end();
  }

  @Get(':region/:file')
  async file(
    @Param('region') slug: string,
    @Param('file') file: string,
    @Query('sprache') wished: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    response.set(OPEN_TO_ALL);
    const region = (await this.regions.all()).find((each) => each.slug === slug);
    if (!region || !(file === CATALOGUE_FILE || Object.hasOwn(OPEN_FILES, file))) {
      response.status(404).set('cache-control', 'no-store').json({ code: 'NOT_FOUND' });
      return;
    }
    const language = wished === 'de' || wished === 'en' ? wished : region.language;
    try {
      const state = await this.take.openState(region, language);
      response.set({ 'cache-control': 'public, max-age=300', etag: `"${state.version}-${file}"` });
      if (request.fresh) response.status(304).end();
      else if (file === CATALOGUE_FILE) response.type('application/ld+json').json(this.take.catalogue(region, state.asOf, language));
      else await this.send({ region, state, file: file as OpenFile, language }, request, response);
    } catch (error) {
      if ((error as Error).name !== 'GraphUnavailable' || response.headersSent) throw error;
      comeAgain(response, 'GRAPH_UNAVAILABLE');
    }
  }

  private async send({ region, state, file, language }: Asked, request: Request, response: Response): Promise<void> {
    const { format, type } = OPEN_FILES[file];
    const name = file.replace('.', `-${region.slug}-${state.asOf}.`);
    response.set({ 'content-type': `${type}; charset=utf-8`, 'content-disposition': `inline; filename="${name}"` });
    if (request.method === 'HEAD') return void response.end();
    if (!this.places.enter(request.ip)) return comeAgain(response, 'FILES_BUSY');
    try {
      await sendPieces(response, WRITERS[format](this.take.open(region, state, language)));
    } finally {
      this.places.leave(request.ip);
    }
  }
}

function comeAgain(response: Response, code: string): void {
  for (const header of ['etag', 'content-type', 'content-disposition']) response.removeHeader(header);
  response.status(503).set({ 'cache-control': 'no-store', 'retry-after': '5' }).json({ code });
}
