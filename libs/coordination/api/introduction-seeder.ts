import { Injectable } from '@nestjs/common';
import { ANSWER_DAYS, SIDES, type Introduction, type IntroductionSide } from '@knotenpunkt/coordination/domain';
import { addDays, idFrom } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { RegionSeed, SeedIntroduction, SeedLoader } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { IntroductionWriter } from './introduction-writer';
import { IntroductionRepository } from './introduction.repository';

/** Sets up the introductions that come with a region. Nobody is mailed. */
@Injectable()
export class IntroductionSeeder implements SeedLoader {
  readonly room = 'coordination';

  constructor(
    private readonly introductions: IntroductionRepository,
    private readonly writer: IntroductionWriter,
  ) {}

  async load(tx: Tx, seed: RegionSeed, region: Region): Promise<void> {
    for (const one of seed.introductions) {
      const introduction = introductionOf(one, region);
      await this.introductions.insert(tx, introduction);
      await this.writer.tellOutcome(tx, introduction);
    }
  }
}

function introductionOf(one: SeedIntroduction, region: Region): Introduction {
  const { key, askedBy, purpose, reason, askedOn, agreedOn } = one;
  const actorIdOf = (actor: string) => idFrom(region.slug, 'actor', actor);
  const sides = [one.first, one.goBetween, one.second].map(({ actor, person, answer, answeredOn }, at): IntroductionSide => ({
    side: SIDES[at]!,
    actorId: actorIdOf(actor),
    answer,
    note: '',
    noteShared: false,
    answeredOn,
    personId: person === null ? null : idFrom(region.slug, 'person', person),
  }));
  return {
    id: idFrom(region.slug, 'introduction', key),
    regionId: region.id,
    askedById: askedBy === null ? null : actorIdOf(askedBy),
    purpose,
    reason,
    sides,
    textVersion: 1,
    state: agreedOn === null ? 'ASKED' : 'AGREED',
    askedOn,
    answerBy: addDays(askedOn, ANSWER_DAYS),
    agreedOn,
    metOn: null,
    endedOn: null,
    outcome: null,
    outcomeId: null,
    outcomeNote: '',
    version: 1,
  };
}
