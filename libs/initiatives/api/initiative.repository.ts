import { Injectable } from '@nestjs/common';
import { searchTextOf } from '@knotenpunkt/actors/domain';
import { isHidden } from '@knotenpunkt/identity/api';
import type { Initiative, InitiativeOrigin, Partner } from '@knotenpunkt/initiatives/domain';
import type { CursorKey, DayPeriod, Id, LocalDate } from '@knotenpunkt/kernel';
import { Database, freeSlug, query, type Tx, updateVersioned } from '@knotenpunkt/platform/database';
import { themeOf } from '@knotenpunkt/themes/domain';
import { InitiativeEntity } from './initiative.entity';

const COLUMNS = `i.id, i.region_id AS "regionId", i.slug, i.title, i.kind, i.state, i.summary, i.description, i.themes, i.wanted,
  i.start_on AS "startOn", i.start_precision AS "startPrecision", i.end_on AS "endOn", i.end_precision AS "endPrecision",
  i.next_step AS "nextStep", i.budget, i.results, i.lead_id AS "leadId", i.lead_certainty AS "leadCertainty", i.part_of_id AS "partOfId",
  i.lead_since_on AS "leadSinceOn", i.ended_on AS "endedOn", i.end_reason AS "endReason", i.source_note AS "sourceNote", ${isHidden('i.id')} AS hidden, i.version,
  (SELECT coalesce(json_agg(json_build_object('actorId', p.actor_id, 'role', p.role, 'state', p.state, 'sinceOn', p.since_on,
     'untilOn', p.until_on, 'answerBy', p.answer_by) ORDER BY p.position), '[]') FROM participation p WHERE p.initiative_id = i.id) AS partners`;

/** What a reader asks for. Empty lists mean: all. */
export interface InitiativeQuestion {
  regionId: Id;
  /** Words that must all occur, as `searchWordsOf` makes them. */
  words: string[];
  kinds: string[];
  states: string[];
  themes: string[];
  /** Taking part, leading or not; null: anybody. */
  actorId: Id | null;
  /** Sees all proposals. */
  coordinator: boolean;
  /** Organisations whose proposals the reader sees. */
  ownIds: Id[];
  begun: DayPeriod | null;
  ended: DayPeriod | null;
  origins: InitiativeOrigin[];
  /** Leaves out what is hidden, whoever reads. */
  withoutHidden: boolean;
}

export interface InitiativeRow extends Initiative {
  sortKey: string;
}

const VISIBLE = (coordinator: string, own: string) =>
  `(NOT ${isHidden('i.id')} OR ${coordinator} OR i.lead_id = ANY(${own}::uuid[])) AND (i.lead_since_on IS NOT NULL OR (${coordinator} AND i.state <> 'DRAFT') OR i.lead_id = ANY(${own}::uuid[])
    OR EXISTS (SELECT FROM participation o WHERE o.initiative_id = i.id AND o.actor_id = ANY(${own}::uuid[]) AND o.state <> 'LEFT'))`;
// What waits for answers first, then what runs, what is an idea, what is over.
const RANK = `(CASE i.state WHEN 'DRAFT' THEN '0' WHEN 'PROPOSED' THEN '0' WHEN 'ACTIVE' THEN '1' WHEN 'IDEA' THEN '2' WHEN 'FINISHED' THEN '3' ELSE '4' END || lower(i.title))`;
/** Where a Vorhaben comes from; `InitiativeOrigin` says what each means. */
const ORIGIN = `CASE WHEN i.source_note IS NOT NULL AND i.lead_certainty <> 'REPORTED' THEN 'REGISTER' WHEN i.lead_certainty <> 'CONFIRMED' THEN 'REPORTED'
  WHEN EXISTS (SELECT FROM consent_round_v1 r WHERE r.subject_type = 'initiative' AND r.subject_id = i.id AND r.state = 'AGREED') THEN 'AGREED_HERE'
  WHEN i.start_on IS NULL OR i.start_precision = 'MONTH' AND i.start_on = date_trunc('month', i.created_at)::date THEN 'UNKNOWN'
  WHEN i.start_on < i.created_at::date THEN 'BEFORE' ELSE 'BEGUN_HERE' END`;
