import { Injectable } from '@nestjs/common';
import { SIDES, type Introduction, type IntroductionFilter, type JointAct, type Side } from '@knotenpunkt/coordination/domain';
import type { CursorKey, Id, LocalDate } from '@knotenpunkt/kernel';
import { Database, query, updateVersioned, type Tx } from '@knotenpunkt/platform/database';

const COLUMNS = `i.id, i.region_id AS "regionId", i.asked_by_id AS "askedById", i.purpose, i.reason, i.text_version AS "textVersion", i.state,
  i.asked_on AS "askedOn", i.answer_by AS "answerBy", i.agreed_on AS "agreedOn", i.met_on AS "metOn", i.ended_on AS "endedOn", i.outcome,
  i.outcome_id AS "outcomeId", i.outcome_note AS "outcomeNote", i.version,
  (SELECT json_agg(json_build_object('side', s.side, 'actorId', s.actor_id, 'answer', s.answer, 'note', s.note, 'noteShared', s.note_shared,
     'answeredOn', s.answered_on, 'personId', s.person_id) ORDER BY array_position(ARRAY['${SIDES.join(`', '`)}'], s.side))
   FROM introduction_side s WHERE s.introduction_id = i.id) AS sides`;

const OPEN = `i.state IN ('ASKED', 'AGREED', 'MET')`;

/** Limits introductions by what `limitsOf` gives as $2 to $13. */
const LIMITED = `($2::boolean IS NULL OR (${OPEN}) = $2)
  AND ($3::text[] IS NULL OR i.state = ANY($3)) AND ($4::text[] IS NULL OR i.outcome = ANY($4))
  AND ($5::date IS NULL OR i.asked_on BETWEEN $5 AND $6::date) AND ($7::date IS NULL OR i.agreed_on BETWEEN $7 AND $8::date)
  AND ($9::date IS NULL OR i.met_on BETWEEN $9 AND $10::date) AND ($11::date IS NULL OR i.ended_on BETWEEN $11 AND $12::date)
  AND ($13::uuid IS NULL OR EXISTS (SELECT FROM introduction_side s WHERE s.introduction_id = i.id AND s.actor_id = $13))`;

function limitsOf({ open, states, outcomes, asked, agreed, met, ended, actorId }: IntroductionFilter): unknown[] {
  const days = [asked, agreed, met, ended].flatMap((period) => [period?.from ?? null, period?.until ?? null]);
  return [open ?? null, states ?? null, outcomes ?? null, ...days, actorId ?? null];
}

const page = query(
  'introduction.page',
  `SELECT ${COLUMNS}, coalesce(i.ended_on, i.asked_on)::text AS "sortKey" FROM introduction i
   WHERE i.region_id = $1 AND ${LIMITED}
     AND ($14 OR EXISTS (SELECT FROM introduction_side s WHERE s.introduction_id = i.id AND s.actor_id = ANY($15::uuid[])))
     AND ($16::date IS NULL OR (coalesce(i.ended_on, i.asked_on), i.id) < ($16::date, $17::uuid))
   ORDER BY coalesce(i.ended_on, i.asked_on) DESC, i.id DESC LIMIT $18`,
);
const count = query('introduction.count', `SELECT count(*)::int AS count FROM introduction i WHERE i.region_id = $1 AND ${LIMITED}`);
const byId = query('introduction.byId', `SELECT ${COLUMNS} FROM introduction i WHERE i.region_id = $1 AND i.id = $2`);
const overdue = query(
  'introduction.overdue',
  `SELECT i.id FROM introduction i WHERE i.region_id = $1 AND i.state = 'ASKED' AND i.answer_by < $2 ORDER BY i.answer_by, i.id LIMIT 500`,
);

