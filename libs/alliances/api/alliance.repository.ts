import { Injectable } from '@nestjs/common';
import type { Alliance, Seat } from '@knotenpunkt/alliances/domain';
import { isHidden } from '@knotenpunkt/identity/api';
import { ok, refuse, type CursorKey, type DayPeriod, type Id, type Result } from '@knotenpunkt/kernel';
import { Database, freeSlug, query, type Tx, updateVersioned } from '@knotenpunkt/platform/database';

const COLUMNS = `a.id, a.region_id AS "regionId", a.slug, a.challenge_id AS "challengeId", a.title, a.purpose, a.state,
  a.drafted_by_id AS "draftedById", a.named_gaps AS "namedGaps", a.gaps_note AS "gapsNote",
  a.employees_note AS "employeesNote", a.employees_asked AS "employeesAsked", a.formed_on AS "formedOn",
  a.activated_on AS "activatedOn", a.concluded_on AS "concludedOn", a.effect, a.called_off_on AS "calledOffOn",
  a.call_off_reason AS "callOffReason", ${isHidden('a.id')} AS hidden, a.version,
  (SELECT coalesce(json_agg(json_build_object('actorId', m.actor_id, 'bench', m.bench, 'commitment', m.commitment, 'dueOn', m.due_on,
     'contributionKind', m.contribution_kind, 'fromOn', m.from_on,
     'amount', CASE WHEN m.amount IS NOT NULL THEN json_build_object('value', m.amount, 'unit', m.amount_unit) END,
     'state', m.state, 'stance', m.stance, 'joinedOn', m.joined_on) ORDER BY m.position), '[]')
   FROM alliance_member m WHERE m.alliance_id = a.id) AS members,
  (SELECT coalesce(json_agg(json_build_object('id', s.id, 'text', s.text, 'dueOn', s.due_on, 'reachedOn', s.reached_on)
     ORDER BY s.due_on, s.id), '[]') FROM alliance_milestone s WHERE s.alliance_id = a.id) AS milestones,
  (SELECT coalesce(json_agg(json_build_object('id', r.id, 'on', r.reviewed_on, 'decision', r.decision, 'summary', r.summary)
     ORDER BY r.reviewed_on, r.id), '[]') FROM alliance_review r WHERE r.alliance_id = a.id) AS reviews,
  (SELECT coalesce(json_agg(json_build_object('id', d.id, 'actorId', d.actor_id, 'bench', d.bench, 'commitment', d.commitment, 'since', d.since,
     'leavesOn', d.leaves_on, 'reason', d.reason, 'saidOn', d.said_on, 'done', d.done) ORDER BY d.leaves_on, d.id), '[]')
   FROM alliance_departure d WHERE d.alliance_id = a.id) AS departures`;

/** Of what is not public a reader sees what concerns its organisations: what they drafted, and where they were invited. */
const SEEN = `((a.state IN ('FORMED', 'ACTIVE', 'CONCLUDED') AND NOT ${isHidden('a.id')}) OR $2 OR a.drafted_by_id = ANY($3::uuid[])
  OR (a.state <> 'DRAFT' AND EXISTS (SELECT FROM alliance_member m WHERE m.alliance_id = a.id AND m.actor_id = ANY($3::uuid[]))))`;

/** What a reader asks for. Empty lists and null mean: all. */
export interface AllianceQuestion {
  regionId: Id;
  coordinator: boolean;
  /** Organisations the reader acts for. */
  ownIds: Id[];
  states: string[];
  challengeId: Id | null;
  actorId: Id | null;
  formed: DayPeriod | null;
  concluded: DayPeriod | null;
  calledOff: DayPeriod | null;
  /** With a bench on which too few sit, or without. */
  benchMissing: boolean | null;
  /** Not ended, and too few sit on this bench. */
  benchShort: string | null;
  /** With two members who worked together before, or without. */
  acquainted: boolean | null;
  /** With results or lessons that everybody reads, or without. */
  withOutcomes: boolean | null;
  /** Leaves out what is hidden, whoever reads. */
  withoutHidden: boolean;
}

