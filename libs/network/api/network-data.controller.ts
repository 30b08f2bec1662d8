import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ViewerService } from '@knotenpunkt/identity/api';
import { audienceOf } from '@knotenpunkt/identity/domain';
import { AUDIENCES, mayRead, type Audience } from '@knotenpunkt/kernel';
import { RegionService } from '@knotenpunkt/regions/api';
import type { Request, Response } from 'express';
import { OverviewService } from './overview.service';

/**
 * The whole network of a region as columns, outside of GraphQL. One address, one content: the public one may be kept by
 * anybody for ever; the others belong to a session and are asked for again each time.
 */
@Controller('daten/netzwerk')
export class NetworkDataController {
  constructor(
    private readonly overview: OverviewService,
    private readonly regions: RegionService,
    private readonly viewers: ViewerService,
  ) {}

  @Get(':region/:audience/:file')
  async columns(
    @Param('region') slug: string,
    @Param('audience') name: string,
    @Param('file') file: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const region = (await this.regions.all()).find((each) => each.slug === slug);
    const audience = AUDIENCES.find((each) => each.toLowerCase() === name);
    if (!region || !audience || !(await this.mayHave(audience, region, request))) {
      response.status(404).set('cache-control', 'no-store').json({ code: 'NOT_FOUND' });
      return;
    }
    try {
      const state = await this.overview.state(region, audience);
      if (file !== `${state.version}.bin`) {
        // A state that has passed: the newest is what one wants.
        response.set('cache-control', 'no-store').redirect(307, state.address);
        return;
      }
      const isPublic = audience === 'PUBLIC';
      response.set({
        'cache-control': isPublic ? 'public, max-age=31536000, immutable' : 'private, no-cache',
        ...(isPublic ? {} : { vary: 'cookie' }),
        etag: `"${state.version}-${name}"`,
      });
      response
        .set({ 'content-type': 'application/octet-stream', 'content-encoding': 'gzip' })
        .send(await this.overview.packed(region, audience, state));
    } catch (error) {
      if ((error as Error).name !== 'GraphUnavailable') throw error;
      response.status(503).set({ 'cache-control': 'no-store', 'retry-after': '5' }).json({ code: 'GRAPH_UNAVAILABLE' });
    }
  }

  private async mayHave(audience: Audience, region: Awaited<ReturnType<RegionService['all']>>[number], request: Request): Promise<boolean> {
    if (audience === 'PUBLIC') return true;
    return mayRead(audienceOf(await this.viewers.viewerIn(region, request.headers)), audience);
  }
}
