import type { Direction } from '@knotenpunkt/actors/domain';
import type { Audience, Id, LocalDate } from '@knotenpunkt/kernel';
import { query, type Query } from '@knotenpunkt/platform/database';
import type { SearchedWord } from './search-patterns';

/** What a reader asks the directory for. Empty lists mean: all. */
export interface DirectoryQuestion {
  regionId: Id;
  /** Words that must all occur. */
  words: SearchedWord[];
  /** Null: all. */
  ids: Id[] | null;
  kinds: string[];
  themes: string[];
  competences: string[];
  /** Letters of sections of WZ 2008. */
  sectors: string[];
  sizes: string[];
  /** Districts; of an actor without one its town. */
  places: string[];
  direction: Direction | null;
  proposableOnly: boolean;
  /** The audiences whose entries the reader may see. */
  audiences: Audience[];
  today: LocalDate;
}

/** Filters that the directory counts; the number beside each choice reflects the other filters. */
export const FACETS = ['kinds', 'themes', 'sectors', 'sizes', 'places', 'directions'] as const;
export type Facet = (typeof FACETS)[number];

/** Where an actor is, as one filters by it. */
export const PLACE = `coalesce(nullif(a.district, ''), a.city)`;

/** What a statement asks for: text that depends on which filters are set, never on their values, and the values it names. */
export class Asking {
  readonly values: unknown[] = [];
  private shape = '';
  private readonly places = new Map<unknown, string>();

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
    return `e.state = 'OPEN' AND e.audience = ANY(${this.once(audiences)}::text[]) AND (e.until_on IS NULL OR e.until_on >= ${this.once(today)}::date)`;
  }

  /** Entries of the region that the reader may see, each filter of the question left aside. */
  entriesOfRegion(): string {
    return `e.region_id = ${this.once(this.question.regionId)} AND ${this.holds()}`;
  }

  /** Conditions on actors `a` that nothing is counted by. */
  base(): string {
    const { regionId, words, ids, competences, proposableOnly } = this.question;
    const all = [`a.region_id = ${this.once(regionId)} AND NOT a.archived`];
    const filter = (mark: string, isSet: boolean, condition: () => string) => {
      if (!isSet) return;
      this.shape += mark;
      all.push(condition());
    };
    filter('i', ids !== null, () => `a.id = ANY(${this.bind(ids)}::uuid[])`);
    filter('c', competences.length > 0, () => {
      const wanted = this.bind(competences);
      return `(a.competences && ${wanted}::text[] OR ${this.hasEntry(`e.competences && ${wanted}::text[]`)})`;
    });
    filter('p', proposableOnly, () => 'a.proposable');
    for (const { pattern } of words) filter('w', true, () => this.found(pattern));
    return all.join(' AND ');
  }

  /** The conditions of the counted filters that are set, on actors `a`. */
  counted(): Partial<Record<Facet, string>> {
    const { kinds, themes, sectors, sizes, places, direction } = this.question;
    const set: Partial<Record<Facet, string>> = {};
    const filter = (facet: Facet, mark: string, isSet: boolean, condition: () => string) => {
      if (!isSet) return;
      this.shape += mark;
      set[facet] = condition();
    };
    // One kind alone lets its index give the order as well.
    filter('kinds', 'k', kinds.length === 1, () => `a.kind = ${this.bind(kinds[0])}`);
    filter('kinds', 'K', kinds.length > 1, () => `a.kind = ANY(${this.bind(kinds)}::text[])`);
    filter('themes', 't', themes.length > 0, () => `a.themes && ${this.bind(themes)}::text[]`);
    filter('sectors', 's', sectors.length > 0, () => `a.section = ANY(${this.bind(sectors)}::text[])`);
    filter('sizes', 'z', sizes.length > 0, () => `a.size = ANY(${this.bind(sizes)}::text[])`);
    filter('places', 'o', places.length > 0, () => `${PLACE} = ANY(${this.bind(places)}::text[])`);
    filter('directions', 'd', direction !== null, () => this.hasEntry(`e.direction = ${this.bind(direction)}`));
    return set;
  }

  /** All conditions on actors `a`. */
  conditions(): string {
    return [this.base(), ...Object.values(this.counted())].join(' AND ');
  }

  private hasEntry(condition: string): string {
    return `EXISTS (SELECT 1 FROM entry e WHERE e.actor_id = a.id AND ${this.holds()} AND ${condition})`;
  }

  /** The word occurs in the Steckbrief or in an entry the reader may see; each side by its own index. */
  private found(pattern: string): string {
    const like = this.bind(pattern);
    return `a.id IN (SELECT s.id FROM actor s WHERE s.region_id = ${this.once(this.question.regionId)} AND s.search_text LIKE ${like}
      UNION ALL SELECT e.actor_id FROM entry e WHERE ${this.entriesOfRegion()} AND e.search_text LIKE ${like})`;
  }

  /** The same place for the same value, however often it is asked for. */
  private once(value: unknown): string {
    const known = this.places.get(value);
    if (known) return known;
    const place = this.bind(value);
    this.places.set(value, place);
    return place;
  }
}
