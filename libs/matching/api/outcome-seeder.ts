import { Injectable } from '@nestjs/common';
import { idFrom } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { RegionSeed, SeedLoader, SeedSuggestion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { DismissalRepository } from './dismissal.repository';
import { OutcomeRepository, type ShownSuggestion } from './outcome.repository';

/** Sets up what was suggested in a region before it was loaded, and what was put away. What came of the rest stands with the rooms it came about in. */
@Injectable()
export class OutcomeSeeder implements SeedLoader {
  readonly room = 'matching';

  constructor(
    private readonly outcomes: OutcomeRepository,
    private readonly dismissals: DismissalRepository,
  ) {}

  async load(tx: Tx, seed: RegionSeed, region: Region): Promise<void> {
    if (seed.suggestions.length === 0) return;
    await this.outcomes.keep(
      tx,
      seed.suggestions.map((one) => shownOf(one, region)),
    );
    for (const { asker, suggested, dismissedFor } of seed.suggestions) {
      if (dismissedFor === null) continue;
      const pair = { actorId: idFrom(region.slug, 'actor', asker), suggestedId: idFrom(region.slug, 'actor', suggested) };
      await this.dismissals.keep(tx, region.id, { ...pair, reason: dismissedFor, note: '', againOn: null }, null);
    }
  }
}

function shownOf({ asker, suggested, entry, certainty, probability, basis, shownOn }: SeedSuggestion, region: Region): ShownSuggestion {
  return {
    id: idFrom(region.slug, 'suggestion', `${asker} ${suggested}`),
    regionId: region.id,
    kind: entry === null ? 'PARTNER' : 'NEED_OFFER',
    askerId: idFrom(region.slug, 'actor', asker),
    suggestedId: idFrom(region.slug, 'actor', suggested),
    challengeId: null,
    entryId: entry === null ? null : idFrom(region.slug, 'entry', entry),
    certainty,
    probability,
    basis,
    shownOn,
  };
}
