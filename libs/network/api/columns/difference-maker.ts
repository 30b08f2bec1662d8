import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { AUDIENCES, type Audience, type Id, type LocalDate } from '@knotenpunkt/kernel';
import { deltaBetween, packDelta, unpackNetwork, type NetworkColumns, type NetworkDelta } from '@knotenpunkt/network/domain';
import type { OwnConnection } from '@knotenpunkt/platform/database';
import type { EmbeddedGraph } from '@knotenpunkt/platform/graph';
import type { ColumnsStore, KeptNetwork, KeptVersion, MadeDelta } from './columns-store';
import { listedActors, listedAmong } from './listed-actors';
import { networkInColumns, type Placing } from './network-in-columns';
import { TieList } from './tie-list';
import { unzipped } from './unzipped';

/** More actors than this are others than in the snapshot: a new one is due instead. */
const LARGE_CHANGE = 3_000;

export type Differences = ReadonlyMap<Audience, NetworkDelta | null>;

/** The snapshot on which differences build, as the worker holds it. */
export interface Base {
  columns: ReadonlyMap<Audience, NetworkColumns>;
  /** Which versions these are, to notice that another process made newer ones. */
  versions: string;
  /** Who may be different since; null: nobody looked, anybody may be. */
  touched: Set<Id> | null;
  /** So many were different when it was last looked that no difference is told any more. */
  isPassed: boolean;
}

export function versionsOf(kept: KeptNetwork): string {
  return AUDIENCES.map((audience) => kept.of.get(audience)!.version).join(' ');
}

/** Says what became different since a snapshot, for every audience by itself: nothing that is hidden from it leaves a trace. */
export class DifferenceMaker {
  constructor(
    private readonly connection: OwnConnection,
    private readonly store: ColumnsStore,
    private readonly graph: EmbeddedGraph,
  ) {}

  /** The stored snapshot, to build on; null where it is gone. */
  async base(regionId: Id, kept: KeptNetwork): Promise<Base | null> {
    const columns = new Map<Audience, NetworkColumns>();
    // Audiences that see the same have versions of the same name: it is read once.
    const read = new Map<string, NetworkColumns>();
    for (const [audience, { version }] of kept.of) {
      const bytes = read.has(version) ? null : await this.store.columns(regionId, audience, version);
      if (bytes) read.set(version, unpackNetwork(await unzipped(bytes)));
      const network = read.get(version);
      if (!network) return null;
      columns.set(audience, network);
    }
    return { columns, versions: versionsOf(kept), touched: null, isPassed: false };
  }

  /** What is different now, for each audience; null: nothing is. Whoever is not among them need not be looked at again. */
  async find(regionId: Id, asOf: LocalDate, seq: number, base: Base): Promise<Differences> {
    const found = new Map<Audience, NetworkDelta | null>();
    const told = this.graph.audiencesOf(regionId);
    let lookedAt: NetworkColumns | null = null;
    let delta: NetworkDelta | null = null;
    for (const audience of AUDIENCES) {
      const before = base.columns.get(audience)!;
      // Where nothing is told for an audience alone, it sees what the one before it sees.
      if (lookedAt !== before || told.has(audience)) {
        delta = deltaBetween(before, await this.now(regionId, audience, asOf, seq, before, base.touched), base.touched);
        lookedAt = before;
      }
      found.set(audience, delta);
    }
    base.touched = new Set([...found.values()].flatMap((delta) => (delta ? [...delta.actors.ids, ...delta.gone] : [])));
    base.isPassed = base.touched.size > LARGE_CHANGE;
    return found;
  }

  /** The network as it is now; with `among` only these actors, and the ties among them. */
  private async now(
    regionId: Id,
    audience: Audience,
    asOf: LocalDate,
    seq: number,
    before: NetworkColumns,
    among: ReadonlySet<Id> | null,
  ): Promise<NetworkColumns> {
    const question = { regionId, audience, asOf };
    const placing = placesIn(before);
    const head = { seq, asOf, analysedOn: before.analysedOn };
    if (!among) {
      const ties = new TieList(this.graph.eachTie(question));
      return networkInColumns(await listedActors(this.connection, regionId, ties.ends), ties, placing, head);
    }
    const ties = new TieList(this.graph.tiesAmong(question, among));
    // Who is of another region is listed as long as anything ties it here.
    const tied = new Set([...ties.ends, ...tiedToOthers(before, among)]);
    const actors = await listedAmong(this.connection, among);
    return networkInColumns(
      actors.filter((actor) => actor.regionId === regionId || tied.has(actor.id)),
      ties,
      placing,
      head,
    );
  }
}

/** Of these differences those that are others than what is stored with a version. */
export function deltasToStore(found: Differences, storedOf: (audience: Audience) => Pick<KeptVersion, 'version' | 'delta'>): MadeDelta[] {
  const deltas: MadeDelta[] = [];
  for (const [audience, delta] of found) {
    const content = delta && contentOf(delta);
    const { version, delta: stored } = storedOf(audience);
    if (content !== stored) deltas.push({ audience, version, content, bytes: delta && gzipSync(packDelta(delta)) });
  }
  return deltas;
}

/** The same whatever the version of the data: what only others may see does not show here, not even as a new address. */
function contentOf(delta: NetworkDelta): string {
  return createHash('sha256')
    .update(packDelta({ ...delta, seq: 0 }))
    .digest('hex');
}

/** Those of some actors who are tied to others than these. */
function tiedToOthers({ actors, ties }: NetworkColumns, some: ReadonlySet<Id>): Set<Id> {
  const isOne = Uint8Array.from(actors.ids, (id) => Number(some.has(id)));
  const found = new Set<Id>();
  ties.a.forEach((a, tie) => {
    const b = ties.b[tie]!;
    if (isOne[a] !== isOne[b]) found.add(actors.ids[isOne[a] ? a : b]!);
  });
  return found;
}

function placesIn({ communities, actors }: NetworkColumns): Placing {
  const at = new Map(actors.ids.map((id, place) => [id, place]));
  return {
    communities,
    of: (id) => {
      const place = at.get(id);
      if (place === undefined) return null;
      return { x: actors.x[place]!, y: actors.y[place]!, community: actors.community[place]!, broker: actors.broker[place]! };
    },
  };
}
