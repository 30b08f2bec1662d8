import { Injectable } from '@nestjs/common';
import type { Actor, Direction, EntryCounts } from '@knotenpunkt/actors/domain';
import type { Audience, CursorKey, Id, LocalDate } from '@knotenpunkt/kernel';
import { Database, query, type Query } from '@knotenpunkt/platform/database';
import { ACTOR_COLUMNS } from './actor.repository';

/** What a reader asks the directory for. Empty lists mean: all. */
export interface DirectoryQuestion {
  regionId: Id;
  /** Words that must all occur, as `searchWordsOf` makes them. */
  words: string[];
  /** Null: all. */
  ids: Id[] | null;
  kinds: string[];
  themes: string[];
  competences: string[];
  direction: Direction | null;
  proposableOnly: boolean;
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

/** What a statement asks for: text that depends on which filters are set, never on their values, and the values it names. */
class Asking {
  readonly values: unknown[] = [];
  private shape = '';

  constructor(private readonly question: DirectoryQuestion) {}

  /** The place of a value in the statement. */
  bind(value: unknown): string {
    return `$${this.values.push(value)}`;
  }

  /** A statement of this shape; Postgres plans it for the filters that are there, so that their indexes serve. */
  query(name: string, text: string): Query {
    return query(`${name}.${this.shape}`, text);
  }

  /** Entries `e` that the reader may see. */
  holds(): string {
    const { audiences, today } = this.question;
    return `e.state = 'OPEN' AND e.audience = ANY(${this.bind(audiences)}::text[]) AND (e.until_on IS NULL OR e.until_on >= ${this.bind(today)}::date)`;
  }

  /** Conditions on actors `a`; `without` leaves a filter out, as the numbers beside it need. */
  conditions(without?: 'kinds' | 'themes'): string {
    const { regionId, words, ids, kinds, themes, competences, direction, proposableOnly } = this.question;
    const all = [`a.region_id = ${this.bind(regionId)} AND NOT a.archived`];
    const filter = (mark: string, isSet: boolean, condition: () => string) => {
      if (!isSet) return;
      this.shape += mark;
      all.push(condition());
    };
    const hasEntry = (condition: string) => `EXISTS (SELECT 1 FROM entry e WHERE e.actor_id = a.id AND ${this.holds()} AND ${condition})`;
    filter('i', ids !== null, () => `a.id = ANY(${this.bind(ids)}::uuid[])`);
    filter('k', kinds.length === 1 && without !== 'kinds', () => `a.kind = ${this.bind(kinds[0])}`);
    filter('K', kinds.length > 1 && without !== 'kinds', () => `a.kind = ANY(${this.bind(kinds)}::text[])`);
    filter('t', themes.length > 0 && without !== 'themes', () => `a.themes && ${this.bind(themes)}::text[]`);
    filter('c', competences.length > 0, () => {
      const wanted = this.bind(competences);
      return `(a.competences && ${wanted}::text[] OR ${hasEntry(`e.competences && ${wanted}::text[]`)})`;
    });
    filter('d', direction !== null, () => hasEntry(`e.direction = ${this.bind(direction)}`));
    filter('p', proposableOnly, () => 'a.proposable');
    filter('w', words.length > 0, () => {
      const found = (text: string) => `${text} LIKE '%' || word || '%'`;
      return `NOT EXISTS (SELECT 1 FROM unnest(${this.bind(words)}::text[]) AS word
        WHERE NOT ${found('a.search_text')} AND NOT ${hasEntry(found('e.search_text'))})`;
    });
    return all.join(' AND ');
  }
}

export interface FacetCount {
  id: string;
  count: number;
}

/** The directory's page and what it counts. */
@Injectable()
export class ActorDirectoryRepository {
  constructor(private readonly database: Database) {}

  page(question: DirectoryQuestion & CountQuestion, first: number, after: CursorKey | null): Promise<DirectoryRow[]> {
    const asking = new Asking(question);
    const word = question.words[0];
    const rows = word === undefined ? rowsByName(asking, first, after) : rowsByFit(asking, word.trim(), first, after);
    const name = `actor.directory${question.counted ? '.counted' : ''}${after ? '.on' : ''}`;
    const text = question.counted ? withCounts(asking, rows, question.own) : rows;
    return this.database.read<DirectoryRow>(asking.query(name, text), asking.values);
  }

  kinds(question: DirectoryQuestion): Promise<FacetCount[]> {
    const asking = new Asking(question);
    const text = `SELECT a.kind AS id, count(*) AS count FROM actor a WHERE ${asking.conditions('kinds')} GROUP BY a.kind ORDER BY a.kind`;
    return this.database.read<FacetCount>(asking.query('actor.facetKinds', text), asking.values);
  }

  themes(question: DirectoryQuestion): Promise<FacetCount[]> {
    const asking = new Asking(question);
    const text = `SELECT theme AS id, count(*) AS count FROM actor a, unnest(a.themes) AS theme WHERE ${asking.conditions('themes')} GROUP BY theme ORDER BY theme`;
    return this.database.read<FacetCount>(asking.query('actor.facetThemes', text), asking.values);
  }

  async total(question: DirectoryQuestion): Promise<number> {
    const asking = new Asking(question);
    const text = `SELECT count(*) AS total FROM actor a WHERE ${asking.conditions()}`;
    return (await this.database.readOne<{ total: number }>(asking.query('actor.facetTotal', text), asking.values))?.total ?? 0;
  }
}

function pastCursor(asking: Asking, key: string, after: CursorKey | null): string {
  return after ? `(${key}) > (${asking.bind(after[0])}::text COLLATE "de-x-icu", ${asking.bind(after[1])}::uuid)` : 'true';
}

function rowsByName(asking: Asking, first: number, after: CursorKey | null): string {
  return `SELECT ${ACTOR_COLUMNS}, a.sort_name AS "sortKey" FROM actor a
    WHERE ${asking.conditions()} AND ${pastCursor(asking, 'a.sort_name, a.id', after)} ORDER BY a.sort_name, a.id LIMIT ${asking.bind(first + 1)}`;
}

/** Names that begin with the word come first, then names with a word that does, then the rest. */
function rowsByFit(asking: Asking, word: string, first: number, after: CursorKey | null): string {
  const begins = asking.bind(word);
  const rank = `CASE WHEN a.name_text LIKE ' ' || ${begins}::text || '%' THEN '0' WHEN a.name_text LIKE '% ' || ${begins}::text || '%' THEN '1' ELSE '2' END`;
  return `SELECT * FROM (
      SELECT ${ACTOR_COLUMNS}, (${rank} || a.sort_name) COLLATE "de-x-icu" AS "sortKey"
      FROM (SELECT *, split_part(search_text, '|', 1) AS name_text FROM actor) a WHERE ${asking.conditions()}) found
    WHERE ${pastCursor(asking, '"sortKey", id', after)} ORDER BY "sortKey", id LIMIT ${asking.bind(first + 1)}`;
}

/** Adds the numbers of entries to a page that is cut already, so that no others are counted. */
function withCounts(asking: Asking, rows: string, own: readonly Id[]): string {
  return `SELECT page.*, counts.* FROM (${rows}) page CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE e.direction = 'OFFER') AS "offerCount", count(*) FILTER (WHERE e.direction = 'NEED') AS "needCount"
      FROM entry e WHERE e.actor_id = page.id AND (${asking.holds()} OR e.state = 'OPEN' AND page.id = ANY(${asking.bind(own)}::uuid[]))) counts
    ORDER BY "sortKey", id`;
}