const FOUND = `i.region_id = $1 AND ${VISIBLE('$6', '$7')}
  AND (cardinality($3::text[]) = 0 OR i.kind = ANY($3))
  AND (cardinality($4::text[]) = 0 OR i.state = ANY($4))
  AND (cardinality($5::text[]) = 0 OR i.themes && $5)
  AND ($8::uuid IS NULL OR i.lead_id = $8 OR EXISTS (
    SELECT FROM participation a WHERE a.initiative_id = i.id AND a.actor_id = $8 AND a.state IN ('ACCEPTED', 'STATED')))
  AND NOT EXISTS (SELECT FROM unnest($2::text[]) AS word WHERE i.search_text NOT LIKE '%' || word || '%')
  AND ($9::date IS NULL OR i.lead_since_on IS NOT NULL AND i.state IN ('ACTIVE', 'FINISHED', 'ABANDONED')
    AND i.start_on BETWEEN $9 AND $10::date AND i.start_on <= coalesce(i.ended_on, 'infinity'))
  AND ($11::date IS NULL OR i.lead_since_on IS NOT NULL AND i.state IN ('FINISHED', 'ABANDONED') AND i.ended_on BETWEEN $11 AND $12::date)
  AND (cardinality($13::text[]) = 0 OR ${ORIGIN} = ANY($13))
  AND NOT ($14 AND ${isHidden('i.id')})`;
const page = query(
  'initiative.page',
  `SELECT * FROM (SELECT ${COLUMNS}, ${RANK} AS "sortKey" FROM initiative i WHERE ${FOUND}) found
   WHERE $15::text IS NULL OR ("sortKey" COLLATE "C", id) > ($15::text, $16::uuid)
   ORDER BY "sortKey" COLLATE "C", id LIMIT $17`,
);
const count = query('initiative.count', `SELECT count(*)::int AS count FROM initiative i WHERE ${FOUND}`);
const origins = query('initiative.origins', `SELECT i.id, ${ORIGIN} AS origin FROM initiative i WHERE i.id = ANY($1::uuid[])`);
const bySlug = query('initiative.bySlug', `SELECT ${COLUMNS} FROM initiative i WHERE i.region_id = $1 AND i.slug = $2`);
const byIds = query('initiative.byIds', `SELECT ${COLUMNS} FROM initiative i WHERE i.id = ANY($1::uuid[])`);
const partsOf = query(
  'initiative.partsOf',
  `SELECT ${COLUMNS} FROM initiative i WHERE i.part_of_id = ANY($1::uuid[]) ORDER BY i.start_on NULLS LAST, i.id`,
);
const ofActors = query(
  'initiative.ofActors',
  `SELECT a.id AS "actorId", found.* FROM unnest($1::uuid[]) AS a (id) CROSS JOIN LATERAL (
     SELECT ${COLUMNS} FROM initiative i
     WHERE (i.lead_id = a.id OR EXISTS (SELECT FROM participation p WHERE p.initiative_id = i.id AND p.actor_id = a.id AND p.state IN ('ACCEPTED', 'STATED')))
       AND ${VISIBLE('$2', '$3')}
     ORDER BY ${RANK} COLLATE "C", i.id LIMIT 50) found`,
);
const awaiting = query(
  'initiative.awaiting',
  `SELECT ${COLUMNS} FROM initiative i
   WHERE i.region_id = $1 AND (i.id = ANY($3::uuid[]) OR (i.state = 'DRAFT' AND i.lead_id = ANY($2::uuid[])) OR i.state IN ('IDEA', 'ACTIVE')
     AND EXISTS (SELECT FROM participation p WHERE p.initiative_id = i.id AND p.actor_id = ANY($2::uuid[]) AND p.state = 'INVITED') AND NOT ${isHidden('i.id')})
   ORDER BY i.id DESC LIMIT 50`,
);

const insertMany = `
  INSERT INTO initiative (id, region_id, slug, title, kind, state, summary, description, themes, wanted, start_on, start_precision, end_on,
    end_precision, next_step, budget, results, lead_id, lead_certainty, part_of_id, lead_since_on, ended_on, end_reason, source_note, search_text, version)
  SELECT id, "regionId", slug, title, kind, state, summary, description, themes, wanted, "startOn", "startPrecision", "endOn",
    "endPrecision", "nextStep", nullif(budget, 'null'), results, "leadId", "leadCertainty", "partOfId", "leadSinceOn", "endedOn", "endReason", "sourceNote",
    "searchText", version
  FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, "regionId" uuid, slug text, title text, kind text, state text, summary text, description text,
    themes text[], wanted jsonb, "startOn" date, "startPrecision" text, "endOn" date, "endPrecision" text, "nextStep" text, budget jsonb, results jsonb,
    "leadId" uuid, "leadCertainty" text, "partOfId" uuid, "leadSinceOn" date, "endedOn" date, "endReason" text, "sourceNote" text, "searchText" text,
    version integer)`;