/** How many pairs of members there are, and how many of them worked together before it was formed. */
export interface Acquaintance {
  allianceId: Id;
  pairs: number;
  acquainted: number;
}

export interface AllianceRow extends Alliance {
  sortKey: string;
}

const RANK = `(CASE a.state WHEN 'DRAFT' THEN '0' WHEN 'INVITING' THEN '1' WHEN 'FORMED' THEN '2' WHEN 'ACTIVE' THEN '3' WHEN 'CONCLUDED' THEN '4' ELSE '5' END
  || lower(a.title))`;

/** Too few sit on a wanted bench; `emptyBenches` says the same of one alliance. */
const benchMissing = (
  which: string,
) => `EXISTS (SELECT FROM challenge_v1 c, jsonb_to_recordset(c.benches) AS wanted (kind text, minimum int)
  WHERE c.id = a.challenge_id AND ${which} AND wanted.minimum > (SELECT count(*) FROM alliance_member m
    WHERE m.alliance_id = a.id AND m.bench = wanted.kind AND m.state <> 'DECLINED'))`;

/**
 * What the members of an alliance took part in by their own word before it was formed: Vorhaben and alliances, each with its days.
 * `OFFSET 0` lets each member be looked up by index; otherwise all participations there are would be read for every alliance.
 */
const TOOK_PART = `(
  SELECT m.actor_id, p.initiative_id AS id, coalesce(p.since, i.start_on) AS since, p.until_on AS until
  FROM alliance_member m
  CROSS JOIN LATERAL (SELECT * FROM participation_v1 v WHERE v.actor_id = m.actor_id AND v.state IN ('ACCEPTED', 'LEFT') OFFSET 0) p
  JOIN initiative_v1 i ON i.id = p.initiative_id
  WHERE m.alliance_id = a.id AND m.state = 'MEMBER' AND i.state NOT IN ('DRAFT', 'PROPOSED') AND coalesce(p.since, i.start_on) < a.formed_on
  UNION ALL
  SELECT m.actor_id, o.id, coalesce(n.joined_on, o.formed_on), o.concluded_on
  FROM alliance_member m JOIN alliance_member n ON n.actor_id = m.actor_id AND n.state = 'MEMBER' JOIN alliance o ON o.id = n.alliance_id
  WHERE m.alliance_id = a.id AND m.state = 'MEMBER' AND o.id <> a.id
    AND coalesce(n.joined_on, o.formed_on) < a.formed_on
  UNION ALL
  SELECT m.actor_id, d.alliance_id, d.since, d.leaves_on
  FROM alliance_member m JOIN alliance_departure d ON d.actor_id = m.actor_id AND d.done
  WHERE m.alliance_id = a.id AND m.state = 'MEMBER' AND d.alliance_id <> a.id AND d.since < a.formed_on)`;

/** Pairs of members that worked together before it was formed: in the same thing at the same time. Once for each such thing. */
const ACQUAINTED = `SELECT one.actor_id AS one, other.actor_id AS other FROM ${TOOK_PART} one JOIN ${TOOK_PART} other USING (id)
  WHERE one.actor_id < other.actor_id AND one.since <= coalesce(other.until, 'infinity') AND other.since <= coalesce(one.until, 'infinity')`;

/** As `isPublicStatement` says it of one. */
const HAS_OUTCOMES = `EXISTS (SELECT FROM alliance_statement s WHERE s.alliance_id = a.id AND s.kind IN ('RESULT', 'LESSON')
  AND s.audience = 'PUBLIC' AND s.confirmed_on IS NOT NULL AND s.withdrawn_on IS NULL)`;

