import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import type { ActorRow } from '../network.repository';
import { NetworkRepository } from '../network.repository';
import { MeasureRepository, type DayRow, type NewestRow } from './measure.repository';

/** What the page of measures tells. */
export interface ToldMeasures {
  /** Null: nothing was measured yet. */
  newest:
    | (Omit<NewestRow, 'seq' | 'brokers' | 'isolatedActors'> & {
        brokers: { actor: ActorRow; value: number }[];
        isolatedActors: ActorRow[];
      })
    | null;
  days: DayRow[];
  /** How many days of the past are measured of those still wanted; null: all are. */
  filling: { done: number; wanted: number } | null;
}

/** Tells what was measured. */
@Injectable()
export class MeasuresService {
  constructor(
    private readonly measures: MeasureRepository,
    private readonly network: NetworkRepository,
  ) {}

  async of(regionId: Id): Promise<ToldMeasures> {
    const [newest, days, filling] = await Promise.all([
      this.measures.newest(regionId),
      this.measures.series(regionId),
      this.measures.measuring(regionId),
    ]);
    return {
      newest: newest && (await this.withNames(newest)),
      days,
      filling: filling && filling.done < filling.wanted ? filling : null,
    };
  }

  /** Whoever is gone since it was measured is left out. */
  private async withNames(newest: NewestRow): Promise<ToldMeasures['newest']> {
    const ids = [...newest.brokers.map(({ actorId }) => actorId), ...newest.isolatedActors];
    const byId = new Map((await this.network.actorsByIds(ids)).map((actor) => [actor.id, actor]));
    return {
      ...newest,
      brokers: newest.brokers.flatMap(({ actorId, value }) => {
        const actor = byId.get(actorId);
        return actor ? [{ actor, value }] : [];
      }),
      isolatedActors: newest.isolatedActors.flatMap((id) => byId.get(id) ?? []),
    };
  }
}
