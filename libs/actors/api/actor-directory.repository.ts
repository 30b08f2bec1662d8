import { Injectable } from '@nestjs/common';
import type { Actor, Direction, EntryCounts } from '@knotenpunkt/actors/domain';
import type { Audience, CursorKey, Id, LocalDate } from '@knotenpunkt/kernel';
import { Database, query } from '@knotenpunkt/platform/database';
import { ACTOR_COLUMNS } from './actor.repository';

/** What a reader asks the directory for. Empty lists mean: all. */
export interface DirectoryQuestion {
  regionId: Id;
  /** Words that must all occur, as `searchWordsOf` makes them. */
  words: string[];
  kinds: string[];
  themes: string[];
  competences: string[];
  direction: Direction | null;
  /** The audiences whose entries the reader may see. */
  audiences: Audience[];
  today: LocalDate;
}

/** Whether a page is to have the numbers of entries as well, and for which actors the reader sees all that are open. */
export interface CountQuestion {
  counted: boolean;
  own: Id[];
}

export interface DirectoryRow extends Actor, Partial<EntryCounts> {
  sortKey: string;
}

// $1 region, $2 words, $3 kinds, $4 themes, $5 competences, $6 direction, $7 audiences, $8 today
const HOLDS = `e.state = 'OPEN' AND e.audience = ANY($7::text[]) AND (e.until_on IS NULL OR e.until_on >= $8::date)`;
const SEARCHED = `NOT EXISTS (
    SELECT 1 FROM unnest($2::text[]) AS word
    WHERE a.search_text NOT LIKE '%' || word || '%'
      AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.actor_id = a.id AND ${HOLDS} AND e.search_text LIKE '%' || word || '%'))`;
const BY_KIND = `(cardinality($3::text[]) = 0 OR a.kind = ANY($3))`;
const BY_THEME = `(cardinality($4::text[]) = 0 OR a.themes && $4)`;
const BY_COMPETENCE = `(cardinality($5::text[]) = 0 OR a.competences && $5
    OR EXISTS (SELECT 1 FROM entry e WHERE e.actor_id = a.id AND ${HOLDS} AND e.competences && $5))`;
const BY_DIRECTION = `($6::text IS NULL OR EXISTS (SELECT 1 FROM entry e WHERE e.actor_id = a.id AND e.direction = $6 AND ${HOLDS}))`;
const IN_REGION = `a.region_id = $1 AND NOT a.archived`;
const ALL = `${IN_REGION} AND ${BY_KIND} AND ${BY_THEME} AND ${BY_COMPETENCE} AND ${BY_DIRECTION} AND ${SEARCHED}`;

// $12 whether they are asked for, $13 the reader's own actors; after the page is cut, so that no others are counted.
const withCounts = (rows: string) => `SELECT page.*, counts.* FROM (${rows}) page
   LEFT JOIN LATERAL (
     SELECT count(*) FILTER (WHERE e.direction = 'OFFER') AS "offerCount", count(*) FILTER (WHERE e.direction = 'NEED') AS "needCount"
     FROM entry e WHERE e.actor_id = page.id AND (${HOLDS} OR e.state = 'OPEN' AND page.id = ANY($13::uuid[]))) counts ON $12::boolean
   ORDER BY "sortKey", id`;

const page = query(
  'actor.directory',
  withCounts(`SELECT ${ACTOR_COLUMNS}, a.sort_name AS "sortKey" FROM actor a
   WHERE ${ALL} AND ($9::text IS NULL OR (a.sort_name, a.id) > ($9::text COLLATE "de-x-icu", $10::uuid))
   ORDER BY a.sort_name, a.id LIMIT $11`),
);

// Names that begin with the first word come first, then names with a word that does, then the rest.
const RANKED = `((CASE WHEN a.name_text LIKE ' ' || $14::text || '%' THEN '0' WHEN a.name_text LIKE '% ' || $14::text || '%' THEN '1' ELSE '2' END) || a.sort_name) COLLATE "de-x-icu"`;
const searchPage = query(
  'actor.directorySearch',
  withCounts(`SELECT * FROM (
     SELECT ${ACTOR_COLUMNS}, ${RANKED} AS "sortKey"
     FROM (SELECT *, split_part(search_text, '|', 1) AS name_text FROM actor) a WHERE ${ALL}) found
   WHERE $9::text IS NULL OR ("sortKey", id) > ($9::text COLLATE "de-x-icu", $10::uuid)
   ORDER BY "sortKey", id LIMIT $11`),
);

const kinds = query(
  'actor.facetKinds',
  `SELECT a.kind AS id, count(*) AS count FROM actor a
   WHERE ${IN_REGION} AND ${BY_THEME} AND ${BY_COMPETENCE} AND ${BY_DIRECTION} AND ${SEARCHED} AND cardinality($3::text[]) >= 0
   GROUP BY a.kind`,
);

const themes = query(
  'actor.facetThemes',
  `SELECT theme AS id, count(*) AS count FROM actor a, unnest(a.themes) AS theme
   WHERE ${IN_REGION} AND ${BY_KIND} AND ${BY_COMPETENCE} AND ${BY_DIRECTION} AND ${SEARCHED} AND cardinality($4::text[]) >= 0
   GROUP BY theme`,
);

const totals = query('actor.facetTotal', `SELECT count(*) AS total FROM actor a WHERE ${ALL}`);

export interface FacetCount {
  id: string;
  count: number;
}

/** The directory's page and what it counts. */
@Injectable()
export class ActorDirectoryRepository {
  constructor(private readonly database: Database) {}

  page(question: DirectoryQuestion & CountQuestion, first: number, after: CursorKey | null): Promise<DirectoryRow[]> {
    const { counted, own } = question;
    const parameters = [...parametersOf(question), after?.[0] ?? null, after?.[1] ?? null, first + 1, counted, own];
    const word = question.words[0];
    return word === undefined
      ? this.database.read<DirectoryRow>(page, parameters)
      : this.database.read<DirectoryRow>(searchPage, [...parameters, word.trim()]);
  }

  kinds(question: DirectoryQuestion): Promise<FacetCount[]> {
    return this.database.read<FacetCount>(kinds, parametersOf(question));
  }

  themes(question: DirectoryQuestion): Promise<FacetCount[]> {
    return this.database.read<FacetCount>(themes, parametersOf(question));
  }

  async total(question: DirectoryQuestion): Promise<number> {
    return (await this.database.readOne<{ total: number }>(totals, parametersOf(question)))?.total ?? 0;
  }
}

function parametersOf(question: DirectoryQuestion): unknown[] {
  const { regionId, words, kinds, themes, competences, direction, audiences, today } = question;
  return [regionId, words, kinds, themes, competences, direction, audiences, today];
}
