import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { Facts } from '@knotenpunkt/platform/graph';
import { grouped } from '@knotenpunkt/platform/graphql';
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

  async factsOf(tx: Tx, ids: readonly Id[]): Promise<Map<Id, Facts>> {
    const actors = (await this.actors.findAll(tx, ids)).filter(({ archived }) => !archived);
    const memberships = grouped(ids, await this.relations.membershipFacts(tx, ids), ({ memberId }) => [memberId]);
    const ties = grouped(ids, await this.relations.declaredTieFacts(tx, ids), ({ fromId }) => [fromId]);
    const place = new Map(ids.map((id, at) => [id, at]));
    return new Map(actors.map((actor) => [actor.id, actorFacts(actor, memberships[place.get(actor.id)!]!, ties[place.get(actor.id)!]!)]));
  }
}
