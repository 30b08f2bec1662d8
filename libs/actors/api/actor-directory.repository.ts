import { Injectable } from '@nestjs/common';
import type { Actor, EntryCounts } from '@knotenpunkt/actors/domain';
import type { CursorKey, Id } from '@knotenpunkt/kernel';
import { Database } from '@knotenpunkt/platform/database';
import { ACTOR_COLUMNS } from './actor.repository';
import type { TakenRow } from './actor-table';
import { Asking, FACETS, PLACE, type DirectoryQuestion, type Facet } from './directory-asking';

/** Whether a page is to have the numbers of entries as well, and for which actors the reader sees all that are open. */
export interface CountQuestion {
  counted: boolean;
  own: Id[];
}

export interface DirectoryRow extends Actor, Partial<EntryCounts> {
  sortKey: string;
}

export interface FacetCount {
  id: string;
  count: number;
}

/** How many there are altogether, and for each filter by its choices, as if that filter were not set. */
export type FacetCounts = Record<Facet, FacetCount[]> & { total: number };

/** An actor as a map shows it. */
export interface PlaceRow {
  id: Id;
  slug: string;
  name: string;
  kind: string;
  city: string;
  lon: number;
  lat: number;
}

/** Which part of a list is read. */
export interface Cut {
  after: CursorKey | null;
  most: number;
}

/** A list of filters with more choices than this helps nobody; the most frequent remain. */
const MOST_CHOICES = 60;

/** The directory's page and what it counts. */
@Injectable()
export class ActorDirectoryRepository {
  constructor(private readonly database: Database) {}

  page(question: DirectoryQuestion & CountQuestion, first: number, after: CursorKey | null): Promise<DirectoryRow[]> {
    const asking = new Asking(question);
    const cut = { after, most: first + 1 };
    const stem = question.words[0]?.stem;
    const rows = stem === undefined ? rowsByName(asking, cut) : rowsByFit(asking, stem, cut);
    const name = `actor.directory${question.counted ? '.counted' : ''}${after ? '.on' : ''}`;
    const text = question.counted ? withCounts(asking, rows, question.own) : rows;
    return this.database.read<DirectoryRow>(asking.query(name, text), asking.values);
  }

  /** All counts in one statement. */
  async facets(question: DirectoryQuestion): Promise<FacetCounts> {
    const asking = new Asking(question);
    const text = countsOf(asking);
    const rows = await this.database.read<FacetCount & { facet: Facet | 'total' }>(asking.query('actor.facets', text), asking.values);
    const of = (facet: Facet) => rows.filter((row) => row.facet === facet).map(({ id, count }) => ({ id, count }));
    return {
      total: rows.find(({ facet }) => facet === 'total')?.count ?? 0,
      ...(Object.fromEntries(FACETS.map((facet) => [facet, of(facet)])) as Record<Facet, FacetCount[]>),
    };
  }

  /** At most so many to take along, by name, each with the titles of the entries the reader may see. */
  taken(question: DirectoryQuestion, own: readonly Id[], cut: Cut): Promise<TakenRow[]> {
    const asking = new Asking(question);
    const titles = (direction: string, name: string) =>
      `ARRAY(SELECT e.title FROM entry e WHERE e.actor_id = page.id AND e.direction = '${direction}'
        AND (${asking.holds()} OR e.state = 'OPEN' AND page.id = ANY(${asking.bind(own)}::uuid[])) ORDER BY e.created_at, e.id LIMIT 40) AS "${name}"`;
    const rows = rowsByName(asking, cut);
    const text = `SELECT page.*, ${titles('NEED', 'needs')}, ${titles('OFFER', 'offers')} FROM (${rows}) page ORDER BY "sortKey", id`;
    return this.database.read<TakenRow>(asking.query(`actor.taken${cut.after ? '.on' : ''}`, text), asking.values);
  }

  /** The ids of those found that are not known, the newest first. */
  async idsWithout(question: DirectoryQuestion, { known, most }: { known: readonly Id[]; most: number }): Promise<Id[]> {
    const asking = new Asking(question);
    const text = `SELECT a.id FROM actor a WHERE ${asking.conditions()} AND a.id <> ALL(${asking.bind(known)}::uuid[])
      ORDER BY a.id DESC LIMIT ${asking.bind(most)}`;
    return (await this.database.read<{ id: Id }>(asking.query('actor.idsWithout', text), asking.values)).map(({ id }) => id);
  }

