import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ViewerService } from '@knotenpunkt/identity/api';
import { audienceOf } from '@knotenpunkt/identity/domain';
import { AUDIENCES, mayRead, type Audience } from '@knotenpunkt/kernel';
import { RegionService } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import type { Request, Response } from 'express';
import type { NetworkFile } from './columns/stored-network';
import { unzipped } from './columns/unzipped';
import { OverviewService } from './overview.service';

/** How the end of an address names a file, and which address of the newest state stands for it. */
const FILES = {
  '.regions.bin': { file: 'REGIONS', newest: 'regionsAddress' },
  '.zeit.bin': { file: 'PAST', newest: 'pastAddress' },
  '.bin': { file: 'COLUMNS', newest: 'address' },
} as const satisfies Record<string, { file: NetworkFile; newest: string }>;
type Ending = keyof typeof FILES;

/** How a version is called; nothing else is looked for. */
const VERSION = /^\d{1,6}-\d{1,15}-[0-9a-f]{12}$/;

/**
 * The whole network of a region as columns, outside of GraphQL, as the worker has stored it. One address, one content: the public one may be
 * kept by anybody for ever; the others belong to a session and are asked for again each time.
 */
@Controller('daten/netzwerk/:region/:audience')
export class NetworkDataController {
  constructor(
    private readonly overview: OverviewService,
    private readonly regions: RegionService,
    private readonly viewers: ViewerService,
  ) {}

  @Get(':file')
  async file(
    @Param('region') slug: string,
    @Param('audience') name: string,
    @Param('file') named: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const asked = await this.allowed(slug, name, request);
    const ending = (Object.keys(FILES) as Ending[]).find((each) => named.endsWith(each));
    const version = named.slice(0, -(ending?.length ?? 0));
    if (!asked || !ending || !VERSION.test(version)) return notFound(response);
    const { region, audience } = asked;
    const bytes = await this.overview.file(region, audience, version, FILES[ending].file);
    if (bytes) return send(request, response, audience, `${audience}-${named}`, bytes);
    // A state that has passed: the newest is what one wants.
    const newest = (await this.overview.state(region, audience))[FILES[ending].newest];
    if (newest === null) return notFound(response);
    response.set('cache-control', 'no-store').redirect(307, newest);
  }

  @Get(':version/seit/:file')
  async delta(
    @Param('region') slug: string,
    @Param('audience') name: string,
    @Param('version') version: string,
    @Param('file') named: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const asked = await this.allowed(slug, name, request);
    const [, seq] = /^(\d{1,15})\.bin$/.exec(named) ?? [];
    const bytes =
      asked && seq && VERSION.test(version) ? await this.overview.delta(asked.region, asked.audience, version, Number(seq)) : null;
    if (!asked || !bytes) return notFound(response);
    return send(request, response, asked.audience, `${asked.audience}-${version}-${seq}`, bytes);
  }

  /** Whose network is asked for; null where there is none, or none for this session: the answer does not tell which. */
  private async allowed(slug: string, name: string, request: Request): Promise<{ region: Region; audience: Audience } | null> {
    const region = (await this.regions.all()).find((each) => each.slug === slug);
    const audience = AUDIENCES.find((each) => each.toLowerCase() === name);
    if (!region || !audience) return null;
    if (audience === 'PUBLIC') return { region, audience };
    return mayRead(audienceOf(await this.viewers.viewerIn(region, request.headers)), audience) ? { region, audience } : null;
  }
}

function notFound(response: Response): void {
  response.status(404).set('cache-control', 'no-store').json({ code: 'NOT_FOUND' });
}

/** Sends what is stored compressed as it is; whoever cannot read that gets it unpacked. */
async function send(request: Request, response: Response, audience: Audience, name: string, bytes: Buffer): Promise<void> {
  const isPublic = audience === 'PUBLIC';
  const packed = request.acceptsEncodings('gzip') === 'gzip';
  response.set({
    'cache-control': isPublic ? 'public, max-age=31536000, immutable' : 'private, no-cache',
    vary: isPublic ? 'accept-encoding' : 'accept-encoding, cookie',
    etag: `"${name}${packed ? '' : '-plain'}"`,
    'content-type': 'application/octet-stream',
    ...(packed ? { 'content-encoding': 'gzip' } : {}),
  });
  response.send(packed ? bytes : Buffer.from(await unzipped(bytes)));
}