const FOUND = `a.region_id = $1 AND ${SEEN}
  AND (cardinality($4::text[]) = 0 OR a.state = ANY($4))
  AND ($5::uuid IS NULL OR a.challenge_id = $5)
  AND ($6::uuid IS NULL OR EXISTS (SELECT FROM alliance_member m WHERE m.alliance_id = a.id AND m.actor_id = $6 AND m.state <> 'DECLINED'))
  AND ($7::date IS NULL OR a.formed_on BETWEEN $7 AND $8::date)
  AND ($9::date IS NULL OR a.concluded_on BETWEEN $9 AND $10::date)
  AND ($11::date IS NULL OR a.called_off_on BETWEEN $11 AND $12::date)
  AND ($13::boolean IS NULL OR $13 = ${benchMissing('true')})
  AND ($14::boolean IS NULL OR a.formed_on IS NOT NULL AND $14 = EXISTS (${ACQUAINTED}))
  AND ($15::boolean IS NULL OR $15 = ${HAS_OUTCOMES})
  AND ($16::text IS NULL OR a.state NOT IN ('CONCLUDED', 'CALLED_OFF') AND ${benchMissing('wanted.kind = $16')})
  AND NOT ($17 AND ${isHidden('a.id')})`;

const page = query(
  'alliance.page',
  `SELECT * FROM (SELECT ${COLUMNS}, ${RANK} AS "sortKey" FROM alliance a WHERE ${FOUND}) found
   WHERE $18::text IS NULL OR ("sortKey" COLLATE "C", id) > ($18::text, $19::uuid)
   ORDER BY "sortKey" COLLATE "C", id LIMIT $20`,
);
const count = query('alliance.count', `SELECT count(*)::int AS count FROM alliance a WHERE ${FOUND}`);
const acquaintances = query(
  'alliance.acquaintances',
  `SELECT a.id AS "allianceId", seats.count * (seats.count - 1) / 2 AS pairs,
     (SELECT count(DISTINCT (one, other))::int FROM (${ACQUAINTED}) known) AS acquainted
   FROM alliance a
   CROSS JOIN LATERAL (SELECT count(*)::int AS count FROM alliance_member m WHERE m.alliance_id = a.id AND m.state = 'MEMBER') seats
   WHERE a.id = ANY($1::uuid[]) AND a.formed_on IS NOT NULL`,
);
const bySlug = query('alliance.bySlug', `SELECT ${COLUMNS} FROM alliance a WHERE a.region_id = $1 AND a.slug = $2`);
const byIds = query('alliance.byIds', `SELECT ${COLUMNS} FROM alliance a WHERE a.id = ANY($1::uuid[])`);
const ofChallenges = query(
  'alliance.ofChallenges',
  `SELECT ${COLUMNS} FROM alliance a WHERE a.challenge_id = ANY($1::uuid[]) AND a.state <> 'CALLED_OFF' ORDER BY ${RANK} COLLATE "C" DESC, a.id LIMIT 2000`,
);
const ofActors = query(
  'alliance.ofActors',
  `SELECT ${COLUMNS} FROM alliance a
   WHERE a.state <> 'CALLED_OFF'
     AND EXISTS (SELECT FROM alliance_member m WHERE m.alliance_id = a.id AND m.actor_id = ANY($1::uuid[]) AND m.state <> 'DECLINED')
   ORDER BY a.formed_on DESC NULLS FIRST, a.id LIMIT 4000`,
);
const answered = query(
  'alliance.answeredChallenges',
  `SELECT DISTINCT challenge_id AS id FROM alliance WHERE region_id = $1 AND state IN ('FORMED', 'ACTIVE', 'CONCLUDED') LIMIT 5000`,
);

const SEATS = 'SELECT id, name, kind FROM actor_v1 WHERE region_id = $1 AND id = ANY($2::uuid[]) AND NOT archived';
const seats = query('alliance.seats', SEATS);

interface SeatRow extends Seat {
  id: Id;
}

function seatsBy(rows: readonly SeatRow[]): Map<Id, Seat> {
  return new Map(rows.map(({ id, name, kind }) => [id, { name, kind }]));
}

