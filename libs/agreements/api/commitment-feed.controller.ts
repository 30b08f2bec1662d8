import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { RegionService } from '@knotenpunkt/regions/api';
import type { Response } from 'express';
import { CommitmentFeedService } from './commitment-feed.service';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** `/daten/zusagen/harkenrode.atom`: Zusagen as a feed; `?zusage=`, `?akteur=` and `?zweck=` take ids. Public, as the list is. */
@Controller('daten/zusagen')
export class CommitmentFeedController {
  constructor(
    private readonly feeds: CommitmentFeedService,
    private readonly regions: RegionService,
  ) {}

  @Get(':file')
  async atom(@Param('file') file: string, @Query() asked: Record<string, unknown>, @Res() response: Response): Promise<void> {
    const region = (await this.regions.all()).find(({ slug }) => file === `${slug}.atom`);
    const [id, actorId, purposeId] = ['zusage', 'akteur', 'zweck'].map((name) => asked[name]);
    const wrong = [id, actorId, purposeId].some((value) => value !== undefined && (typeof value !== 'string' || !UUID.test(value)));
    const wish = { id, actorId, purposeId } as Record<string, string | undefined>;
    const feed = region && !wrong ? await this.feeds.atom(region, wish) : null;
    if (feed === null) {
      response.status(404).set('cache-control', 'no-store').json({ code: 'NOT_FOUND' });
      return;
    }
    response.set('cache-control', 'public, max-age=300').type('application/atom+xml').send(feed);
  }
}
