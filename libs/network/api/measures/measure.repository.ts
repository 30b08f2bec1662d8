import { Injectable } from '@nestjs/common';
import type { Id, LocalDate } from '@knotenpunkt/kernel';
import type { AnalysedOn, Benches } from '@knotenpunkt/network/domain';
import { Database, query, UnitOfWork } from '@knotenpunkt/platform/database';
import type { NamedMeasures } from '../columns/measuring-step';

/** What is told of each measured day. */
export interface DayRow extends Omit<NamedMeasures, 'benches' | 'brokers' | 'sampled' | 'isolatedActors'> {
  day: LocalDate;
  /** DAY: measured on that day; FACTS: found later, from what is entered today. */
  origin: 'DAY' | 'FACTS';
}

/** The newest day, with what is kept of that alone. */
export interface NewestRow extends DayRow {
  analysedOn: AnalysedOn;
  seq: number;
  madeAt: Date;
  sampled: number | null;
  benches: Benches;
  brokers: { actorId: Id; value: number }[];
  isolatedActors: Id[];
}

/** A day to be kept. */
export interface MeasuredDay {
  day: LocalDate;
  origin: DayRow['origin'];
  analysedOn: AnalysedOn;
  seq: number;
  measures: NamedMeasures;
}

/** How far the past of a region is measured. */
export interface MeasuringRow {
  firstOn: LocalDate;
  wanted: number;
  done: number;
}

const DAY = `day, origin, actors, ties, density, components, largest_share AS "largestShare", centralisation, isolated,
  new_ties AS "newTies", faded_ties AS "fadedTies"`;

// Of more than a year ago the last day of each month.
const series = query(
  'networkMeasure.series',
  `SELECT * FROM (
     SELECT DISTINCT ON (CASE WHEN day > newest - 400 THEN day ELSE date_trunc('month', day)::date END) ${DAY}
     FROM network_measure, (SELECT max(day) AS newest FROM network_measure WHERE region_id = $1) AS last WHERE region_id = $1
     ORDER BY CASE WHEN day > newest - 400 THEN day ELSE date_trunc('month', day)::date END, day DESC
   ) AS days ORDER BY day DESC LIMIT 1000`,
);
const newest = query(
  'networkMeasure.newest',
  `SELECT ${DAY}, analysed_on AS "analysedOn", seq, made_at AS "madeAt", sampled, benches, coalesce(brokers, '[]') AS brokers,
     coalesce(isolated_actors, '[]') AS "isolatedActors"
   FROM network_measure WHERE region_id = $1 ORDER BY day DESC LIMIT 1`,
);
const days = query('networkMeasure.days', 'SELECT day FROM network_measure WHERE region_id = $1 ORDER BY day DESC LIMIT 10000');
const measuring = query(
  'networkMeasure.measuring',
  'SELECT first_on AS "firstOn", wanted, done FROM network_measuring WHERE region_id = $1',
);

/** What a reader is told of a day: measured again and found the same, it says nothing of what was hidden and became different. */
const measured = (row: string): string =>
  [
    ...['origin', 'analysed_on', 'actors', 'ties', 'density', 'components', 'largest_share', 'centralisation', 'isolated', 'new_ties'],
    ...['faded_ties', 'sampled', 'benches', 'brokers', 'isolated_actors'],
  ]
    .map((column) => `${row}.${column}`)
    .join(', ');

/** Keeps what was measured. */
@Injectable()
export class MeasureRepository {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The earliest first. */
  async series(regionId: Id): Promise<DayRow[]> {
    return (await this.database.read<DayRow>(series, [regionId])).reverse();
  }

  newest(regionId: Id): Promise<NewestRow | null> {
    return this.database.readOne<NewestRow>(newest, [regionId]);
  }

  async days(regionId: Id): Promise<LocalDate[]> {
    return (await this.database.read<{ day: LocalDate }>(days, [regionId])).map(({ day }) => day);
  }

  measuring(regionId: Id): Promise<MeasuringRow | null> {
    return this.database.readOne<MeasuringRow>(measuring, [regionId]);
  }

  /** Notes how far the past is measured. */
  async noteMeasuring(regionId: Id, { firstOn, wanted, done }: MeasuringRow): Promise<void> {
    await this.unitOfWork.run((tx) =>
      tx.query(
        `INSERT INTO network_measuring (region_id, first_on, wanted, done) VALUES ($1, $2, $3, $4)
         ON CONFLICT (region_id) DO UPDATE SET first_on = excluded.first_on, wanted = excluded.wanted, done = excluded.done`,
        [regionId, firstOn, wanted, done],
      ),
    );
  }

  /** Keeps a day: one measured anew replaces itself, one found later never replaces what was measured on the day. */
  async keep(regionId: Id, { day, origin, analysedOn, seq, measures }: MeasuredDay): Promise<void> {
    const { brokers, isolatedActors, benches, sampled } = measures;
    const isNewest = origin === 'DAY';
    const told = {
      brokers: isNewest ? JSON.stringify(brokers) : null,
      isolated: isNewest ? JSON.stringify(isolatedActors) : null,
    };
    await this.unitOfWork.run(async (tx) => {
      await tx.query(
        `INSERT INTO network_measure (region_id, day, origin, analysed_on, seq, actors, ties, density, components, largest_share,
           centralisation, isolated, new_ties, faded_ties, sampled, benches, brokers, isolated_actors)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
         ON CONFLICT (region_id, day) DO UPDATE SET origin = excluded.origin, analysed_on = excluded.analysed_on, seq = excluded.seq,
           made_at = CASE WHEN (${measured('excluded')}) IS DISTINCT FROM (${measured('network_measure')}) THEN now()
             ELSE network_measure.made_at END,
           actors = excluded.actors, ties = excluded.ties, density = excluded.density, components = excluded.components,
           largest_share = excluded.largest_share, centralisation = excluded.centralisation, isolated = excluded.isolated,
           new_ties = excluded.new_ties, faded_ties = excluded.faded_ties, sampled = excluded.sampled, benches = excluded.benches,
           brokers = excluded.brokers, isolated_actors = excluded.isolated_actors
         WHERE excluded.origin = 'DAY'`,
        [
          ...[regionId, day, origin, analysedOn, seq, measures.actors, measures.ties, measures.density, measures.components],
          ...[measures.largestShare, measures.centralisation, measures.isolated, measures.newTies, measures.fadedTies, sampled],
          ...[JSON.stringify(benches), told.brokers, told.isolated],
        ],
      );
      if (isNewest)
        await tx.query(
          `UPDATE network_measure SET brokers = NULL, isolated_actors = NULL
           WHERE region_id = $1 AND day < $2 AND (brokers IS NOT NULL OR isolated_actors IS NOT NULL)`,
          [regionId, day],
        );
    });
  }
}
