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

/** Which room tells the facts of which aggregate. Rooms register in their module's constructor. */
@Injectable()
export class FactSources {
  private readonly sources = new Map<string, FactSource>();

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
