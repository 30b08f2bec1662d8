import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Audience, Clock } from '@knotenpunkt/kernel';
import {
  applyDelta,
  completePast,
  daysShown,
  NetworkOverview,
  networkOn,
  NO_FINDINGS,
  unpackDelta,
  unpackNetwork,
  unpackPast,
  type AnalysedOn,
  type Findings,
  type NetworkView,
} from '@knotenpunkt/network/domain';
import { CLOCK } from '@knotenpunkt/platform/database';
import { GraphUnavailable } from '@knotenpunkt/platform/graph';
import { GraphKeeper } from '@knotenpunkt/platform/outbox';
import type { Region } from '@knotenpunkt/regions/domain';
import { ColumnsRepository, type StoredNetwork } from './columns/columns.repository';
import { SMALL_NETWORK, type NetworkFile, type Phase } from './columns/stored-network';
import { unzipped } from './columns/unzipped';
import { dayOf, SnapshotService } from './snapshot.service';

/** Which state of a region's network there is to fetch. */
export interface NetworkState {
  /** Version of the data that it shows. */
  seq: number;
  /** Names one content for ever; null while the first snapshot is made, and with it all addresses. */
  version: string | null;
  address: string | null;
  regionsAddress: string | null;
  pastAddress: string | null;
  /** Where what is different since lies; null: nothing is. */
  deltaAddress: string | null;
  analysedOn: AnalysedOn;
  /** When places and communities were computed. */
  madeAt: Date | null;
  asOf: string;
  /** How far the first snapshot is; null: there is one, or none is being made. */
  progress: { phase: Phase; part: number } | null;
}

/** A whole network, and which one it is: what has the same name has the same content. */
export interface NamedNetwork {
  name: string;
  overview: NetworkOverview;
}

/** So long a reader waits for a network that is small or new. */
const PATIENCE_MS = 2_000;
/** So long for what is different in a large one. */
const SHORT_PATIENCE_MS = 500;

/** So many whole networks are kept ready to be asked. */
const MOST_KEPT = 4;

/** Waits for the work, but not longer than that; it goes on all the same. */
async function inGoodTime(work: Promise<unknown>, withinMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise((go) => (timer = setTimeout(go, withinMs)));
  // Who does not wait for it is not told why it failed either; the keeper of snapshots tries again.
  await Promise.race([work.catch(() => undefined), enough]).finally(() => clearTimeout(timer));
}

/** The whole network of a region, as one audience may see it: made beside this thread, stored, and handed out as it is. */
@Injectable()
export class OverviewService {
  private readonly kept = new LRUCache<string, Promise<NetworkOverview>>({ max: MOST_KEPT });
  /** Of each region and audience those of one version. */
  private readonly keptFindings = new Map<string, { version: string; findings: Promise<Findings> }>();

