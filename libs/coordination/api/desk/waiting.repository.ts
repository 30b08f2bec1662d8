import { Injectable } from '@nestjs/common';
import {
  MOST_WAITING,
  waitingKey,
  type AllianceAtWork,
  type Passed,
  type WaitingItem,
  type WaitingKind,
} from '@knotenpunkt/coordination/domain';
import { INVITATION_DAYS } from '@knotenpunkt/initiatives/domain';
import type { Id, LocalDate } from '@knotenpunkt/kernel';
import { Database, query } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';

type Row = Omit<WaitingItem, 'key' | 'kind'> & { id: Id };

const LAST = `ORDER BY since, id, "actorId" LIMIT ${MOST_WAITING}`;
const NAMED = 'JOIN actor_v1 n ON n.id = w.actor_id AND NOT n.archived';

const contacts = query(
  'desk.contacts',
  `SELECT w.id, w.to_actor_id AS "actorId", n.name AS "actorName", 'CONTACT_REQUEST' AS "subjectType", w.id AS "subjectId", w.organisation AS title,
     NULL AS slug, (w.created_at AT TIME ZONE $2)::date AS since, 1 AS asked
   FROM contact_request w JOIN actor_v1 n ON n.id = w.to_actor_id AND NOT n.archived
   WHERE w.region_id = $1 AND w.state = 'ASKED' ${LAST}`,
);
const parties = (type: 'alliance' | 'initiative') =>
  `SELECT w.subject_id AS id, w.actor_id AS "actorId", n.name AS "actorName", '${type.toUpperCase()}' AS "subjectType",
     w.subject_id AS "subjectId", s.title, s.slug, (w.opened_at AT TIME ZONE $2)::date AS since, w.asked
   FROM (SELECT p.*, (count(*) OVER (PARTITION BY p.subject_id))::int AS asked FROM asked_party_v1 p
     WHERE p.region_id = $1 AND p.subject_type = '${type}') w
   JOIN ${type}_v1 s ON s.id = w.subject_id ${NAMED} WHERE NOT w.answered`;
const invitations = query(
  'desk.invitations',
  `${parties('alliance')} UNION ALL ${parties('initiative')}
   UNION ALL SELECT w.initiative_id, w.actor_id, n.name, 'INITIATIVE', w.initiative_id, s.title, s.slug, w.answer_by - ${INVITATION_DAYS}, 1
   FROM initiative_invitation_v1 w JOIN initiative_v1 s ON s.id = w.initiative_id ${NAMED} WHERE w.region_id = $1 AND s.state <> 'DRAFT' ${LAST}`,
);
const commitments = query(
  'desk.commitments',
  `SELECT w.id, w.actor_id AS "actorId", n.name AS "actorName", w.purpose_type AS "subjectType", w.purpose_id AS "subjectId",
     w.purpose_title AS title, w.purpose_slug AS slug, w.due_on AS since, 1 AS asked
   FROM commitment_v1 w ${NAMED} WHERE w.region_id = $1 AND w.state = 'OPEN' AND w.due_on < $2 AND w.purpose_type IN ('ALLIANCE', 'INITIATIVE') ${LAST}`,
);
const introductions = query(
  'desk.introductions',
  `SELECT i.id, w.actor_id AS "actorId", n.name AS "actorName", 'INTRODUCTION' AS "subjectType", i.id AS "subjectId", i.purpose AS title,
     NULL AS slug, i.asked_on AS since, 3 AS asked
   FROM introduction i JOIN introduction_side w ON w.introduction_id = i.id ${NAMED}
   WHERE i.region_id = $1 AND i.state = 'ASKED' AND w.answer IS NULL ${LAST}`,
);
const alliances = query(
  'desk.alliances',
  `SELECT * FROM (
     SELECT s.id, s.title, s.slug,
       greatest(s.formed_on, ((SELECT max(at) FROM act_time_v1 t WHERE t.subject_id = s.id) AT TIME ZONE $2)::date) AS "lastOn",
       (SELECT min(m.due_on) FROM alliance_milestone_v1 m WHERE m.alliance_id = s.id AND m.reached_on IS NULL) AS "nextOn",
       EXISTS (SELECT FROM thread h WHERE h.subject_id = s.id AND h.state = 'OPEN' AND h.next_step <> '') AS "hasStep"
     FROM alliance_v1 s WHERE s.region_id = $1 AND s.state IN ('FORMED', 'ACTIVE')) found
   WHERE NOT "hasStep" ORDER BY "lastOn", id LIMIT ${MOST_WAITING}`,
);
const initiatives = query(
  'desk.initiatives',
  `SELECT id, title, slug, end_on AS on FROM initiative_v1 WHERE region_id = $1 AND state = 'ACTIVE' AND end_on < $2
   ORDER BY end_on, id LIMIT ${MOST_WAITING}`,
);
const unmet = query(
  'desk.unmet',
  `SELECT id, purpose AS title, NULL AS slug, agreed_on AS on FROM introduction WHERE region_id = $1 AND state = 'AGREED'
   ORDER BY agreed_on, id LIMIT ${MOST_WAITING}`,
);

/** What waits and what has passed its day, asked of the rooms by their views; each by one statement. */
@Injectable()
export class WaitingRepository {
  constructor(private readonly database: Database) {}

  /** What waits for an organisation, of all kinds. */
  async items({ id, timeZone }: Region, today: LocalDate): Promise<WaitingItem[]> {
    const of = async (kind: WaitingKind, asked: ReturnType<typeof query>, ...parameters: unknown[]) =>
      (await this.database.read<Row>(asked, [id, ...parameters])).map(({ id: about, ...row }): WaitingItem => ({
        ...row,
        kind,
        key: waitingKey(kind, about, row.actorId),
      }));
    return [
      ...(await of('CONTACT', contacts, timeZone)),
      ...(await of('INVITATION', invitations, timeZone)),
      ...(await of('COMMITMENT', commitments, today)),
      ...(await of('INTRODUCTION', introductions)),
    ];
  }

  /** Alliances at work for which no thread names a next step, the quietest first. */
  alliancesAtWork({ id, timeZone }: Region): Promise<AllianceAtWork[]> {
    return this.database.read<AllianceAtWork>(alliances, [id, timeZone]);
  }

  /** Vorhaben that run beyond their last day. */
  initiativesBeyondEnd({ id }: Region, today: LocalDate): Promise<Passed[]> {
    return this.database.read<Passed>(initiatives, [id, today]);
  }

  /** Introductions that all agreed to and of which no meeting is noted. */
  introductionsUnmet({ id }: Region): Promise<Passed[]> {
    return this.database.read<Passed>(unmet, [id]);
  }
}
