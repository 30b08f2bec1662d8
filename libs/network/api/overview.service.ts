import { Inject, Injectable } from '@nestjs/common';
import { GRADES, type Audience, type Clock } from '@knotenpunkt/kernel';
import { findingsOf, placeNear, readColumns, type Findings, type NetworkColumns, type Place } from '@knotenpunkt/network/domain';
import { CLOCK } from '@knotenpunkt/platform/database';
import { GRAPH, type GraphPort, type Tie } from '@knotenpunkt/platform/graph';
import type { Region } from '@knotenpunkt/regions/domain';
import { NetworkRepository } from './network.repository';
import { SnapshotRepository, type NetworkSnapshot } from './snapshot.repository';
import { analysedOn, dayOf, SnapshotService } from './snapshot.service';

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
  json: string;
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
      address: `/daten/netzwerk/${region.slug}/${audience.toLowerCase()}/${version}.json`,
      analysedOn: snapshot?.analysedOn ?? 'WORKS_TOGETHER',
      madeAt: snapshot?.madeAt ?? null,
      asOf,
    };
  }

  /** The columns of the newest state as JSON. */
  async json(region: Region, audience: Audience, state: NetworkState): Promise<string> {
    return (await this.keep(region, audience, state)).json;
  }

  /** What is worth looking at, on the graph of this audience. */
  async findings(region: Region, audience: Audience): Promise<Findings> {
    const { columns } = await this.keep(region, audience, await this.state(region, audience));
    const { actors, ties } = readColumns(columns);
    return findingsOf({ actors, ties, countedGrade: columns.analysedOn });
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
    return { columns, json: JSON.stringify(columns) };
  }
}

type Actors = Awaited<ReturnType<NetworkRepository['actorsOf']>>;

function toColumns(actors: Actors, ties: readonly Tie[], snapshot: NetworkSnapshot | null, state: NetworkState): NetworkColumns {
  const at = new Map(actors.map(({ id }, index) => [id, index]));
  const drawn = ties.filter(({ a, b }) => at.has(a) && at.has(b));
  const degree = actors.map(() => 0);
  for (const { a, b } of drawn) for (const id of [a, b]) degree[at.get(id)!]!++;
  const places = placesFor(actors, drawn, snapshot);
  const communities = snapshot?.communities ?? [];
  const communityAt = new Map(communities.map(({ id }, index) => [id, index]));
  const communityOf = new Map(snapshot?.positions.ids.map((id, index) => [id, snapshot.positions.community[index]!]));
  const community = actors.map(({ id }) => communityAt.get(communityOf.get(id) ?? '') ?? -1);
  return {
    seq: state.seq,
    asOf: state.asOf,
    analysedOn: snapshot?.analysedOn ?? analysedOn(ties),
    actors: {
      ids: actors.map(({ id }) => id),
      names: actors.map(({ name }) => name),
      labels: actors.map(({ label }) => label),
      slugs: actors.map(({ slug }) => slug),
      kinds: actors.map(({ kind }) => kind),
      themes: actors.map(({ themes }) => themes),
      x: places.map(({ x }) => x),
      y: places.map(({ y }) => y),
      community,
      degree,
    },
    ties: {
      a: drawn.map(({ a }) => at.get(a)!),
      b: drawn.map(({ b }) => at.get(b)!),
      grade: drawn.map(({ grade }) => GRADES.indexOf(grade)),
      strength: drawn.map(({ strength }) => Math.round(strength * 1000) / 1000),
      since: drawn.map(({ since }) => since),
      sources: drawn.map(({ sources }) => sources.length),
    },
    communities: communities.map(({ id, naming }, index) => ({ id, naming, size: community.filter((of) => of === index).length })),
  };
}

/** Places of the snapshot; who came after it stands near those it is tied to, until the next snapshot. */
function placesFor(actors: Actors, ties: readonly Tie[], snapshot: NetworkSnapshot | null): Place[] {
  const known = new Map(snapshot?.positions.ids.map((id, at) => [id, { x: snapshot.positions.x[at]!, y: snapshot.positions.y[at]! }]));
  const neighbours = new Map<string, string[]>(actors.flatMap(({ id }) => (known.has(id) ? [] : [[id, []]])));
  for (const { a, b } of ties) {
    neighbours.get(a)?.push(b);
    neighbours.get(b)?.push(a);
  }
  return actors.map(({ id }) => {
    const place = known.get(id);
    if (place) return place;
    const others = neighbours.get(id)!;
    const near = placeNear(
      id,
      others.flatMap((other) => known.get(other) ?? []),
    );
    return { x: Math.round(near.x * 10) / 10, y: Math.round(near.y * 10) / 10 };
  });
}