/** What two organisations both take part in, readable by everybody. */
const JOINT = `
  SELECT 'INITIATIVE' AS type, v.id, v.title, v.slug FROM participation_v1 p JOIN participation_v1 q ON q.initiative_id = p.initiative_id
    JOIN initiative_v1 v ON v.id = p.initiative_id
  WHERE p.actor_id = i.first_id AND q.actor_id = i.second_id AND p.state = 'ACCEPTED' AND q.state = 'ACCEPTED' AND v.state IN ('ACTIVE', 'FINISHED')
  UNION SELECT 'ALLIANCE', a.id, a.title, a.slug FROM alliance_member_v1 m JOIN alliance_member_v1 n ON n.alliance_id = m.alliance_id
    JOIN alliance_v1 a ON a.id = m.alliance_id
  WHERE m.actor_id = i.first_id AND n.actor_id = i.second_id AND m.state = 'MEMBER' AND n.state = 'MEMBER'
    AND a.state IN ('FORMED', 'ACTIVE', 'CONCLUDED')`;
const jointOf = query(
  'introduction.joint',
  `SELECT i.id AS "introductionId", joint.* FROM introduction i CROSS JOIN LATERAL (SELECT * FROM (${JOINT}) found ORDER BY title, id LIMIT 50) joint
   WHERE i.id = ANY($1::uuid[])`,
);
const outcomes = query(
  'introduction.outcomes',
  `SELECT 'INITIATIVE' AS type, id, title, slug FROM initiative_v1 WHERE id = ANY($1::uuid[])
   UNION ALL SELECT 'ALLIANCE', id, title, slug FROM alliance_v1 WHERE id = ANY($1::uuid[])`,
);
// Who said yes; where that person acts for it no more, those who decide for it today.
const contacts = query(
  'introduction.contacts',
  `SELECT s.introduction_id AS "introductionId", s.side, s.actor_id AS "actorId", p.name, p.email
   FROM introduction_side s JOIN acting_person_v1 p ON p.actor_id = s.actor_id
   WHERE s.introduction_id = ANY($1::uuid[]) AND p.role <> 'EDITOR' AND p.from_on <= $2 AND (p.until_on IS NULL OR p.until_on >= $2)
     AND (p.person_id = s.person_id OR NOT EXISTS (SELECT FROM acting_person_v1 o WHERE o.actor_id = s.actor_id AND o.person_id = s.person_id
       AND o.role <> 'EDITOR' AND o.from_on <= $2 AND (o.until_on IS NULL OR o.until_on >= $2)))
   ORDER BY s.introduction_id, s.side, p.email LIMIT 2000`,
);

export interface IntroductionRow extends Introduction {
  sortKey: string;
}

/** Whom to write to for one of the three. */
export interface IntroductionContact {
  introductionId: Id;
  side: Side;
  actorId: Id;
  name: string;
  email: string;
}

@Injectable()
export class IntroductionRepository {
  constructor(private readonly database: Database) {}

  /** The newest first: all for the coordination, else those in which one of these organisations takes part. */
  page(
    asked: { regionId: Id; filter: IntroductionFilter; all: boolean; ownIds: Id[] },
    first: number,
    after: CursorKey | null,
  ): Promise<IntroductionRow[]> {
    const { regionId, filter, all, ownIds } = asked;
    const values = [regionId, ...limitsOf(filter), all, ownIds, after?.[0] ?? null, after?.[1] ?? null, first + 1];
    return this.database.read<IntroductionRow>(page, values);
  }

  /** How many the coordination sees. */
  async count(regionId: Id, filter: IntroductionFilter): Promise<number> {
    return (await this.database.readOne<{ count: number }>(count, [regionId, ...limitsOf(filter)]))!.count;
  }

  byId(regionId: Id, id: Id): Promise<Introduction | null> {
    return this.database.readOne<Introduction>(byId, [regionId, id]);
  }

  /** Asked ones of a region whose last day has passed. */
  async overdue(regionId: Id, today: LocalDate): Promise<Id[]> {
    return (await this.database.read<{ id: Id }>(overdue, [regionId, today])).map(({ id }) => id);
  }

