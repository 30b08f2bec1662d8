import { Injectable } from '@nestjs/common';
import { INTRODUCTION_LIMITS, type AskedActor, type EndsKnown } from '@knotenpunkt/coordination/domain';
import { addDays, type Id, type LocalDate } from '@knotenpunkt/kernel';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';

/** Written to are those who decide for it, else the addresses it has named. */
const actors = query(
  'introduction.actors',
  `SELECT a.id, a.proposable, EXISTS (SELECT FROM acting_person_v1 p WHERE p.actor_id = a.id AND p.role <> 'EDITOR' AND p.from_on <= $3
       AND (p.until_on IS NULL OR p.until_on >= $3)) OR EXISTS (SELECT FROM addressed_actor_v1 c WHERE c.actor_id = a.id) AS reachable
   FROM actor_v1 a WHERE a.region_id = $1 AND a.id = ANY($2::uuid[]) AND NOT a.archived`,
);
const counts = query(
  'introduction.counts',
  `SELECT
     EXISTS (SELECT FROM introduction i WHERE i.region_id = $1 AND least(i.first_id, i.second_id) = least($2::uuid, $3::uuid)
       AND greatest(i.first_id, i.second_id) = greatest($2::uuid, $3::uuid) AND i.state IN ('ASKED', 'AGREED', 'MET')) AS open,
     (SELECT max(i.ended_on) FROM introduction i JOIN introduction_side s ON s.introduction_id = i.id
      WHERE i.first_id IN ($2::uuid, $3::uuid) AND i.second_id IN ($2::uuid, $3::uuid) AND i.state = 'DECLINED'
        AND s.side <> 'GO_BETWEEN' AND s.answer = 'NO') AS "declinedOn",
     (SELECT count(*)::int FROM introduction i WHERE i.region_id = $1 AND i.asked_by_id = $4::uuid AND i.state IN ('ASKED', 'AGREED', 'MET')) AS "askedFor"`,
);
const wanted = query(
  'introduction.wanted',
  `SELECT s.actor_id AS id, count(*)::int AS count FROM introduction i JOIN introduction_side s ON s.introduction_id = i.id
   WHERE s.actor_id = ANY($1::uuid[]) AND s.side <> 'GO_BETWEEN' AND i.asked_by_id IS DISTINCT FROM s.actor_id AND i.state = 'ASKED' GROUP BY s.actor_id`,
);
const recently = query(
  'introduction.recently',
  `SELECT s.actor_id AS id, count(*)::int AS count FROM introduction i JOIN introduction_side s ON s.introduction_id = i.id
   WHERE s.actor_id = ANY($1::uuid[]) AND s.side = 'GO_BETWEEN' AND i.asked_on > $2 AND i.state <> 'WITHDRAWN' GROUP BY s.actor_id`,
);

interface Counted {
  id: Id;
  count: number;
}

/** What is known before two are introduced: who wants it, who can be written to, and what was asked of them lately. */
@Injectable()
export class IntroductionLimitsRepository {
  constructor(private readonly database: Database) {}

  /** Within a unit of work, where it is followed by asking; else what stands there now. */
  async known(
    tx: Tx | null,
    regionId: Id,
    { firstId, secondId, askedById, goBetweenIds }: { firstId: Id; secondId: Id; askedById: Id | null; goBetweenIds: readonly Id[] },
    today: LocalDate,
  ): Promise<Omit<EndsKnown, 'workTogether'> & { recently: ReadonlyMap<Id, number> }> {
    const ends = [firstId, secondId];
    const rows = await this.read<AskedActor & { id: Id }>(tx, actors, [regionId, [...ends, ...goBetweenIds], today]);
    const [counted] = await this.read<{ open: boolean; declinedOn: LocalDate | null; askedFor: number }>(tx, counts, [
      ...[regionId, firstId, secondId, askedById],
    ]);
    const since = addDays(today, -INTRODUCTION_LIMITS.goBetweenDays);
    return {
      today,
      actors: new Map(rows.map(({ id, ...actor }) => [id, actor])),
      ...counted!,
      wanted: byId(await this.read<Counted>(tx, wanted, [ends])),
      recently: byId(await this.read<Counted>(tx, recently, [goBetweenIds, since])),
    };
  }

  private async read<Row>(tx: Tx | null, asked: ReturnType<typeof query>, parameters: unknown[]): Promise<Row[]> {
    return tx ? ((await tx.query(asked.text, parameters)) as Row[]) : this.database.read<Row>(asked, parameters);
  }
}

function byId(rows: readonly Counted[]): Map<Id, number> {
  return new Map(rows.map(({ id, count }) => [id, count]));
}
