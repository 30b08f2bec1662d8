import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { Facts } from '@knotenpunkt/platform/graph';
import type { FactSource } from '@knotenpunkt/platform/outbox';
import { actorFacts } from './actor.facts';
import { ActorRepository } from './actor.repository';
import { RelationRepository } from './relation.repository';

/** Reads what the graph should know of an actor; an archived one is forgotten there. */
@Injectable()
export class ActorFactSource implements FactSource {
  readonly aggregate = 'actor';

  constructor(
    private readonly actors: ActorRepository,
    private readonly relations: RelationRepository,
  ) {}

  async factsOf(tx: Tx, id: Id): Promise<Facts | null> {
    const actor = await this.actors.find(tx, id);
    if (!actor || actor.archived) return null;
    return actorFacts(actor, await this.relations.membershipFacts(tx, id), await this.relations.declaredTieFacts(tx, id));
  }
}
