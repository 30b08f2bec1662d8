import { fromDay, toDay, type Id, type LocalDate } from '@knotenpunkt/kernel';
import type { AnalysedOn, Measures, NetworkToMeasure } from '@knotenpunkt/network/domain';
import type { OwnConnection } from '@knotenpunkt/platform/database';
import type { EmbeddedGraph } from '@knotenpunkt/platform/graph';
import { listedActors, type ListedActor } from './listed-actors';
import { listedTies } from './listed-ties';

/** What began later than this many days before the day is new. */
const NEW_DAYS = 30;

/** Which network is to be measured: the public one of a region on a day. */
export interface WantedMeasures {
  regionId: Id;
  day: LocalDate;
  /** The grade whose ties count; null: what both sides accepted, and where nobody did, what one side states. */
  analysedOn: AnalysedOn | null;
}

/** Measures as they leave the desk: the few actors that are told by name come by id, all others stay behind. */
export interface NamedMeasures extends Omit<Measures, 'brokers' | 'isolatedActors'> {
  brokers: { actorId: Id; value: number }[];
  isolatedActors: Id[];
}

/** What measuring a day gave. */
export interface MeasuredNetwork {
  /** Version of the data it was measured at. */
  seq: number;
  analysedOn: AnalysedOn;
  /** The day since which its first tie is there; null: there is none. */
  firstOn: LocalDate | null;
  measures: NamedMeasures;
  /** Milliseconds of work, without what other work was waited for and without reading new facts. */
  tookMs: number;
}

/** The counted ties of one day; their ends have no places yet. */
interface DayOfTies {
  a: Id[];
  b: Id[];
  since: number[];
  strength: number[];
  whole: number[];
}

/** What of the graph is measured, and what is told of it beside the measures. */
export interface DayToMeasure extends Pick<MeasuredNetwork, 'analysedOn' | 'firstOn'> {
  /** In the order of the columns. */
  ids: Id[];
  network: NetworkToMeasure;
}

/** Reads the public network of a region on a day, from the graph as it is. */
export async function dayToMeasure(connection: OwnConnection, graph: EmbeddedGraph, wanted: WantedMeasures): Promise<DayToMeasure> {
  const { regionId, day, analysedOn } = wanted;
  const counted = countedTies(graph, regionId, day, analysedOn ? [analysedOn] : ['WORKS_TOGETHER', 'STATED']);
  const { a, b, since } = counted.ties;
  const actors = await listedActors(connection, regionId, new Set([...a, ...b]));
  return {
    ids: actors.map(({ id }) => id),
    network: toMeasure(actors, counted.ties, toDay(day)),
    analysedOn: counted.analysedOn,
    firstOn: since.length === 0 ? null : fromDay(since.reduce((first, each) => Math.min(first, each))),
  };
}

/** Measures with those by id who are told by name. */
export function withIds({ brokers, isolatedActors, ...numbers }: Measures, ids: readonly Id[]): NamedMeasures {
  return {
    ...numbers,
    brokers: brokers.map(({ actor, value }) => ({ actorId: ids[actor]!, value })),
    isolatedActors: isolatedActors.map((at) => ids[at]!),
  };
}

/** The ties of the first of these grades that has any; of the first of all where none has. */
function countedTies(
  graph: EmbeddedGraph,
  regionId: Id,
  day: LocalDate,
  grades: readonly [AnalysedOn, ...AnalysedOn[]],
): { analysedOn: AnalysedOn; ties: DayOfTies } {
  for (const analysedOn of grades) {
    const ties = tiesOn(graph, regionId, day, analysedOn);
    if (ties.a.length > 0) return { analysedOn, ties };
  }
  return { analysedOn: grades[0], ties: { a: [], b: [], since: [], strength: [], whole: [] } };
}

function tiesOn(graph: EmbeddedGraph, regionId: Id, day: LocalDate, grade: AnalysedOn): DayOfTies {
  const ties: DayOfTies = { a: [], b: [], since: [], strength: [], whole: [] };
  for (const tie of graph.eachTie({ regionId, audience: 'PUBLIC', asOf: day, grades: [grade] })) {
    ties.a.push(tie.a);
    ties.b.push(tie.b);
    ties.since.push(toDay(tie.since));
    ties.strength.push(tie.strength);
    ties.whole.push(tie.sources.reduce((sum, { runningStrength }) => sum + runningStrength, 0));
  }
  return ties;
}

/** Actors and their ties as columns. Ties to others than these are left out. */
function toMeasure(actors: readonly ListedActor[], ties: DayOfTies, day: number): NetworkToMeasure {
  const { which, a, b } = listedTies(actors, ties);
  const kinds = [...new Set(actors.map(({ kind }) => kind))].sort();
  const kindAt = new Map(kinds.map((kind, index) => [kind, index]));
  return {
    kind: Uint8Array.from(actors, ({ kind }) => kindAt.get(kind)!),
    kinds,
    ...{ a, b },
    since: Int32Array.from(which, (tie) => ties.since[tie]!),
    strength: Float64Array.from(which, (tie) => ties.strength[tie]!),
    whole: Float64Array.from(which, (tie) => ties.whole[tie]!),
    newFrom: day - NEW_DAYS + 1,
  };
}
