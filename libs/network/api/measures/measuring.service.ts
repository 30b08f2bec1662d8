import { Inject, Injectable } from '@nestjs/common';
import { fromDay, toDay, type Clock, type Id, type LocalDate } from '@knotenpunkt/kernel';
import { missingDays, type AnalysedOn, type NetworkToMeasure } from '@knotenpunkt/network/domain';
import { CLOCK } from '@knotenpunkt/platform/database';
import { GRAPH, type GraphPort } from '@knotenpunkt/platform/graph';
import type { Region } from '@knotenpunkt/regions/domain';
import { dayOf } from '../snapshot.service';
import { measureApart, MEASURES_WORKER } from './measure-apart';
import { MeasureRepository } from './measure.repository';

/** What began later than this many days before the day is new. */
const NEW_DAYS = 30;

/** The counted ties of one day as they come from the graph; their ends have no places yet. */
interface DayOfTies {
  a: Id[];
  b: Id[];
  since: number[];
  strength: number[];
  whole: number[];
}

/** Measures the public networks of regions, today's and those of the past, and keeps what comes of it. */
@Injectable()
export class MeasuringService {
  constructor(
    private readonly measures: MeasureRepository,
    @Inject(GRAPH) private readonly graph: GraphPort,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(MEASURES_WORKER) private readonly workerFile: URL | null,
  ) {}

  /** Measures today's network unless it was measured at this version of the data; true when it did. */
  async measureToday(region: Region): Promise<boolean> {
    const day = dayOf(region, this.clock);
    const last = await this.measures.newest(region.id);
    const seq = await this.graph.seq();
    if (last?.day === day && last.seq === seq && last.origin === 'DAY') return false;
    const { analysedOn, ties } = await this.countedTies(region.id, day);
    await this.keepDay(region.id, { day, origin: 'DAY', analysedOn, seq }, ties);
    const first = ties.since.reduce((earliest, since) => Math.min(earliest, since), Number.POSITIVE_INFINITY);
    if (!Number.isFinite(first)) return true;
    const firstOn = fromDay(first);
    const wanted = missingDays(firstOn, day, await this.measures.days(region.id), ties.a.length).length;
    if (wanted > 0) await this.measures.noteMeasuring(region.id, { firstOn, wanted, done: 0 });
    return true;
  }

  /**
   * Measures one day of the past that has no measures yet, from the facts known today, on the actors there are today; false when none is
   * missing. What a region is analysed on today its past is too, so that a chart does not mix two things.
   */
  async measurePast(region: Region): Promise<boolean> {
    const [state, newest] = [await this.measures.measuring(region.id), await this.measures.newest(region.id)];
    if (!state || !newest || state.done >= state.wanted) return false;
    const missing = missingDays(state.firstOn, dayOf(region, this.clock), await this.measures.days(region.id), newest.ties);
    const [day] = missing;
    if (day) {
      const ties = await this.tiesOn(region.id, day, newest.analysedOn);
      await this.keepDay(region.id, { day, origin: 'FACTS', analysedOn: newest.analysedOn, seq: newest.seq }, ties);
    }
    const left = Math.max(0, missing.length - 1);
    await this.measures.noteMeasuring(region.id, { ...state, done: state.wanted - Math.min(left, state.wanted) });
    return left > 0;
  }

  /** Ties both sides accepted; where there are none, those one side states. */
  private async countedTies(regionId: Id, day: LocalDate): Promise<{ analysedOn: AnalysedOn; ties: DayOfTies }> {
    for (const analysedOn of ['WORKS_TOGETHER', 'STATED'] as const) {
      const ties = await this.tiesOn(regionId, day, analysedOn);
      if (ties.a.length > 0) return { analysedOn, ties };
    }
    return { analysedOn: 'WORKS_TOGETHER', ties: { a: [], b: [], since: [], strength: [], whole: [] } };
  }

  private async tiesOn(regionId: Id, day: LocalDate, grade: AnalysedOn): Promise<DayOfTies> {
    const ties: DayOfTies = { a: [], b: [], since: [], strength: [], whole: [] };
    for await (const tie of this.graph.stream({ regionId, audience: 'PUBLIC', asOf: day, grades: [grade] })) {
      ties.a.push(tie.a);
      ties.b.push(tie.b);
      ties.since.push(toDay(tie.since));
      ties.strength.push(tie.strength);
      ties.whole.push(tie.sources.reduce((sum, { runningStrength }) => sum + runningStrength, 0));
    }
    return ties;
  }

  private async keepDay(
    regionId: Id,
    head: { day: LocalDate; origin: 'DAY' | 'FACTS'; analysedOn: AnalysedOn; seq: number },
    ties: DayOfTies,
  ): Promise<void> {
    const actors = await this.measures.actorsOf(regionId, [...new Set([...ties.a, ...ties.b])]);
    const measures = await measureApart(toMeasure(actors, ties, toDay(head.day)), this.workerFile);
    await this.measures.keep(regionId, { ...head, ids: actors.map(({ id }) => id), measures });
  }
}

function toMeasure(actors: readonly { id: Id; kind: string }[], ties: DayOfTies, day: number): NetworkToMeasure {
  const at = new Map(actors.map(({ id }, index) => [id, index]));
  const kinds = [...new Set(actors.map(({ kind }) => kind))].sort();
  const known = Array.from(ties.a.keys()).filter((tie) => at.has(ties.a[tie]!) && at.has(ties.b[tie]!));
  return {
    kind: Uint8Array.from(actors, ({ kind }) => kinds.indexOf(kind)),
    kinds,
    a: Uint32Array.from(known, (tie) => at.get(ties.a[tie]!)!),
    b: Uint32Array.from(known, (tie) => at.get(ties.b[tie]!)!),
    since: Int32Array.from(known, (tie) => ties.since[tie]!),
    strength: Float64Array.from(known, (tie) => ties.strength[tie]!),
    whole: Float64Array.from(known, (tie) => ties.whole[tie]!),
    newFrom: day - NEW_DAYS + 1,
  };
}
