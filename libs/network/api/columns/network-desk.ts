import type { Id, LocalDate } from '@knotenpunkt/kernel';
import { OwnConnection } from '@knotenpunkt/platform/database';
import { FactFollower } from '@knotenpunkt/platform/outbox';
import { ColumnsStore, type KeptNetwork } from './columns-store';
import { DifferenceMaker, versionsOf, type Base } from './difference-maker';
import { measureDay, type MeasuredNetwork, type WantedMeasures } from './measuring-step';
import { SMALL_NETWORK } from './stored-network';
import { WholeNetworkMaker } from './whole-network';

/** Which network is to be made. */
export interface WantedNetwork {
  regionId: Id;
  /** The day on which strengths are told. */
  asOf: LocalDate;
  /** Whether a new snapshot is made where one is due; else only what is different, unless there is none yet. */
  thorough: boolean;
}

/**
 * Makes the networks of regions from facts, on a connection and a graph of its own: whole ones with places, communities and past, and what
 * became different since; and measures them. Wants a thread where nobody waits for it. One piece of work after the other.
 */
export class NetworkDesk {
  private readonly connection: OwnConnection;
  private readonly store: ColumnsStore;
  private readonly facts: FactFollower;
  private readonly whole: WholeNetworkMaker;
  private readonly differences: DifferenceMaker;
  private readonly bases = new Map<Id, Base>();
  private running: Promise<unknown> = Promise.resolve();

  constructor(databaseUrl: string) {
    this.connection = new OwnConnection(databaseUrl, 'knotenpunkt-network');
    this.store = new ColumnsStore(this.connection);
    this.facts = new FactFollower(this.connection);
    this.whole = new WholeNetworkMaker(this.connection, this.store, this.facts.graph);
    this.differences = new DifferenceMaker(this.connection, this.store, this.facts.graph);
  }

  /** Makes what is missing of a region's network. */
  bringUpToDate(wanted: WantedNetwork): Promise<void> {
    return this.afterwards(() => this.store.alone(wanted.regionId, () => this.make(wanted)));
  }

  /** Measures a region's public network on one day. Nobody's progress: what waits for a network is told nothing of it. */
  measure(wanted: WantedMeasures): Promise<MeasuredNetwork> {
    return this.afterwards(async () => measureDay(this.connection, this.facts.graph, wanted, await this.follow()));
  }

  /** Waits for the work under way. */
  async close(): Promise<void> {
    await this.running.catch(() => undefined);
    await this.connection.close();
  }

  private afterwards<Result>(work: () => Promise<Result>): Promise<Result> {
    const next = this.running.catch(() => undefined).then(work);
    this.running = next;
    return next;
  }

  private async make({ regionId, asOf, thorough }: WantedNetwork): Promise<void> {
    const kept = await this.store.kept(regionId);
    if (kept?.asOf !== asOf) return this.makeWhole(regionId, asOf, kept);
    const seq = await this.follow(this.tellFacts(regionId));
    if (seq !== kept.known) {
      const base = await this.baseOf(regionId, kept);
      const told = base !== null && (await this.differences.make(regionId, asOf, seq, base, kept));
      if (!told) return thorough || !base ? this.makeWhole(regionId, asOf, kept) : undefined;
    }
    // Of a small network what is different is told at once, and new places follow.
    if (thorough && kept.actors <= SMALL_NETWORK && (await this.store.kept(regionId))?.hasDelta) await this.makeWhole(regionId, asOf, kept);
  }

  private async makeWhole(regionId: Id, asOf: LocalDate, kept: KeptNetwork | null): Promise<void> {
    try {
      await this.store.tell(regionId, 'FACTS', 0);
      const seq = await this.follow(this.tellFacts(regionId));
      const columns = await this.whole.make(regionId, asOf, seq, kept);
      const stored = await this.store.kept(regionId);
      // Whoever is touched from now on is different from this.
      if (stored) this.bases.set(regionId, { columns, versions: versionsOf(stored), touched: new Set() });
    } catch (error) {
      await this.store.tell(regionId, null, 0).catch(() => undefined);
      throw error;
    }
  }

  /** Reads what is newer than the graph here, and notes for every region who may be different by it. */
  private async follow(told?: (part: number) => Promise<void>): Promise<number> {
    const seq = await this.facts.follow(told);
    const touched = this.facts.graph.takeTouched();
    for (const base of this.bases.values()) if (base.touched) for (const id of touched) base.touched.add(id);
    return seq;
  }

  private tellFacts(regionId: Id): (part: number) => Promise<void> {
    return (part) => this.store.tell(regionId, 'FACTS', part);
  }

  private async baseOf(regionId: Id, kept: KeptNetwork): Promise<Base | null> {
    const known = this.bases.get(regionId);
    if (known?.versions === versionsOf(kept)) return known;
    const base = await this.differences.base(regionId, kept);
    if (base) this.bases.set(regionId, base);
    return base;
  }
}