const insertPartners = `
  INSERT INTO participation (initiative_id, actor_id, position, role, state, since_on, until_on)
  SELECT id, "actorId", position, role, state, "sinceOn", "untilOn"
  FROM jsonb_to_recordset($1::jsonb) AS p (id uuid, "actorId" uuid, position integer, role text, state text, "sinceOn" date, "untilOn" date)`;

/** What is searched of a Vorhaben. */
export function searchTextFor(initiative: Initiative): string {
  const themes = initiative.themes.flatMap((id) => [themeOf(id)?.de, themeOf(id)?.en]);
  return searchTextOf(
    initiative.title,
    initiative.summary,
    initiative.description,
    ...themes,
    ...initiative.wanted.map(({ text }) => text),
  );
}

const withUnanswered = query(
  'initiative.withUnanswered',
  `SELECT DISTINCT i.id FROM participation p JOIN initiative i ON i.id = p.initiative_id
   WHERE i.region_id = $1 AND p.state = 'INVITED' AND p.answer_by < $2 AND i.state IN ('IDEA', 'ACTIVE') LIMIT 500`,
);

function parametersOf(asked: InitiativeQuestion): unknown[] {
  const { regionId, words, kinds, states, themes, coordinator, ownIds, actorId, begun, ended } = asked;
  const days = [begun, ended].flatMap((period) => [period?.from ?? null, period?.until ?? null]);
  return [regionId, words, kinds, states, themes, coordinator, ownIds, actorId, ...days, asked.origins, asked.withoutHidden];
}

@Injectable()
export class InitiativeRepository {
  constructor(private readonly database: Database) {}

  page(asked: InitiativeQuestion, first: number, after: CursorKey | null): Promise<InitiativeRow[]> {
    return this.database.read<InitiativeRow>(page, [...parametersOf(asked), after?.[0] ?? null, after?.[1] ?? null, first + 1]);
  }

  async count(asked: InitiativeQuestion): Promise<number> {
    return (await this.database.readOne<{ count: number }>(count, parametersOf(asked)))!.count;
  }

  /** Where each of them comes from. */
  async origins(ids: readonly Id[]): Promise<Map<Id, InitiativeOrigin>> {
    const rows = await this.database.read<{ id: Id; origin: InitiativeOrigin }>(origins, [ids]);
    return new Map(rows.map(({ id, origin }) => [id, origin]));
  }

  bySlug(regionId: Id, slug: string): Promise<Initiative | null> {
    return this.database.readOne<Initiative>(bySlug, [regionId, slug]);
  }

  byIds(ids: readonly Id[]): Promise<Initiative[]> {
    return this.database.read<Initiative>(byIds, [ids]);
  }

  partsOf(ids: readonly Id[]): Promise<Initiative[]> {
    return this.database.read<Initiative>(partsOf, [ids]);
  }

  /** Of each actor at most fifty, as the reader may see them. */
  ofActors(ids: readonly Id[], reader: { coordinator: boolean; ownIds: Id[] }): Promise<(Initiative & { actorId: Id })[]> {
    return this.database.read<Initiative & { actorId: Id }>(ofActors, [ids, reader.coordinator, reader.ownIds]);
  }

  /** Those that one of the organisations is invited to join, and the proposals named. */
  awaiting(regionId: Id, actorIds: readonly Id[], proposalIds: readonly Id[]): Promise<Initiative[]> {
    return this.database.read<Initiative>(awaiting, [regionId, actorIds, proposalIds]);
  }

  /** Those of a region in which an invitation has waited beyond its last day. */
  async withUnanswered(regionId: Id, today: LocalDate): Promise<Id[]> {
    return (await this.database.read<{ id: Id }>(withUnanswered, [regionId, today])).map(({ id }) => id);
  }

  /** The state a decision is made on; changes of the same Vorhaben wait for each other. */
  async lock(tx: Tx, id: Id): Promise<Initiative | null> {
    await tx.query('SELECT 1 FROM initiative WHERE id = $1 FOR UPDATE', [id]);
    return this.find(tx, id);
  }

