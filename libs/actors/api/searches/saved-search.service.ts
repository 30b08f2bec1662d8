import { Injectable } from '@nestjs/common';
import { checkSearchName, filterFromAddress, knownAtFirst, MOST_FOUND, saveSearch, type SearchWish } from '@knotenpunkt/actors/domain';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { ok, refuse, type Id, type Result } from '@knotenpunkt/kernel';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { ActorDirectoryService } from '../actor-directory.service';
import { SavedSearchRepository, type SavedSearch } from './saved-search.repository';

export type { SavedSearch };

interface Asked {
  id: Id;
  expectedVersion: number;
}

/** What a person looks for again and again. Everything here is for that person only. */
@Injectable()
export class SavedSearchService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly searches: SavedSearchRepository,
    private readonly directory: ActorDirectoryService,
  ) {}

  async ofViewer(viewer: Viewer, region: Region): Promise<SavedSearch[]> {
    return viewer.personId === null ? [] : this.searches.ofPerson(viewer.personId, region.id);
  }

  /** Saves a search; what it finds now is no news. Doing it again changes nothing. */
  async keep(viewer: Viewer, region: Region, wish: SearchWish): Promise<Result<SavedSearch>> {
    const personId = viewer.personId;
    if (personId === null) return refuse('NOT_PERMITTED');
    const sound = saveSearch(wish, 0);
    if (!sound.ok) return sound;
    const known = knownAtFirst(await this.directory.idsWithout(viewer, region, filterOf(sound.value), { known: [], most: MOST_FOUND + 1 }));
    if (!known.ok) return known;
    return this.unitOfWork.run(async (tx) => {
      const kept = await this.searches.countForSaving(tx, personId, region.id);
      const before = await this.searches.lock(tx, personId, wish.id);
      if (before) return ok(before);
      const decision = saveSearch(wish, kept);
      if (!decision.ok) return decision;
      if (!(await this.searches.insert(tx, region.id, personId, decision.value, { known: known.value, found: [] })))
        return refuse('NOT_PERMITTED');
      return ok({ ...decision.value, personId, known: known.value, found: [], version: 1 });
    });
  }

  rename(viewer: Viewer, asked: Asked & { name: string }): Promise<Result<SavedSearch>> {
    const name = checkSearchName(asked.name);
    return name.ok ? this.change(viewer, asked, { name: name.value }) : Promise.resolve(name);
  }

  /** Whether new finds are told by mail from now on. */
  setMail(viewer: Viewer, asked: Asked & { wanted: boolean }): Promise<Result<SavedSearch>> {
    return this.change(viewer, asked, { mail: asked.wanted });
  }

  /** Notes that the person looks at what was found. */
  async look(viewer: Viewer, id: Id): Promise<void> {
    const personId = viewer.personId;
    if (personId !== null) await this.unitOfWork.run((tx) => this.searches.look(tx, personId, id));
  }

  /** Forgets a search, whole; of one that is not the person's nothing changes. */
  async remove(viewer: Viewer, id: Id): Promise<void> {
    const personId = viewer.personId;
    if (personId !== null) await this.unitOfWork.run((tx) => this.searches.remove(tx, personId, id));
  }

  private change(viewer: Viewer, asked: Asked, change: Partial<Pick<SavedSearch, 'name' | 'mail'>>): Promise<Result<SavedSearch>> {
    return this.unitOfWork.run(async (tx) => {
      const search = viewer.personId === null ? null : await this.searches.lock(tx, viewer.personId, asked.id);
      if (!search) return refuse('NOT_PERMITTED');
      if (search.version !== asked.expectedVersion) return refuse('STALE_VERSION', { params: { current: search.version } });
      const changed = { ...search, ...change, version: search.version + 1 };
      await this.searches.write(tx, changed);
      return ok(changed);
    });
  }
}

/** What the directory is asked for a saved search. */
export function filterOf({ address }: Pick<SearchWish, 'address'>) {
  return filterFromAddress(new URLSearchParams(address));
}