  constructor(
    private readonly stored: ColumnsRepository,
    private readonly makers: SnapshotService,
    private readonly keeper: GraphKeeper,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The newest state. A region that was never analysed is analysed first, unless that takes long: then `progress` says how far it is. */
  async state(region: Region, audience: Audience): Promise<NetworkState> {
    const stored = await this.newest(region, audience, { thorough: false });
    const { version, deltaSeq, phase, part } = stored;
    const at = (file: string) => (version === null ? null : `/daten/netzwerk/${region.slug}/${audience.toLowerCase()}/${version}${file}`);
    return {
      ...{ version, seq: deltaSeq ?? stored.seq ?? 0 },
      ...{ address: at('.bin'), regionsAddress: at('.regions.bin'), pastAddress: at('.zeit.bin') },
      deltaAddress: deltaSeq === null ? null : at(`/seit/${deltaSeq}.bin`),
      analysedOn: stored.analysedOn ?? 'WORKS_TOGETHER',
      madeAt: stored.placedAt,
      asOf: stored.asOf ?? dayOf(region, this.clock),
      // Whoever has one is not told of the next: what it is made for may be hidden from this audience.
      progress: version === null && phase !== null ? { phase, part } : null,
    };
  }

  /** A file of a version, compressed (gzip); null where there is none. */
  file(region: Region, audience: Audience, version: string, file: NetworkFile): Promise<Buffer | null> {
    return this.stored.file(region.id, audience, version, file);
  }

  /** What is different since a version, compressed (gzip); null where there is none. */
  delta(region: Region, audience: Audience, version: string, seq: number): Promise<Buffer | null> {
    return this.stored.delta(region.id, audience, version, seq);
  }

  /** The whole network of the newest state, to be asked on this thread; a few states are kept. Throws `GraphUnavailable` while the first is made. */
  async overview(region: Region, audience: Audience): Promise<NetworkOverview> {
    return (await this.named(region, audience)).overview;
  }

  /** The same with its name, for what is made of it and kept. */
  async named(region: Region, audience: Audience): Promise<NamedNetwork> {
    const { name, overview } = await this.known(region, audience);
    return { name, overview: await overview };
  }

  /** The network of the day a view shows; of two days that are compared the later one. */
  async shownBy(region: Region, audience: Audience, view: Pick<NetworkView, 'asOf' | 'comparedWith'>): Promise<NetworkOverview> {
    const { version, overview } = await this.known(region, audience);
    const today = await overview;
    const { day } = daysShown(view, today.asOf);
    if (day === today.asOf) return today;
    const past = await this.file(region, audience, version, 'PAST');
    if (!past) throw new GraphUnavailable('the snapshot has passed');
    return networkOn(today, completePast(unpackPast(await unzipped(past)), today), day);
  }

  /** What is worth looking at, on the graph of this audience; nothing while the first snapshot is made. */
  async findings(region: Region, audience: Audience): Promise<Findings> {
    const { version } = await this.newest(region, audience, { thorough: true });
    if (version === null) return NO_FINDINGS;
    const key = [region.id, audience].join(' ');
    const known = this.keptFindings.get(key);
    if (known?.version === version) return known.findings;
    const findings = this.readFindings(region, audience, version);
    this.keptFindings.set(key, { version, findings });
    findings.catch(() => this.keptFindings.delete(key));
    return findings;
  }

  private async readFindings(region: Region, audience: Audience, version: string): Promise<Findings> {
    const found = await this.file(region, audience, version, 'FINDINGS');
    return found ? (JSON.parse(new TextDecoder().decode(await unzipped(found))) as Findings) : NO_FINDINGS;
  }

  /** The newest state that is there, read once. */
  private async known(region: Region, audience: Audience) {
    const { version, deltaSeq } = await this.newest(region, audience, { thorough: false });
    if (version === null) throw new GraphUnavailable('the first snapshot is being made');
    const key = [region.id, audience, version, deltaSeq].join(' ');
    const name = `${version}-${deltaSeq ?? 0}`;
    const known = this.kept.get(key);
    if (known) return { version, name, overview: known };
    const overview = this.read(region, audience, version, deltaSeq);
    this.kept.set(key, overview);
    overview.catch(() => this.kept.delete(key));
    return { version, name, overview };
  }

  private async read(region: Region, audience: Audience, version: string, deltaSeq: number | null): Promise<NetworkOverview> {
    const whole = await this.file(region, audience, version, 'COLUMNS');
    if (!whole) throw new GraphUnavailable('the snapshot has passed');
    const columns = unpackNetwork(await unzipped(whole));
    const different = deltaSeq === null ? null : await this.delta(region, audience, version, deltaSeq);
    return new NetworkOverview(different ? applyDelta(columns, unpackDelta(await unzipped(different))) : columns);
  }

  /** What is stored, after waiting a little for what is missing of it. */
  private async newest(region: Region, audience: Audience, { thorough }: { thorough: boolean }): Promise<StoredNetwork> {
    const stored = await this.stored.newest(region.id, audience);
    const patience = await this.patienceFor(region, stored, thorough);
    if (patience === 0) return stored;
    await inGoodTime(this.makers.bringUpToDate(region, { thorough }), patience);
    return this.stored.newest(region.id, audience);
  }

  private async patienceFor(region: Region, stored: StoredNetwork, thorough: boolean): Promise<number> {
    if (stored.actors === null) return PATIENCE_MS;
    const small = stored.actors <= SMALL_NETWORK;
    if (!small && !this.makers.keeps) return 0;
    const stale = stored.known !== (await this.keeper.newestSeq()) || stored.asOf !== dayOf(region, this.clock);
    if (!stale && !(thorough && stored.deltaSeq !== null)) return 0;
    // A whole large network is made by the keeper; what is different is told meanwhile.
    return small ? PATIENCE_MS : SHORT_PATIENCE_MS;
  }
}
