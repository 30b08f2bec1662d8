import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@knotenpunkt/kernel';
import { nameLevels, type AnalysedOn } from '@knotenpunkt/network/domain';
import { CLOCK } from '@knotenpunkt/platform/database';
import { GRAPH, type GraphPort, type Tie } from '@knotenpunkt/platform/graph';
import type { Region } from '@knotenpunkt/regions/domain';
import type { NetworkToAnalyse } from './analyse';
import { analyseApart, NETWORK_WORKER } from './analysis';
import { NetworkRepository, type ActorRow } from './network.repository';
import { SnapshotRepository, type NetworkSnapshot } from './snapshot.repository';

/** The day on which a region's ties are told: today, or the day its entries describe. */
export function dayOf(region: Region, clock: Clock): string {
  return region.asOf ?? clock.today(region.timeZone);
}

/** Where nobody works together by both sides' word, the network is analysed on what one side said. */
export function analysedOn(ties: readonly Pick<Tie, 'grade'>[]): AnalysedOn {
  return ties.some(({ grade }) => grade === 'WORKS_TOGETHER') || ties.length === 0 ? 'WORKS_TOGETHER' : 'STATED';
}

/** Makes the snapshots: communities and places of a region, on its public graph only. */
@Injectable()
export class SnapshotService {
  private readonly underWay = new Map<string, Promise<boolean>>();

  constructor(
    private readonly network: NetworkRepository,
    private readonly snapshots: SnapshotRepository,
    @Inject(GRAPH) private readonly graph: GraphPort,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(NETWORK_WORKER) private readonly workerFile: URL | null,
  ) {}

  /** Computes a region's network anew, if anything in it changed since the last snapshot. True when a new one was stored. */
  bringUpToDate(region: Region): Promise<boolean> {
    // Whoever asks while it is computed waits for the same one.
    const made = this.underWay.get(region.id) ?? this.compute(region).finally(() => this.underWay.delete(region.id));
    this.underWay.set(region.id, made);
    return made;
  }

  private async compute(region: Region): Promise<boolean> {
    const seq = await this.graph.seq();
    const last = await this.snapshots.newest(region.id);
    if (last && last.seq >= seq) return false;
    const ties: Tie[] = [];
    for await (const tie of this.graph.stream({ regionId: region.id, audience: 'PUBLIC', asOf: dayOf(region, this.clock) })) ties.push(tie);
    const actors = await this.network.actorsOf(region.id, endsOf(ties));
    const fingerprint = fingerprintOf(actors, ties);
    if (last?.fingerprint === fingerprint) return false;
    const grade = analysedOn(ties);
    const { places, community, communities } = await analyseApart(toAnalyse(actors, ties, grade, last), this.workerFile);
    const names = nameLevels(communities, community, actors);
    await this.snapshots.keep(region.id, {
      seq,
      analysedOn: grade,
      fingerprint,
      positions: {
        ids: actors.map(({ id }) => id),
        x: actors.map((_, at) => Math.round(places[2 * at]! * 10) / 10),
        y: actors.map((_, at) => Math.round(places[2 * at + 1]! * 10) / 10),
        community,
      },
      communities: communities.map((each, at) => ({ ...each, naming: names[at]! })),
    });
    return true;
  }
}

function endsOf(ties: readonly Tie[]): string[] {
  return [...new Set(ties.flatMap(({ a, b }) => [a, b]))];
}

/** Strengths are left out: they fade from day to day and would move the picture though nothing happened. */
function fingerprintOf(actors: readonly ActorRow[], ties: readonly Tie[]): string {
  const hash = createHash('sha256');
  for (const { id, kind, themes } of actors) hash.update(`${id} ${kind} ${themes.join(',')}\n`);
  for (const { a, b, grade, sources } of ties) hash.update(`${a} ${b} ${grade} ${sources.length}\n`);
  return hash.digest('base64url');
}

function toAnalyse(actors: readonly ActorRow[], ties: readonly Tie[], counted: AnalysedOn, last: NetworkSnapshot | null): NetworkToAnalyse {
  const at = new Map(actors.map(({ id }, index) => [id, index]));
  const before = new Map(last?.positions.ids.map((id, index) => [id, index]));
  const drawn = ties.filter(({ a, b }) => at.has(a) && at.has(b));
  const place = (id: string, axis: number[] | undefined) => axis?.[before.get(id) ?? -1] ?? Number.NaN;
  return {
    ids: actors.map(({ id }) => id),
    a: Uint32Array.from(drawn, ({ a }) => at.get(a)!),
    b: Uint32Array.from(drawn, ({ b }) => at.get(b)!),
    strength: Float64Array.from(drawn, ({ sources, strength, grade }) =>
      grade === counted ? sources.reduce((sum, source) => sum + (source.grade === counted ? source.strength : 0), 0) : strength,
    ),
    counted: Uint8Array.from(drawn, ({ grade }) => Number(grade === counted)),
    before: Float64Array.from(actors.flatMap(({ id }) => [place(id, last?.positions.x), place(id, last?.positions.y)])),
    communityBefore: actors.map(({ id }) => last?.positions.community[before.get(id) ?? -1] ?? ''),
    communitiesBefore: (last?.communities ?? []) as never,
  };
}