  joint(ids: readonly Id[]): Promise<(JointAct & { introductionId: Id })[]> {
    return this.database.read(jointOf, [ids]);
  }

  outcomes(ids: readonly Id[]): Promise<JointAct[]> {
    return this.database.read<JointAct>(outcomes, [ids]);
  }

  contacts(ids: readonly Id[], today: LocalDate): Promise<IntroductionContact[]> {
    return this.database.read<IntroductionContact>(contacts, [ids, today]);
  }

  async find(tx: Tx, id: Id): Promise<Introduction | null> {
    const rows = (await tx.query(`SELECT ${COLUMNS} FROM introduction i WHERE i.id = $1`, [id])) as Introduction[];
    return rows[0] ?? null;
  }

  /** The same, locked until the transaction ends: answers follow each other. */
  async lock(tx: Tx, id: Id): Promise<Introduction | null> {
    await tx.query('SELECT 1 FROM introduction WHERE id = $1 FOR UPDATE', [id]);
    return this.find(tx, id);
  }

  /** Asking for introductions in a region follows one after the other: what is counted stays true until it is written. */
  async takeTurns(tx: Tx, regionId: Id): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('introductions ' || $1))`, [regionId]);
  }

  /** Names of the actors of a region among those named. */
  async names(tx: Tx, ids: readonly Id[]): Promise<Map<Id, string>> {
    const rows = (await tx.query('SELECT id, name FROM actor_v1 WHERE id = ANY($1::uuid[])', [ids])) as { id: Id; name: string }[];
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** The same contacts, within a unit of work. */
  async contactsIn(tx: Tx, id: Id, today: LocalDate): Promise<IntroductionContact[]> {
    return (await tx.query(contacts.text, [[id], today])) as IntroductionContact[];
  }

  async insert(tx: Tx, introduction: Introduction): Promise<void> {
    const { id, regionId, askedById, purpose, reason, textVersion, state, askedOn, answerBy, agreedOn, metOn, sides } = introduction;
    const actorOf = (side: Side) => sides.find((each) => each.side === side)!.actorId;
    await tx.query(
      `INSERT INTO introduction (id, region_id, first_id, second_id, asked_by_id, purpose, reason, text_version, state, asked_on, answer_by, agreed_on, met_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        ...[id, regionId, actorOf('FIRST'), actorOf('SECOND'), askedById, purpose, reason, textVersion, state],
        ...[askedOn, answerBy, agreedOn, metOn],
      ],
    );
    await this.insertSides(tx, introduction);
  }

  /** Everything that can change, under the version rule. */
  async update(tx: Tx, introduction: Introduction, expectedVersion: number) {
    const written = await updateVersioned(tx, {
      table: 'introduction',
      id: introduction.id,
      expectedVersion,
      set: {
        purpose: introduction.purpose,
        reason: introduction.reason,
        text_version: introduction.textVersion,
        state: introduction.state,
        answer_by: introduction.answerBy,
        agreed_on: introduction.agreedOn,
        met_on: introduction.metOn,
        ended_on: introduction.endedOn,
        outcome: introduction.outcome,
        outcome_id: introduction.outcomeId,
        outcome_note: introduction.outcomeNote,
      },
    });
    if (!written.ok) return written;
    await tx.query('DELETE FROM introduction_side WHERE introduction_id = $1', [introduction.id]);
    await this.insertSides(tx, introduction);
    return written;
  }

  private async insertSides(tx: Tx, { id, sides }: Introduction): Promise<void> {
    await tx.query(
      `INSERT INTO introduction_side (introduction_id, side, actor_id, answer, note, note_shared, answered_on, person_id)
       SELECT $1, s.side, s."actorId", s.answer, s.note, s."noteShared", s."answeredOn", s."personId"
       FROM jsonb_to_recordset($2::jsonb) AS s(side text, "actorId" uuid, answer text, note text, "noteShared" boolean, "answeredOn" date, "personId" uuid)`,
      [id, JSON.stringify(sides)],
    );
  }
}
