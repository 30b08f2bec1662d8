import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { Facts } from '@knotenpunkt/platform/graph';
import { factsOneByOne, type FactSource } from '@knotenpunkt/platform/outbox';
import { challengeFacts } from './challenge.facts';
import { ChallengeRepository } from './challenge.repository';

/** Reads what the graph should know of a challenge. */
@Injectable()
export class ChallengeFactSource implements FactSource {
  readonly aggregate = 'challenge';

  constructor(private readonly challenges: ChallengeRepository) {}

  factsOf(tx: Tx, ids: readonly Id[]): Promise<Map<Id, Facts>> {
    return factsOneByOne(ids, async (id) => {
      const challenge = await this.challenges.find(tx, id);
      return challenge && challengeFacts(challenge);
    });
  }
}
