import { AUDIENCES, type Audience, type Id, type LocalDate } from '@knotenpunkt/kernel';
import type { AnalysedOn, NetworkColumns } from '@knotenpunkt/network/domain';
import type { OwnConnection } from '@knotenpunkt/platform/database';
import type { EmbeddedGraph } from '@knotenpunkt/platform/graph';
import type { NetworkSnapshot } from '../snapshot.repository';
import type { KeptNetwork, KeptVersion, MadeVersion } from './columns-store';
import { formerActors, listedActors } from './listed-actors';
import { listedTies } from './listed-ties';
import type { MadeNetworks, NetworkToMake, SeenNetwork } from './making-step';
import { unplacedColumns } from './network-in-columns';
import { pastOf } from './past-of';
import { FORMAT } from './stored-network';
import { TieList } from './tie-list';

/**
 * What each audience sees of a region, read from the graph one audience after the other; in between the graph may go on. Each network carries the
 * `seq` at which it was read.
 */
export class Sights {
  private readonly networks: SeenNetwork[] = [];
  private readonly seenBy = new Map<Audience, number>();
  private analysedOn: AnalysedOn = 'WORKS_TOGETHER';
  private counted = new Float64Array();

  constructor(
    private readonly connection: OwnConnection,
    private readonly graph: EmbeddedGraph,
    private readonly regionId: Id,
    private readonly asOf: LocalDate,
  ) {}

  /** The next audience, in their order. The graph has to stay as it is until this is done. */
  async add(audience: Audience): Promise<void> {
    // Where nothing is told for an audience alone, it sees what the one before it sees.
    if (this.networks.length === 0 || this.graph.audiencesOf(this.regionId).has(audience)) await this.read(audience);
    this.seenBy.set(audience, this.networks.length - 1);
  }

  toMake(last: NetworkSnapshot | null, kept: KeptNetwork | null): NetworkToMake {
    return {
      networks: this.networks,
      seenBy: Object.fromEntries(this.seenBy) as NetworkToMake['seenBy'],
      counted: this.counted,
      last,
      stored: Object.fromEntries([...(kept?.of ?? [])].map(([audience, { content }]) => [audience, content])),
    };
  }

  private async read(audience: Audience): Promise<void> {
    const { regionId, asOf } = this;
    const question = { regionId, audience, asOf };
    const seq = await this.graph.seq();
    const ties = new TieList(this.graph.eachTie(question));
    const past = pastOf(this.graph.eachFootings(question), { seq, asOf });
    const actors = await listedActors(this.connection, regionId, ties.ends);
    const former = await formerActors(this.connection, regionId);
    if (audience === 'PUBLIC') {
      const { analysedOn } = ties;
      this.analysedOn = analysedOn;
      this.counted = Float64Array.from(listedTies(actors, ties).which, (tie) => ties.countedStrength(tie, analysedOn));
    }
    this.networks.push({
      columns: unplacedColumns(actors, ties, { seq, asOf, analysedOn: this.analysedOn }),
      past: past(new Set([...actors, ...former].map(({ id }) => id)), former),
    });
  }
}

/** What is to be stored of networks that were made. */
export interface ToStore {
  made: MadeVersion[];
  /** What is stored already, with this content. */
  same: KeptVersion[];
  /** The columns on which differences build from now on. */
  columns: Map<Audience, NetworkColumns>;
}

/** Tells new versions from those that look as they did and keep their names. `kept`: what was stored when they were asked for. */
export function toStore({ networks }: MadeNetworks, seenBy: NetworkToMake['seenBy'], kept: KeptNetwork | null): ToStore {
  const found: ToStore = { made: [], same: [], columns: new Map() };
  // One object for one content: those who build on it look at it once.
  const older = new Map<string, NetworkColumns>();
  for (const audience of AUDIENCES) {
    const { columns, content, files } = networks[seenBy[audience]]!;
    const before = kept?.of.get(audience);
    if (before?.content === content) {
      if (!older.has(before.version)) older.set(before.version, { ...columns, seq: before.seq });
      found.same.push(before);
      found.columns.set(audience, older.get(before.version)!);
      continue;
    }
    const { seq, asOf, analysedOn } = columns;
    const version = `${FORMAT}-${seq}-${content.slice(0, 12)}`;
    found.made.push({ audience, version, seq, asOf, analysedOn, content, actors: columns.actors.ids.length, files: files! });
    found.columns.set(audience, columns);
  }
  return found;
}
