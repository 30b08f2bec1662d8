import { Injectable } from '@nestjs/common';
import type { Challenge } from '@knotenpunkt/challenges/domain';
import type { Id } from '@knotenpunkt/kernel';
import { type GraphqlContext, matched, perRequest } from '@knotenpunkt/platform/graphql';
import DataLoader from 'dataloader';
import { ChallengeRepository } from './challenge.repository';

/** Challenges by id in one statement for all of an operation. Whoever shows one asks `maySee` first. */
@Injectable()
export class ChallengeLoader {
  readonly byId: (context: GraphqlContext) => DataLoader<Id, Challenge | null>;

  constructor(challenges: ChallengeRepository) {
    this.byId = perRequest(() => new DataLoader(async (ids) => matched(ids, await challenges.byIds(ids), (challenge) => challenge.id)));
  }
}
