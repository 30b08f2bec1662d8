import { Injectable } from '@nestjs/common';
import type { Challenge } from '@knotenpunkt/challenges/domain';
import type { Id } from '@knotenpunkt/kernel';
import { perRequest, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import DataLoader from 'dataloader';
import { ChallengeRepository } from './challenge.repository';

/** Challenges by id in one statement for all of an operation. Whoever shows one asks `maySee` first. */
@Injectable()
export class ChallengeLoader {
  readonly byId: (context: GraphqlContext) => DataLoader<Id, Challenge | null>;

  constructor(challenges: ChallengeRepository) {
    this.byId = perRequest(
      () =>
        new DataLoader(async (ids) => {
          const found = new Map((await challenges.byIds(ids)).map((challenge) => [challenge.id, challenge]));
          return ids.map((id) => found.get(id) ?? null);
        }),
    );
  }
}
