import { Inject, Injectable } from '@nestjs/common';
import { gzipSync } from 'node:zlib';
import type { Audience, Clock } from '@knotenpunkt/kernel';
import { findingsOf, NetworkOverview, packNetwork, type Findings, type NetworkColumns } from '@knotenpunkt/network/domain';
import { CLOCK } from '@knotenpunkt/platform/database';
import { GRAPH, type GraphPort, type Tie } from '@knotenpunkt/platform/graph';
import type { Region } from '@knotenpunkt/regions/domain';
import { NetworkRepository } from './network.repository';
import { SnapshotRepository } from './snapshot.repository';
import { dayOf, SnapshotService } from './snapshot.service';
import { toColumns } from './to-columns';

/** Which state of a region's network there is to fetch. */
export interface NetworkState {
  seq: number;
  /** Names one content for ever: version of the data, of the places, and the day of the strengths. */
  version: string;
  address: string;
  analysedOn: 'WORKS_TOGETHER' | 'STATED';
  /** When places and communities were computed. */
  madeAt: Date | null;
  asOf: string;
}

/** So many whole networks are kept ready. */
const MOST_KEPT = 8;

/** So long a reader waits for the first analysis of a region. */
const PATIENCE_MS = 2_000;

/** Waits for the work, but not longer than that; it goes on all the same. */
async function inGoodTime(work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise((go) => (timer = setTimeout(go, PATIENCE_MS)));
  await Promise.race([work, enough]).finally(() => clearTimeout(timer));
  // Who does not wait for it any longer is not told why it failed either; the keeper of snapshots tries again.
  work.catch(() => undefined);
}

interface Kept {
  columns: NetworkColumns;
  /** The same to be asked: who is where is looked up once. */
  overview: NetworkOverview;
  /** Compressed (gzip). */
  packed: Buffer;
}

/** The whole network of a region, as one audience may see it. */
@Injectable()
export class OverviewService {
  private readonly kept = new Map<string, Promise<Kept>>();

  constructor(
    private readonly network: NetworkRepository,
    private readonly snapshots: SnapshotRepository,
    private readonly makers: SnapshotService,
    @Inject(GRAPH) private readonly graph: GraphPort,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The newest state. A region that was never analysed is analysed first, unless that takes long: its places follow. */
  async state(region: Region, audience: Audience): Promise<NetworkState> {
    const seq = await this.graph.seq();
    let snapshot = await this.snapshots.newestState(region.id);
    if (!snapshot) {
      await inGoodTime(this.makers.bringUpToDate(region));
      snapshot = await this.snapshots.newestState(region.id);
    }
    const asOf = dayOf(region, this.clock);
    const version = `${seq}-${snapshot?.seq ?? 0}-${asOf.replaceAll('-', '')}`;
    return {
      seq,
      version,
      address: `/daten/netzwerk/${region.slug}/${audience.toLowerCase()}/${version}.bin`,
      analysedOn: snapshot?.analysedOn ?? 'WORKS_TOGETHER',
      madeAt: snapshot?.madeAt ?? null,
      asOf,
    };
  }

  /** The columns of the newest state as bytes, compressed (gzip). */
  async packed(region: Region, audience: Audience, state: NetworkState): Promise<Buffer> {
    return (await this.keep(region, audience, state)).packed;
  }

  /** What is worth looking at, on the graph of this audience. */
  async findings(region: Region, audience: Audience): Promise<Findings> {
    const { columns, overview } = await this.keep(region, audience, await this.state(region, audience));
    const { actors, ties } = overview;
    return findingsOf({ actors, ties, countedGrade: columns.analysedOn });
  }

  /** The whole network of the newest state, for one audience. */
  async overview(region: Region, audience: Audience): Promise<NetworkOverview> {
    return (await this.keep(region, audience, await this.state(region, audience))).overview;
  }

  private async keep(region: Region, audience: Audience, state: NetworkState): Promise<Kept> {
    const key = state.address;
    const known = this.kept.get(key);
    if (known) return known;
    const made = this.build(region, audience, state);
    this.kept.set(key, made);
    made.catch(() => this.kept.delete(key));
    if (this.kept.size > MOST_KEPT) this.kept.delete(this.kept.keys().next().value!);
    return made;
  }

  private async build(region: Region, audience: Audience, state: NetworkState): Promise<Kept> {
    const ties: Tie[] = [];
    for await (const tie of this.graph.stream({ regionId: region.id, audience, asOf: state.asOf })) ties.push(tie);
    const [actors, snapshot] = await Promise.all([
      this.network.actorsOf(region.id, [...new Set(ties.flatMap(({ a, b }) => [a, b]))]),
      this.snapshots.newest(region.id),
    ]);
    const columns = toColumns(actors, ties, snapshot, state);
    return { columns, overview: new NetworkOverview(columns), packed: gzipSync(packNetwork(columns)) };
  }
}
