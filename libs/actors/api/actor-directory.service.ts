import { Inject, Injectable } from '@nestjs/common';
import { closestWord, type Actor, type ActorSize, type Direction } from '@knotenpunkt/actors/domain';
import { actorsOf, audienceOf, type Viewer } from '@knotenpunkt/identity/domain';
import {
  AUDIENCES,
  decodeCursor,
  mayRead,
  toPage,
  type Clock,
  type CursorKey,
  type Id,
  type Page,
  type PageRequest,
} from '@knotenpunkt/kernel';
import { CLOCK } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { ActorDirectoryRepository, type DirectoryRow, type FacetCounts, type PlaceRow } from './actor-directory.repository';
import { ActorRepository } from './actor.repository';
import type { TakenRow } from './actor-table';
import type { DirectoryQuestion } from './directory-asking';
import { searchedWord, searchedWords } from './search-patterns';
import { SearchReadingRepository } from './search-reading.repository';

/** What a reader filters by; nothing given means all. */
export interface ActorFilter {
  search?: string | null;
  ids?: string[] | null;
  kinds?: string[] | null;
  themes?: string[] | null;
  competences?: string[] | null;
  sectors?: string[] | null;
  sizes?: ActorSize[] | null;
  places?: string[] | null;
  direction?: Direction | null;
  proposableOnly?: boolean | null;
}

/** A table holds so many at most; whoever wants more filters, or is given a backup. */
export const MOST_TAKEN = 20_000;
const TAKEN_AT_ONCE = 500;

/** Reading the directory and single actors. */
@Injectable()
export class ActorDirectoryService {
  constructor(
    private readonly directory: ActorDirectoryRepository,
    private readonly readings: SearchReadingRepository,
    private readonly actors: ActorRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A page of the directory: by name, or with a search the best fitting names first; `counted`: with the numbers of entries. */
  async page(
    viewer: Viewer,
    region: Region,
    filter: ActorFilter,
    request: PageRequest & { counted: boolean },
  ): Promise<Page<DirectoryRow>> {
    const after = request.after ? decodeCursor(request.after) : null;
    const about = { counted: request.counted, own: actorsOf(viewer, 'EDITOR') };
    const { found } = await this.generously(
      this.question(viewer, region, filter),
      (question) => this.directory.page({ ...question, ...about }, request.first, after),
      (rows) => rows.length === 0,
    );
    return toPage(found, request.first, (row) => [row.sortKey, row.id]);
  }

  /** How many there are altogether, and by each filter as if it were not set; whether the search had to be read generously. */
  async facets(viewer: Viewer, region: Region, filter: ActorFilter): Promise<FacetCounts & { misspelt: boolean }> {
    const { found, misspelt } = await this.generously(
      this.question(viewer, region, filter),
      (question) => this.directory.facets(question),
      ({ total }) => total === 0,
    );
    return { ...found, misspelt };
  }

  /** What a filter finds, to take along: read page by page as it is taken; the first page is there when this answers. */
  async taken(viewer: Viewer, region: Region, filter: ActorFilter): Promise<AsyncIterable<TakenRow>> {
    const own = actorsOf(viewer, 'EDITOR');
    const read = (question: DirectoryQuestion, after: CursorKey | null) =>
      this.directory.taken(question, own, { after, most: TAKEN_AT_ONCE });
    const { found, question } = await this.generously(
      this.question(viewer, region, filter),
      (asked) => read(asked, null),
      (rows) => rows.length === 0,
    );
    return (async function* () {
      let rows = found;
      for (let sent = 0; sent < MOST_TAKEN;) {
        yield* rows;
        sent += rows.length;
        const last = rows.at(-1);
        if (!last || rows.length < TAKEN_AT_ONCE) return;
        rows = await read(question, [last.sortKey, last.id]);
      }
    })();
  }

  /** The ids of those a filter finds that are not known; read strictly, for what somebody may have meant is no news. */
  idsWithout(viewer: Viewer, region: Region, filter: ActorFilter, without: { known: readonly Id[]; most: number }): Promise<Id[]> {
    return this.directory.idsWithout(this.question(viewer, region, filter), without);
  }

  /** The names of actors by their ids. */
  async names(ids: readonly Id[]): Promise<Map<Id, string>> {
    const actors = ids.length === 0 ? [] : await this.actors.byIds(ids);
    return new Map(actors.map(({ id, name }) => [id, name]));
  }

  /** One of the region that has a page: also one that another continues. */
  byId(region: Region, id: Id): Promise<Actor | null> {
    return this.actors.withPage(region.id, id);
  }

  /** Where the region's actors are, for maps; at most 2,000. */
  async places(viewer: Viewer, region: Region, filter: ActorFilter): Promise<PlaceRow[]> {
    const { found } = await this.generously(
      this.question(viewer, region, filter),
      (question) => this.directory.places(question),
      (rows) => rows.length === 0,
    );
    return found;
  }

  /**
   * Asks, and where nothing is found and a word of the search occurs nowhere at all, asks once more with the word that was probably meant.
   * Whoever spells rightly waits for no other statement.
   */
  private async generously<Found>(
    question: DirectoryQuestion,
    ask: (question: DirectoryQuestion) => Promise<Found>,
    isEmpty: (found: Found) => boolean,
  ): Promise<{ found: Found; misspelt: boolean; question: DirectoryQuestion }> {
    const found = await ask(question);
    if (question.words.length === 0 || !isEmpty(found)) return { found, misspelt: false, question };
    const unknown = await this.readings.unknown(question, question.words);
    const meant = new Map(unknown.map(({ word, alike }) => [word, closestWord(word, alike)]));
    if (meant.size === 0 || [...meant.values()].includes(null)) return { found, misspelt: false, question };
    const words = question.words.map((each) => (meant.has(each.word) ? searchedWord(meant.get(each.word)!) : each));
    const meantQuestion = { ...question, words };
    return { found: await ask(meantQuestion), misspelt: true, question: meantQuestion };
  }

  private question(viewer: Viewer, region: Region, filter: ActorFilter): DirectoryQuestion {
    const audience = audienceOf(viewer);
    return {
      regionId: region.id,
      words: searchedWords(filter.search ?? ''),
      ids: filter.ids ?? null,
      kinds: filter.kinds ?? [],
      themes: filter.themes ?? [],
      competences: filter.competences ?? [],
      sectors: filter.sectors ?? [],
      sizes: filter.sizes ?? [],
      places: filter.places ?? [],
      direction: filter.direction ?? null,
      proposableOnly: filter.proposableOnly ?? false,
      audiences: AUDIENCES.filter((each) => mayRead(audience, each)),
      today: this.clock.today(region.timeZone),
    };
  }
}