  async find(tx: Tx, id: Id): Promise<Initiative | null> {
    return (await this.findAll(tx, [id]))[0] ?? null;
  }

  async findAll(tx: Tx, ids: readonly Id[]): Promise<Initiative[]> {
    return (await tx.query(byIds.text, [ids])) as Initiative[];
  }

  /** Names of those of the actors that belong to the region and are still there. */
  async actorNames(tx: Tx, regionId: Id, actorIds: readonly Id[]): Promise<Map<Id, string>> {
    const rows = (await tx.query('SELECT id, name FROM actor_v1 WHERE id = ANY($1::uuid[]) AND region_id = $2 AND NOT archived', [
      actorIds,
      regionId,
    ])) as { id: Id; name: string }[];
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** An address for these words that is still free. */
  freeSlug(tx: Tx, regionId: Id, words: string): Promise<string> {
    return freeSlug(tx, { table: 'initiative', regionId, words });
  }

  async insert(tx: Tx, initiative: Initiative): Promise<void> {
    const { partners, ...row } = initiative;
    await tx.insert(InitiativeEntity, { ...row, searchText: searchTextFor(initiative) });
    await this.writePartners(tx, initiative.id, partners);
  }

  /** Many at once with their partners, as two statements. */
  async insertMany(tx: Tx, initiatives: readonly Initiative[]): Promise<void> {
    await tx.query(insertMany, [
      JSON.stringify(initiatives.map((initiative) => ({ ...initiative, searchText: searchTextFor(initiative) }))),
    ]);
    const partners = initiatives.flatMap(({ id, partners }) => partners.map((partner, position) => ({ ...partner, id, position })));
    await tx.query(insertPartners, [JSON.stringify(partners)]);
  }

  async remove(tx: Tx, id: Id): Promise<void> {
    await tx.query('DELETE FROM initiative WHERE id = $1', [id]);
  }

  /** Everything that can change, under the version rule. */
  async update(tx: Tx, initiative: Initiative, expectedVersion: number) {
    const version = await updateVersioned(tx, {
      table: 'initiative',
      id: initiative.id,
      expectedVersion,
      set: {
        title: initiative.title,
        kind: initiative.kind,
        state: initiative.state,
        summary: initiative.summary,
        description: initiative.description,
        themes: initiative.themes,
        wanted: JSON.stringify(initiative.wanted),
        start_on: initiative.startOn,
        start_precision: initiative.startPrecision,
        end_on: initiative.endOn,
        end_precision: initiative.endPrecision,
        next_step: initiative.nextStep,
        budget: initiative.budget === null ? null : JSON.stringify(initiative.budget),
        results: JSON.stringify(initiative.results),
        lead_certainty: initiative.leadCertainty,
        lead_since_on: initiative.leadSinceOn,
        ended_on: initiative.endedOn,
        end_reason: initiative.endReason,
        source_note: initiative.sourceNote,
        search_text: searchTextFor(initiative),
      },
    });
    if (version.ok) await this.writePartners(tx, initiative.id, initiative.partners);
    return version;
  }

  private async writePartners(tx: Tx, id: Id, partners: readonly Partner[]): Promise<void> {
    if (partners.length === 0) return;
    await tx.query(
      `INSERT INTO participation (initiative_id, actor_id, position, role, state, since_on, until_on, answer_by)
       SELECT $1, p.actor_id, p.position, p.role, p.state, p.since_on, p.until_on, p.answer_by
       FROM unnest($2::uuid[], $3::int[], $4::text[], $5::text[], $6::date[], $7::date[], $8::date[])
         AS p (actor_id, position, role, state, since_on, until_on, answer_by)
       ON CONFLICT (initiative_id, actor_id) DO UPDATE
         SET role = excluded.role, state = excluded.state, since_on = excluded.since_on, until_on = excluded.until_on,
             answer_by = excluded.answer_by`,
      [
        id,
        partners.map(({ actorId }) => actorId),
        partners.map((_, position) => position),
        partners.map(({ role }) => role),
        partners.map(({ state }) => state),
        partners.map(({ sinceOn }) => sinceOn),
        partners.map(({ untilOn }) => untilOn),
        partners.map(({ answerBy }) => answerBy),
      ],
    );
  }
}