  /** Where those found are, as far as it is known; at most 2,000. */
  places(question: DirectoryQuestion): Promise<PlaceRow[]> {
    const asking = new Asking(question);
    const text = `SELECT a.id, a.slug, a.name, a.kind, a.city, a.lon, a.lat FROM actor a
      WHERE ${asking.conditions()} AND a.lon IS NOT NULL ORDER BY a.id LIMIT 2000`;
    return this.database.read<PlaceRow>(asking.query('actor.places', text), asking.values);
  }
}

function pastCursor(asking: Asking, key: string, after: CursorKey | null): string {
  return after ? `(${key}) > (${asking.bind(after[0])}::text COLLATE "de-x-icu", ${asking.bind(after[1])}::uuid)` : 'true';
}

function rowsByName(asking: Asking, { after, most }: Cut): string {
  return `SELECT ${ACTOR_COLUMNS}, a.sort_name AS "sortKey" FROM actor a
    WHERE ${asking.conditions()} AND ${pastCursor(asking, 'a.sort_name, a.id', after)} ORDER BY a.sort_name, a.id LIMIT ${asking.bind(most)}`;
}

/** Names that begin with the stem of the first word come first, then names with a word that does, then the rest. */
function rowsByFit(asking: Asking, stem: string, { after, most }: Cut): string {
  const begins = asking.bind(stem);
  const rank = `CASE WHEN a.name_text LIKE ' ' || ${begins}::text || '%' THEN '0' WHEN a.name_text LIKE '% ' || ${begins}::text || '%' THEN '1' ELSE '2' END`;
  return `SELECT * FROM (
      SELECT ${ACTOR_COLUMNS}, (${rank} || a.sort_name) COLLATE "de-x-icu" AS "sortKey"
      FROM (SELECT *, split_part(search_text, '|', 1) AS name_text FROM actor) a WHERE ${asking.conditions()}) found
    WHERE ${pastCursor(asking, '"sortKey", id', after)} ORDER BY "sortKey", id LIMIT ${asking.bind(most)}`;
}

/** Adds the numbers of entries to a page that is cut already, so that no others are counted. */
function withCounts(asking: Asking, rows: string, own: readonly Id[]): string {
  return `SELECT page.*, counts.* FROM (${rows}) page CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE e.direction = 'OFFER') AS "offerCount", count(*) FILTER (WHERE e.direction = 'NEED') AS "needCount"
      FROM entry e WHERE e.actor_id = page.id AND (${asking.holds()} OR e.state = 'OPEN' AND page.id = ANY(${asking.bind(own)}::uuid[]))) counts
    ORDER BY "sortKey", id`;
}

/**
 * Reads the actors once, each with which of the set filters it meets, and counts from there: the choices of a filter over those that meet
 * all the others, the sum over those that meet all.
 */
function countsOf(asking: Asking): string {
  const base = asking.base();
  const set = asking.counted();
  const facets = Object.keys(set) as Facet[];
  const meets = (without?: Facet) =>
    ['true', ...facets.filter((facet) => facet !== without).map((facet) => `meets_${facet}`)].join(' AND ');
  // One that misses two filters is counted nowhere.
  const misses = facets.length > 1 ? ` AND ${facets.map((facet) => `(NOT coalesce(${set[facet]}, false))::int`).join(' + ')} <= 1` : '';
  const counted = (facet: Facet, id: string, from = 'found') =>
    `(SELECT '${facet}' AS facet, ${id} AS id, count(*) AS count FROM ${from} WHERE ${meets(facet)} AND ${id} <> '' GROUP BY ${id} ORDER BY count(*) DESC, ${id} LIMIT ${MOST_CHOICES})`;
  return `WITH found AS MATERIALIZED (
      SELECT a.id AS actor_id, a.kind, a.themes, a.section, a.size, ${PLACE} AS place${facets.map((facet) => `, coalesce(${set[facet]}, false) AS meets_${facet}`).join('')}
      FROM actor a WHERE ${base}${misses}),
    says AS (SELECT DISTINCT e.actor_id, e.direction FROM entry e WHERE ${asking.entriesOfRegion()})
    SELECT 'total' AS facet, '' AS id, count(*) AS count FROM found WHERE ${meets()}
    UNION ALL ${counted('kinds', 'kind')}
    UNION ALL ${counted('themes', 'theme', 'found, unnest(themes) AS theme')}
    UNION ALL ${counted('sectors', 'section')}
    UNION ALL ${counted('sizes', 'size')}
    UNION ALL ${counted('places', 'place')}
    UNION ALL ${counted('directions', 'direction', 'found JOIN says USING (actor_id)')}`;
}
