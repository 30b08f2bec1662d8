import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { Facts } from '@knotenpunkt/platform/graph';

/** Reads all that the graph should know of aggregates from their current state. */
export interface FactSource {
  aggregate: string;
  /** By id; one that is missing in the answer is gone. Many ids come at once after a bulk load, one after a click. */
  factsOf(tx: Tx, ids: readonly Id[]): Promise<Map<Id, Facts>>;
}

/** For aggregates that are few: reads them one after the other. */
export async function factsOneByOne(ids: readonly Id[], factsOf: (id: Id) => Promise<Facts | null>): Promise<Map<Id, Facts>> {
  const found = new Map<Id, Facts>();
  for (const id of ids) {
    const facts = await factsOf(id);
    if (facts) found.set(id, facts);
  }
  return found;
}

/** Changes what is told of aggregates, where a room knows more of how facts came about than the one that tells them. */
export type FactRevision = (tx: Tx, found: Map<Id, Facts>) => Promise<Map<Id, Facts>>;

/** Which room tells the facts of which aggregate. Rooms register in their module's constructor. */
@Injectable()
export class FactSources {
  private readonly sources = new Map<string, FactSource>();
  private readonly revisions: FactRevision[] = [];

  /** From now on facts of all aggregates go through this before the graph hears of them. */
  revise(revision: FactRevision): void {
    this.revisions.push(revision);
  }

  /** What the graph hears of some aggregates. */
  async factsOf(tx: Tx, aggregate: string, ids: readonly Id[]): Promise<Map<Id, Facts>> {
    let found = await this.of(aggregate).factsOf(tx, ids);
    for (const revision of this.revisions) found = await revision(tx, found);
    return found;
  }

  register(source: FactSource): void {
    if (this.sources.has(source.aggregate)) throw new Error(`facts of ${source.aggregate} are told twice`);
    this.sources.set(source.aggregate, source);
  }

  of(aggregate: string): FactSource {
    const source = this.sources.get(aggregate);
    if (!source) throw new Error(`no room tells the facts of ${aggregate}`);
    return source;
  }
}
