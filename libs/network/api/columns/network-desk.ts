import { AUDIENCES, OneByOne, type Id, type LocalDate } from '@knotenpunkt/kernel';
import { OwnConnection } from '@knotenpunkt/platform/database';
import { FactFollower } from '@knotenpunkt/platform/outbox';
import { ColumnsStore, type KeptNetwork } from './columns-store';
import { ComputingHere, type Computing } from './computing';
import { deltasToStore, DifferenceMaker, versionsOf, type Base } from './difference-maker';
import type { MadeNetworks } from './making-step';
import { dayToMeasure, withIds, type MeasuredNetwork, type WantedMeasures } from './measuring-step';
import { SMALL_NETWORK, type Phase } from './stored-network';
import { Sights, toStore } from './whole-network';

/** Which network is to be made. */
export interface WantedNetwork {
  regionId: Id;
  /** The day on which strengths are told. */
  asOf: LocalDate;
  /** Whether a new snapshot is made where one is due; else only what is different, unless there is none yet. */
  thorough: boolean;
}

/**
 * Makes the networks of regions from facts, on a graph of its own: whole ones with places, communities and past, and what became different
 * since; and measures them. Wants a thread where nobody waits for it. What computes for long is done by another (`Computing`): meanwhile the
 * graph here goes on, and what is different is told.
 */
export class NetworkDesk {
  private readonly connection: OwnConnection;
  /** For whole networks: it holds their lock, and tells how far they are, while others are at work on the first. */
  private readonly beside: OwnConnection;
  private readonly store: ColumnsStore;
  private readonly wholes: ColumnsStore;
  private readonly facts: FactFollower;
  private readonly differences: DifferenceMaker;
  private readonly bases = new Map<Id, Base>();
  /** Whoever reads the graph or has it go on, one after the other. */
  private readonly graphTurns = new OneByOne();
  /** Whole networks and measures, one after the other. */
  private readonly longTurns = new OneByOne();
  /** Who was touched since the whole network under way was read. */
  private touchedSince: Set<Id> | null = null;

  constructor(
    databaseUrl: string,
    private readonly computing: Computing = new ComputingHere(),
  ) {
    this.connection = new OwnConnection(databaseUrl, 'knotenpunkt-network');
    this.beside = new OwnConnection(databaseUrl, 'knotenpunkt-network-whole');
    this.store = new ColumnsStore(this.connection);
    this.wholes = new ColumnsStore(this.beside);
    this.facts = new FactFollower(this.connection);
    this.differences = new DifferenceMaker(this.connection, this.store, this.facts.graph);
  }

  /** Makes what is missing of a region's network. */
  async bringUpToDate(wanted: WantedNetwork): Promise<void> {
    const { regionId } = wanted;
    if (!(await this.isWholeDue(wanted))) return;
    await this.longTurns.take(() =>
      this.wholes.alone('MAKING', regionId, async () => {
        // Another may have made it meanwhile.
        if (await this.isWholeDue(wanted)) await this.makeWhole(wanted);
      }),
    );
  }

  /** Measures a region's public network on one day. Nobody's progress: what waits for a network is told nothing of it. */
  measure(wanted: WantedMeasures): Promise<MeasuredNetwork> {
    return this.longTurns.take(async () => {
      const { seq, readMs, ids, network, ...told } = await this.graphTurns.take(async () => {
        const seq = await this.follow();
        const began = Date.now();
        return { seq, ...(await dayToMeasure(this.connection, this.facts.graph, wanted)), readMs: Date.now() - began };
      });
      const began = Date.now();
      const measures = withIds(await this.computing.measure(network), ids);
      return { seq, ...told, measures, tookMs: readMs + Date.now() - began };
    });
  }

  /** Waits for the work under way. */
  async close(): Promise<void> {
    await this.longTurns.end();
    await this.graphTurns.end();
    await this.computing.close();
    await this.beside.close();
    await this.connection.close();
  }

  /** Tells what is different, and says whether a whole network is to be made. */
  private isWholeDue(wanted: WantedNetwork): Promise<boolean> {
    return this.graphTurns.take(async () => {
      const { regionId, asOf, thorough } = wanted;
      const kept = await this.store.kept(regionId);
      // Of another day there is much to compute; until that is done, what is different in a large network is told of the day it shows.
      if (!kept || (kept.asOf !== asOf && (thorough || kept.actors <= SMALL_NETWORK))) return true;
      // Facts are read before others are kept waiting.
      await this.follow();
      return this.store.alone('TELLING', regionId, () => this.tellDifference(wanted));
    });
  }

