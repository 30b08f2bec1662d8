import { Inject, Injectable } from '@nestjs/common';
import { searchWordsOf, type Actor, type Direction } from '@knotenpunkt/actors/domain';
import { actorsOf, audienceOf, type Viewer } from '@knotenpunkt/identity/domain';
import { AUDIENCES, decodeCursor, mayRead, toPage, type Clock, type Id, type Page, type PageRequest } from '@knotenpunkt/kernel';
import { CLOCK } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { ActorDirectoryRepository, type DirectoryQuestion, type DirectoryRow, type FacetCount } from './actor-directory.repository';
import { ActorRepository, type PlaceRow } from './actor.repository';

/** What a reader filters by; nothing given means all. */
export interface ActorFilter {
  search?: string | null;
  ids?: string[] | null;
  kinds?: string[] | null;
  themes?: string[] | null;
  competences?: string[] | null;
  direction?: Direction | null;
  proposableOnly?: boolean | null;
}

export interface ActorFacetCounts {
  total: number;
  kinds: FacetCount[];
  themes: FacetCount[];
}

/** Reading the directory and single actors. */
@Injectable()
export class ActorDirectoryService {
  constructor(
    private readonly directory: ActorDirectoryRepository,
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
    const question = { ...this.question(viewer, region, filter), counted: request.counted, own: actorsOf(viewer, 'EDITOR') };
    const rows = await this.directory.page(question, request.first, after);
    return toPage(rows, request.first, (row) => [row.sortKey, row.id]);
  }

  /** How many there are: altogether, and by kind and theme as if that filter were not set. */
  async facets(viewer: Viewer, region: Region, filter: ActorFilter): Promise<ActorFacetCounts> {
    const question = this.question(viewer, region, filter);
    const [total, kinds, themes] = await Promise.all([
      this.directory.total(question),
      this.directory.kinds(question),
      this.directory.themes(question),
    ]);
    return { total, kinds, themes };
  }

  async byId(region: Region, id: Id): Promise<Actor | null> {
    const [actor] = await this.actors.byIds([id]);
    return actor && actor.regionId === region.id && !actor.archived ? actor : null;
  }

  /** Where the region's actors are, for small maps; at most 2,000. */
  places(region: Region): Promise<PlaceRow[]> {
    return this.actors.places(region.id);
  }

  private question(viewer: Viewer, region: Region, filter: ActorFilter): DirectoryQuestion {
    const audience = audienceOf(viewer);
    return {
      regionId: region.id,
      words: searchWordsOf(filter.search ?? ''),
      ids: filter.ids ?? null,
      kinds: filter.kinds ?? [],
      themes: filter.themes ?? [],
      competences: filter.competences ?? [],
      direction: filter.direction ?? null,
      proposableOnly: filter.proposableOnly ?? false,
      audiences: AUDIENCES.filter((each) => mayRead(audience, each)),
      today: this.clock.today(region.timeZone),
    };
  }
}
