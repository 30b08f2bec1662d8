import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { Facts } from '@knotenpunkt/platform/graph';

/** Reads all that the graph should know of one aggregate from its current state; null when it is gone. */
export interface FactSource {
  aggregate: string;
  factsOf(tx: Tx, id: Id): Promise<Facts | null>;
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