function parametersOf({ regionId, coordinator, ownIds, states, challengeId, actorId, ...asked }: AllianceQuestion): unknown[] {
  const days = [asked.formed, asked.concluded, asked.calledOff].flatMap((period) => [period?.from ?? null, period?.until ?? null]);
  const more = [asked.benchMissing, asked.acquainted, asked.withOutcomes, asked.benchShort, asked.withoutHidden];
  return [regionId, coordinator, ownIds, states, challengeId, actorId, ...days, ...more];
}

@Injectable()
export class AllianceRepository {
  constructor(private readonly database: Database) {}

  page(asked: AllianceQuestion, first: number, after: CursorKey | null): Promise<AllianceRow[]> {
    return this.database.read<AllianceRow>(page, [...parametersOf(asked), after?.[0] ?? null, after?.[1] ?? null, first + 1]);
  }

  async count(asked: AllianceQuestion): Promise<number> {
    return (await this.database.readOne<{ count: number }>(count, parametersOf(asked)))!.count;
  }

  /** Of those of the alliances that are formed. */
  acquaintances(ids: readonly Id[]): Promise<Acquaintance[]> {
    return this.database.read<Acquaintance>(acquaintances, [ids]);
  }

  bySlug(regionId: Id, slug: string): Promise<Alliance | null> {
    return this.database.readOne<Alliance>(bySlug, [regionId, slug]);
  }

  byIds(ids: readonly Id[]): Promise<Alliance[]> {
    return this.database.read<Alliance>(byIds, [ids]);
  }

  /** All of several challenges that were not called off, the furthest first. */
  ofChallenges(challengeIds: readonly Id[]): Promise<Alliance[]> {
    return this.database.read<Alliance>(ofChallenges, [challengeIds]);
  }

  /** All to which one of the actors belongs or is invited and that were not called off. */
  ofActors(actorIds: readonly Id[]): Promise<Alliance[]> {
    return this.database.read<Alliance>(ofActors, [actorIds]);
  }

  async answeredChallenges(regionId: Id): Promise<Id[]> {
    return (await this.database.read<{ id: Id }>(answered, [regionId])).map(({ id }) => id);
  }

  async find(tx: Tx, id: Id): Promise<Alliance | null> {
    const rows = (await tx.query(`SELECT ${COLUMNS} FROM alliance a WHERE a.id = $1`, [id])) as Alliance[];
    return rows[0] ?? null;
  }

  /** The same, locked until the transaction ends: answers and decisions about one alliance follow each other. */
  async lock(tx: Tx, id: Id): Promise<Alliance | null> {
    await tx.query('SELECT 1 FROM alliance WHERE id = $1 FOR UPDATE', [id]);
    return this.find(tx, id);
  }

  /** Name and kind of the actors of a region among those named; archived ones are not there. */
  async seats(tx: Tx, regionId: Id, actorIds: readonly Id[]): Promise<Map<Id, Seat>> {
    return seatsBy((await tx.query(SEATS, [regionId, actorIds])) as SeatRow[]);
  }

  /** The same, outside of a transaction. */
  async seatsOf(regionId: Id, actorIds: readonly Id[]): Promise<Map<Id, Seat>> {
    return seatsBy(await this.database.read<SeatRow>(seats, [regionId, actorIds]));
  }

  /** An address for these words that is still free. */
  freeSlug(tx: Tx, regionId: Id, words: string): Promise<string> {
    return freeSlug(tx, { table: 'alliance', regionId, words });
  }

