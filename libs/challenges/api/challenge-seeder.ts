import { Inject, Injectable } from '@nestjs/common';
import type { Challenge } from '@knotenpunkt/challenges/domain';
import { idFrom, slugOf, type Clock, type LocalDate } from '@knotenpunkt/kernel';
import { CLOCK, type Tx } from '@knotenpunkt/platform/database';
import { Outbox } from '@knotenpunkt/platform/outbox';
import type { RegionSeed, SeedChallenge, SeedLoader } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { loadCompetences } from '@knotenpunkt/themes/domain';
import { ChallengeRepository } from './challenge.repository';

/** Sets up the questions of a region. */
@Injectable()
export class ChallengeSeeder implements SeedLoader {
  readonly room = 'challenges';

  constructor(
    private readonly challenges: ChallengeRepository,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async load(tx: Tx, seed: RegionSeed, region: Region): Promise<void> {
    // The file does not say when a question was published: the day the region describes, else today.
    const day = region.asOf ?? this.clock.today(region.timeZone);
    const challenges = seed.challenges.map((challenge) => challengeOf(challenge, region, day));
    await this.challenges.insert(tx, challenges, await loadCompetences());
    for (const { id } of challenges) await this.outbox.append(tx, { aggregate: 'challenge', id, regionId: region.id });
  }
}

function challengeOf(seed: SeedChallenge, region: Region, day: LocalDate): Challenge {
  const { key, askedBy, context, concerns, state, ...said } = seed;
  return {
    ...said,
    id: idFrom(region.slug, 'challenge', key),
    regionId: region.id,
    slug: slugOf(seed.question),
    context: context ?? '',
    concerns: concerns ?? '',
    askedById: askedBy === null ? null : idFrom(region.slug, 'actor', askedBy),
    state,
    refusalReason: '',
    publishedOn: state === 'PROPOSED' ? null : day,
    closedOn: state === 'CLOSED' ? day : null,
    version: 1,
  };
}
