import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { Facts } from '@knotenpunkt/platform/graph';
import type { FactSource } from '@knotenpunkt/platform/outbox';
import { challengeFacts } from './challenge.facts';
import { ChallengeRepository } from './challenge.repository';

/** Reads what the graph should know of a challenge. */
@Injectable()
export class ChallengeFactSource implements FactSource {
  readonly aggregate = 'challenge';

  constructor(private readonly challenges: ChallengeRepository) {}

  async factsOf(tx: Tx, id: Id): Promise<Facts | null> {
    const challenge = await this.challenges.find(tx, id);
    return challenge && challengeFacts(challenge);
  }
}