  private async tellDifference({ regionId, thorough }: WantedNetwork): Promise<boolean> {
    const kept = await this.store.kept(regionId);
    if (!kept) return true;
    const seq = await this.follow();
    if (seq !== kept.known) {
      const base = await this.baseOf(regionId, kept);
      if (!base) return true;
      if (base.isPassed) return thorough;
      const found = await this.differences.find(regionId, kept.asOf, seq, base);
      if (base.isPassed) return thorough;
      await this.store.keepDeltas(
        regionId,
        seq,
        deltasToStore(found, (audience) => kept.of.get(audience)!),
      );
    }
    // Of a small network what is different is told at once, and new places follow.
    return thorough && kept.actors <= SMALL_NETWORK && (await this.store.kept(regionId))!.hasDelta;
  }

  private async makeWhole({ regionId, asOf }: WantedNetwork): Promise<void> {
    let telling = Promise.resolve();
    // One after the other, and never within what is stored.
    const tell = (phase: Phase, part: number) => (telling = telling.then(() => this.wholes.tell(regionId, phase, part)));
    try {
      await tell('FACTS', 0);
      await this.graphTurns.take(() => this.follow((part) => tell('FACTS', part)));
      const [kept, last] = [await this.wholes.kept(regionId), await this.wholes.lastPlacing(regionId)];
      const sights = new Sights(this.connection, this.facts.graph, regionId, asOf);
      for (const audience of AUDIENCES) {
        await tell('TIES', AUDIENCES.indexOf(audience) / AUDIENCES.length);
        await this.graphTurns.take(async () => {
          this.touchedSince ??= new Set();
          await sights.add(audience);
        });
      }
      const toMake = sights.toMake(last, kept);
      const { seenBy } = toMake;
      const made = await this.computing.make(toMake, (phase, part) => void tell(phase, part).catch(() => undefined));
      await telling;
      await this.graphTurns.take(() => this.keepWhole(regionId, asOf, made, toStore(made, seenBy, kept), last?.madeAt ?? null));
    } catch (error) {
      await telling.catch(() => undefined);
      await this.wholes.tell(regionId, null, 0).catch(() => undefined);
      throw error;
    } finally {
      this.touchedSince = null;
    }
  }

  /** Stores a whole network together with what became different while it was made: no reader goes back to before that. */
  private async keepWhole(
    regionId: Id,
    asOf: LocalDate,
    { placing }: MadeNetworks,
    { made, same, columns }: ReturnType<typeof toStore>,
    placedAt: Date | null,
  ): Promise<void> {
    await this.follow();
    await this.wholes.alone('TELLING', regionId, async () => {
      const seq = await this.follow();
      const base: Base = { columns, versions: '', touched: this.touchedSince, isPassed: false };
      const found = await this.differences.find(regionId, asOf, seq, base);
      const told = (await this.wholes.kept(regionId))?.of;
      const versions = new Map([...made, ...same].map(({ audience, version }) => [audience, version]));
      const isSame = new Set(same.map(({ audience }) => audience));
      const deltas = deltasToStore(found, (audience) => ({
        version: versions.get(audience)!,
        delta: isSame.has(audience) ? (told?.get(audience)?.delta ?? null) : null,
      }));
      await this.wholes.keepVersions(regionId, seq, { placing, placedAt, made, deltas });
      base.versions = AUDIENCES.map((audience) => versions.get(audience)!).join(' ');
      this.bases.set(regionId, base);
    });
  }

  /** Reads what is newer than the graph here, and notes for every region who may be different by it. */
  private async follow(told?: (part: number) => Promise<void>): Promise<number> {
    const seq = await this.facts.follow(told);
    const touched = this.facts.graph.takeTouched();
    for (const known of [this.touchedSince, ...[...this.bases.values()].map((base) => base.touched)])
      if (known) for (const id of touched) known.add(id);
    return seq;
  }

  private async baseOf(regionId: Id, kept: KeptNetwork): Promise<Base | null> {
    const known = this.bases.get(regionId);
    if (known?.versions === versionsOf(kept)) return known;
    const base = await this.differences.base(regionId, kept);
    if (base) this.bases.set(regionId, base);
    return base;
  }
}
