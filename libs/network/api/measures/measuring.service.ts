import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@knotenpunkt/kernel';
import { missingDays } from '@knotenpunkt/network/domain';
import { CLOCK } from '@knotenpunkt/platform/database';
import { GRAPH, type GraphPort } from '@knotenpunkt/platform/graph';
import type { Region } from '@knotenpunkt/regions/domain';
import { NetworkThread } from '../columns/network-thread';
import { dayOf } from '../snapshot.service';
import { MeasureRepository } from './measure.repository';

/** Has the public networks of regions measured beside the thread that answers, today's and those of the past, and keeps what comes of it. */
@Injectable()
export class MeasuringService {
  constructor(
    private readonly measures: MeasureRepository,
    private readonly thread: NetworkThread,
    @Inject(GRAPH) private readonly graph: GraphPort,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Measures today's network; gives how many milliseconds of work that was, null where it was measured at this version of the data. */
  async measureToday(region: Region): Promise<number | null> {
    const day = dayOf(region, this.clock);
    const last = await this.measures.newest(region.id);
    if (last?.day === day && last.seq === (await this.graph.seq()) && last.origin === 'DAY') return null;
    const { firstOn, tookMs, ...measured } = await this.thread.measure({ regionId: region.id, day, analysedOn: null });
    await this.measures.keep(region.id, { day, origin: 'DAY', ...measured });
    if (!firstOn) return tookMs;
    const wanted = missingDays(firstOn, day, await this.measures.days(region.id), measured.measures.ties).length;
    if (wanted > 0) await this.measures.noteMeasuring(region.id, { firstOn, wanted, done: 0 });
    return tookMs;
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
      const { analysedOn, seq, measures } = await this.thread.measure({ regionId: region.id, day, analysedOn: newest.analysedOn });
      await this.measures.keep(region.id, { day, origin: 'FACTS', analysedOn, seq, measures });
    }
    const left = Math.max(0, missing.length - 1);
    await this.measures.noteMeasuring(region.id, { ...state, done: state.wanted - Math.min(left, state.wanted) });
    return left > 0;
  }
}
