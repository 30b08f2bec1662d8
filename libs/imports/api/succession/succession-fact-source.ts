import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ActorMerging } from '@knotenpunkt/actors/api';
import type { Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { Facts } from '@knotenpunkt/platform/graph';
import { FactSources, factsOneByOne, type FactSource } from '@knotenpunkt/platform/outbox';
import { begunLater } from './divided-facts';
import { SuccessionRepository } from './succession.repository';

/** Tells the graph of an organisation what it was until it became part of another; and of the other, what it has only since then. */
@Injectable()
export class SuccessionFactSource implements FactSource, OnModuleInit {
  readonly aggregate = 'succession';

  constructor(
    private readonly successions: SuccessionRepository,
    private readonly actors: ActorMerging,
    private readonly sources: FactSources,
  ) {}

  onModuleInit(): void {
    this.sources.register(this);
    this.sources.revise((tx, found) => this.revised(tx, found));
  }

  factsOf(tx: Tx, ids: readonly Id[]): Promise<Map<Id, Facts>> {
    return factsOneByOne(ids, async (id) => {
      const told = await this.successions.pastOf(tx, id);
      const actor = told && (await this.actors.closed(tx, told.predecessorId));
      if (!told || !actor) return null;
      const { regionId, kind, themes } = actor;
      return { nodes: [{ id: actor.id, type: 'Actor', regionId, audience: 'PUBLIC', kind, themes }], edges: told.past };
    });
  }

  private async revised(tx: Tx, found: Map<Id, Facts>): Promise<Map<Id, Facts>> {
    const ids = [...found.values()].flatMap(({ edges }) => edges.map(({ id }) => id));
    if (ids.length === 0) return found;
    const begins = await this.successions.beginsOf(tx, ids);
    return begins.size === 0 ? found : new Map([...found].map(([id, facts]) => [id, begunLater(facts, begins)]));
  }
}
