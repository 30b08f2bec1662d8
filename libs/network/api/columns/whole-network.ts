import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { AUDIENCES, type Audience, type Id, type LocalDate } from '@knotenpunkt/kernel';
import {
  findingsOf,
  packNetwork,
  packPast,
  packRegions,
  regionsOf,
  type NetworkColumns,
  type NetworkPast,
} from '@knotenpunkt/network/domain';
import type { OwnConnection } from '@knotenpunkt/platform/database';
import type { EmbeddedGraph } from '@knotenpunkt/platform/graph';
import type { ColumnsStore, KeptNetwork, KeptVersion, MadeVersion } from './columns-store';
import { listedActors, type ListedActor } from './listed-actors';
import { networkInColumns, type Placing } from './network-in-columns';
import { fingerprintOf, placeAnew, placingOf } from './placing-step';
import { FORMAT, type NetworkFile, type Phase } from './stored-network';
import { pastOf, TieList } from './tie-list';

/** A network as one audience sees it, before it has places. */
interface Seen {
  actors: ListedActor[];
  ties: TieList;
  past: NetworkPast;
}

/**
 * Makes the whole network of a region for every audience and stores it. What looks as it did keeps its version. Gives the columns as they
 * are stored.
 */
export class WholeNetworkMaker {
  constructor(
    private readonly connection: OwnConnection,
    private readonly store: ColumnsStore,
    private readonly graph: EmbeddedGraph,
  ) {}

  async make(regionId: Id, asOf: LocalDate, seq: number, kept: KeptNetwork | null): Promise<Map<Audience, NetworkColumns>> {
    const tell = (phase: Phase, part: number) => this.store.tell(regionId, phase, part);
    const told = this.graph.audiencesOf(regionId);
    const seen = new Map<Audience, Seen>();
    let last: Seen | null = null;
    for (const audience of AUDIENCES) {
      await tell('TIES', seen.size / AUDIENCES.length);
      // Where nothing is told for an audience alone, it sees what the one before it sees.
      last = last && !told.has(audience) ? last : await this.see(regionId, audience, asOf, seq);
      seen.set(audience, last);
    }
    await tell('PLACES', 0);
    const { placing, analysedOn, placedAt } = await this.places(regionId, seq, seen.get('PUBLIC')!);
    await tell('PACKING', 0);
    const pictures = new Map<Seen, { network: NetworkColumns; version: MadeContent }>();
    for (const each of new Set(seen.values())) {
      const network = networkInColumns(each.actors, each.ties, placing, { seq, asOf, analysedOn });
      pictures.set(each, { network, version: contentOf(network, each.past) });
    }
    await tell('PACKING', 0.5);
    const columns = new Map<Audience, NetworkColumns>();
    // One object for one content: those who build on it look at it once.
    const older = new Map<string, NetworkColumns>();
    const made: MadeVersion[] = [];
    const same: KeptVersion[] = [];
    for (const [audience, each] of seen) {
      const { network, version } = pictures.get(each)!;
      const before = kept?.of.get(audience);
      const isSame = before?.content === version.content;
      if (isSame) same.push(before);
      else made.push({ audience, ...version });
      if (isSame && !older.has(before.version)) older.set(before.version, { ...network, seq: before.seq });
      columns.set(audience, isSame ? older.get(before.version)! : network);
    }
    await this.store.keepVersions(regionId, seq, placedAt, made, same);
    return columns;
  }

  private async see(regionId: Id, audience: Audience, asOf: LocalDate, seq: number): Promise<Seen> {
    const question = { regionId, audience, asOf };
    const ties = new TieList(this.graph.eachTie(question));
    // The graph as it is: nothing is waited for between its ties and their past.
    const footings = pastOf(this.graph.eachFootings(question), { seq, asOf });
    const actors = await listedActors(this.connection, regionId, ties.ends);
    return { actors, ties, past: footings(new Set(actors.map(({ id }) => id))) };
  }

  /** The last places where nothing changed that they follow from, else new ones. Of the public network only. */
  private async places(
    regionId: Id,
    seq: number,
    { actors, ties }: Seen,
  ): Promise<{ placing: Placing; analysedOn: NetworkColumns['analysedOn']; placedAt: Date }> {
    const last = await this.store.lastPlacing(regionId);
    const fingerprint = fingerprintOf(actors, ties);
    if (last?.fingerprint === fingerprint) return { placing: placingOf(last), analysedOn: last.analysedOn, placedAt: last.madeAt };
    const made = placeAnew(seq, fingerprint, actors, ties, last);
    const placedAt = await this.store.keepPlacing(regionId, made);
    return { placing: placingOf(made), analysedOn: made.analysedOn, placedAt };
  }
}

type MadeContent = Omit<MadeVersion, 'audience'>;

/** All that is stored of a network, and a name that no other content has. */
function contentOf(network: NetworkColumns, past: NetworkPast): MadeContent {
  const regions = regionsOf(network);
  const findings = new TextEncoder().encode(JSON.stringify(findingsOf(network)));
  const filesAt = (seq: number): Record<NetworkFile, Uint8Array> => ({
    COLUMNS: packNetwork({ ...network, seq }),
    REGIONS: packRegions({ ...regions, seq }),
    PAST: packPast({ ...past, seq }),
    FINDINGS: findings,
  });
  const hash = createHash('sha256').update(String(FORMAT));
  for (const bytes of Object.values(filesAt(0))) hash.update(bytes);
  const content = hash.digest('hex');
  const { seq, asOf, analysedOn } = network;
  let files: Record<NetworkFile, Buffer> | null = null;
  return {
    ...{ seq, asOf, analysedOn, content },
    version: `${FORMAT}-${seq}-${content.slice(0, 12)}`,
    actors: network.actors.ids.length,
    files: () =>
      (files ??= Object.fromEntries(Object.entries(filesAt(seq)).map(([file, bytes]) => [file, gzipSync(bytes)])) as typeof files & object),
  };
}