  async insert(tx: Tx, alliance: Alliance): Promise<void> {
    await tx.query(
      `INSERT INTO alliance (id, region_id, slug, challenge_id, title, purpose, state, drafted_by_id, named_gaps, gaps_note,
         employees_note, employees_asked, formed_on, activated_on, concluded_on, effect)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      [
        ...[alliance.id, alliance.regionId, alliance.slug, alliance.challengeId, alliance.title, alliance.purpose, alliance.state],
        ...[alliance.draftedById, JSON.stringify(alliance.namedGaps), alliance.gapsNote, alliance.employeesNote, alliance.employeesAsked],
        ...[alliance.formedOn, alliance.activatedOn, alliance.concludedOn, alliance.effect],
      ],
    );
    await this.insertParts(tx, alliance);
  }

  /** Everything that can change, under the version rule. */
  async update(tx: Tx, alliance: Alliance, expectedVersion: number) {
    const written = await updateVersioned(tx, {
      table: 'alliance',
      id: alliance.id,
      expectedVersion,
      set: {
        title: alliance.title,
        purpose: alliance.purpose,
        state: alliance.state,
        named_gaps: JSON.stringify(alliance.namedGaps),
        gaps_note: alliance.gapsNote,
        employees_note: alliance.employeesNote,
        employees_asked: alliance.employeesAsked,
        formed_on: alliance.formedOn,
        activated_on: alliance.activatedOn,
        concluded_on: alliance.concludedOn,
        effect: alliance.effect,
        called_off_on: alliance.calledOffOn,
        call_off_reason: alliance.callOffReason,
      },
    });
    if (!written.ok) return written;
    await this.saveParts(tx, alliance);
    return written;
  }

  /** Removes it with its members and milestones, if it still is as it was read. */
  async remove(tx: Tx, { id, version }: Pick<Alliance, 'id' | 'version'>): Promise<Result<null>> {
    await tx.query('DELETE FROM alliance WHERE id = $1 AND version = $2', [id, version]);
    const left = await this.find(tx, id);
    return left ? refuse('STALE_VERSION', { params: { current: left.version } }) : ok(null);
  }

  /** Members, milestones and reviews as they are now; they stand under the lock and the version of their alliance. */
  async saveParts(tx: Tx, alliance: Alliance): Promise<void> {
    await tx.query('DELETE FROM alliance_member WHERE alliance_id = $1', [alliance.id]);
    await tx.query('DELETE FROM alliance_milestone WHERE alliance_id = $1', [alliance.id]);
    await tx.query('DELETE FROM alliance_review WHERE alliance_id = $1', [alliance.id]);
    await this.insertParts(tx, alliance);
  }

  private async insertParts(tx: Tx, { id, members, milestones, reviews }: Alliance): Promise<void> {
    await tx.query(
      `INSERT INTO alliance_member (alliance_id, position, actor_id, bench, commitment, contribution_kind, amount, amount_unit, from_on, due_on,
         state, stance, joined_on)
       SELECT $1, part.position, part."actorId", part.bench, part.commitment, part."contributionKind", (part.amount ->> 'value')::int,
         part.amount ->> 'unit', part."fromOn", part."dueOn", part.state, part.stance, part."joinedOn"
       FROM jsonb_to_recordset($2::jsonb) AS part(position int, "actorId" uuid, bench text, commitment text, "contributionKind" text,
         amount jsonb, "fromOn" date, "dueOn" date, state text, stance text, "joinedOn" date)`,
      [id, JSON.stringify(members.map((member, position) => ({ ...member, position })))],
    );
    await tx.query(
      `INSERT INTO alliance_milestone (alliance_id, id, text, due_on, reached_on)
       SELECT $1, part.id, part.text, part."dueOn", part."reachedOn"
       FROM jsonb_to_recordset($2::jsonb) AS part(id uuid, text text, "dueOn" date, "reachedOn" date)`,
      [id, JSON.stringify(milestones)],
    );
    await tx.query(
      `INSERT INTO alliance_review (alliance_id, id, reviewed_on, decision, summary)
       SELECT $1, part.id, part."on", part.decision, part.summary
       FROM jsonb_to_recordset($2::jsonb) AS part(id uuid, "on" date, decision text, summary text)`,
      [id, JSON.stringify(reviews)],
    );
  }
}
