import { idFrom } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { RegionSeed } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import type { SavedSearchRepository } from './saved-search.repository';

/** Sets up what the people of an invented region have saved. */
export async function seedSavedSearches(tx: Tx, searches: SavedSearchRepository, seed: RegionSeed, region: Region): Promise<void> {
  const idOf = (key: string) => idFrom(region.slug, 'actor', key);
  for (const { key: person, savedSearches = [] } of seed.people) {
    for (const { key, news, ...search } of savedSearches) {
      const known = seed.actors.map((actor) => actor.key).filter((actor) => !news.includes(actor));
      const finds = { known: known.map(idOf), found: news.map(idOf) };
      const wish = { ...search, id: idFrom(region.slug, 'saved-search', person, key) };
      await searches.insert(tx, region.id, idFrom(region.slug, 'person', person), wish, finds);
    }
  }
}
