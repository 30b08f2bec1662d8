import { Injectable } from '@nestjs/common';
import { searchTextOf } from '@knotenpunkt/actors/domain';
import type { Challenge } from '@knotenpunkt/challenges/domain';
import { isHidden } from '@knotenpunkt/identity/api';
import type { CursorKey, Id } from '@knotenpunkt/kernel';
import { Database, freeSlug, query, type Tx, updateVersioned } from '@knotenpunkt/platform/database';
import { themeOf, type CompetenceCatalogue } from '@knotenpunkt/themes/domain';
import { ChallengeEntity } from './challenge.entity';

const COLUMNS = `c.id, c.region_id AS "regionId", c.slug, c.question, c.context, c.concerns, c.asked_by_id AS "askedById", c.themes, c.competences,
  c.benches, c.until_on AS "untilOn", c.state, c.origin, c.refusal_reason AS "refusalReason", c.published_on AS "publishedOn",
  c.closed_on AS "closedOn", ${isHidden('c.id')} AS hidden, c.version`;

/** What a reader asks for. Empty lists mean: all. */
export interface ChallengeQuestion {
  regionId: Id;
  /** Words that must all occur, as `searchWordsOf` makes them. */
  words: string[];
  states: string[];
  themes: string[];
  /** Sees what is not published too. */
  coordinator: boolean;
  /** Organisations of which the reader sees what is not published. */
  ownIds: Id[];
  /** Left out. */
  exceptIds: Id[];
  /** Leaves out what is hidden, whoever reads. */
  withoutHidden: boolean;
}

export interface ChallengeRow extends Challenge {
  sortKey: string;
}

// What waits for a decision first, then what is asked, soonest needed first, then what is closed.
const RANK = `(CASE c.state WHEN 'PROPOSED' THEN '0' WHEN 'PUBLISHED' THEN '1' WHEN 'CLOSED' THEN '2' ELSE '3' END || coalesce(c.until_on::text, '9999'))`;
const FOUND = `c.region_id = $1
  AND ((c.state IN ('PUBLISHED', 'CLOSED') AND NOT ${isHidden('c.id')}) OR $5 OR c.asked_by_id = ANY($6::uuid[]))
  AND (cardinality($3::text[]) = 0 OR c.state = ANY($3))
  AND (cardinality($4::text[]) = 0 OR c.themes && $4)
  AND c.id <> ALL($7::uuid[])
  AND NOT ($8 AND ${isHidden('c.id')})
  AND NOT EXISTS (SELECT FROM unnest($2::text[]) AS word WHERE c.search_text NOT LIKE '%' || word || '%')`;
const page = query(
  'challenge.page',
  `SELECT * FROM (SELECT ${COLUMNS}, ${RANK} AS "sortKey" FROM challenge c WHERE ${FOUND}) found
   WHERE $9::text IS NULL OR ("sortKey" COLLATE "C", id) > ($9::text, $10::uuid)
   ORDER BY "sortKey" COLLATE "C", id LIMIT $11`,
);
const count = query('challenge.count', `SELECT count(*)::int AS count FROM challenge c WHERE ${FOUND}`);
const bySlug = query('challenge.bySlug', `SELECT ${COLUMNS} FROM challenge c WHERE c.region_id = $1 AND c.slug = $2`);
const byIds = query('challenge.byIds', `SELECT ${COLUMNS} FROM challenge c WHERE c.id = ANY($1::uuid[])`);

function searchTextFor(challenge: Challenge, catalogue: CompetenceCatalogue): string {
  const themes = challenge.themes.flatMap((id) => [themeOf(id)?.de, themeOf(id)?.en]);
  const competences = challenge.competences.flatMap((id) => [catalogue.find(id)?.de, catalogue.find(id)?.en]);
  return searchTextOf(challenge.question, challenge.context, challenge.concerns, ...themes, ...competences);
}

function parametersOf(asked: ChallengeQuestion): unknown[] {
  const { regionId, words, states, themes, coordinator, ownIds, exceptIds, withoutHidden } = asked;
  return [regionId, words, states, themes, coordinator, ownIds, exceptIds, withoutHidden];
}

@Injectable()
export class ChallengeRepository {
  constructor(private readonly database: Database) {}

  page(asked: ChallengeQuestion, first: number, after: CursorKey | null): Promise<ChallengeRow[]> {
    return this.database.read<ChallengeRow>(page, [...parametersOf(asked), after?.[0] ?? null, after?.[1] ?? null, first + 1]);
  }

  async count(asked: ChallengeQuestion): Promise<number> {
    return (await this.database.readOne<{ count: number }>(count, parametersOf(asked)))!.count;
  }

  bySlug(regionId: Id, slug: string): Promise<Challenge | null> {
    return this.database.readOne<Challenge>(bySlug, [regionId, slug]);
  }

  byIds(ids: readonly Id[]): Promise<Challenge[]> {
    return this.database.read<Challenge>(byIds, [ids]);
  }

  /** The state a decision is made on, within the transaction that writes it. */
  async find(tx: Tx, id: Id): Promise<Challenge | null> {
    const rows = (await tx.query(`SELECT ${COLUMNS} FROM challenge c WHERE c.id = $1`, [id])) as Challenge[];
    return rows[0] ?? null;
  }

  /** Whether an actor can ask here: it belongs to the region and is still there. */
  async knowsActor(tx: Tx, regionId: Id, actorId: Id): Promise<boolean> {
    const rows = (await tx.query('SELECT 1 FROM actor_v1 WHERE id = $1 AND region_id = $2 AND NOT archived', [
      actorId,
      regionId,
    ])) as unknown[];
    return rows.length > 0;
  }

  /** An address for these words that is still free. */
  freeSlug(tx: Tx, regionId: Id, words: string): Promise<string> {
    return freeSlug(tx, { table: 'challenge', regionId, words });
  }

  async insert(tx: Tx, rows: Challenge[], catalogue: CompetenceCatalogue): Promise<void> {
    if (rows.length === 0) return;
    await tx.insert(
      ChallengeEntity,
      rows.map((row) => ({ ...row, searchText: searchTextFor(row, catalogue) })),
    );
  }

  /** Everything that can change, under the version rule. */
  update(tx: Tx, challenge: Challenge, expectedVersion: number, catalogue: CompetenceCatalogue) {
    return updateVersioned(tx, {
      table: 'challenge',
      id: challenge.id,
      expectedVersion,
      set: {
        question: challenge.question,
        context: challenge.context,
        concerns: challenge.concerns,
        themes: challenge.themes,
        competences: challenge.competences,
        benches: JSON.stringify(challenge.benches),
        until_on: challenge.untilOn,
        state: challenge.state,
        refusal_reason: challenge.refusalReason,
        published_on: challenge.publishedOn,
        closed_on: challenge.closedOn,
        search_text: searchTextFor(challenge, catalogue),
      },
    });
  }
}
