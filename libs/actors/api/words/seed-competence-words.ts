import { idFrom } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { RegionSeed } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import type { CompetenceWordRepository } from './competence-word.repository';

/** Sets up the words of their own that the organisations of a region use. */
export async function seedCompetenceWords(tx: Tx, repository: CompetenceWordRepository, seed: RegionSeed, region: Region): Promise<void> {
  for (const { key, words = [] } of seed.actors) {
    for (const word of words) {
      const id = idFrom(region.slug, 'competence-word', word.written);
      await repository.insert(tx, { ...word, id, regionId: region.id, actorId: idFrom(region.slug, 'actor', key), version: 1 });
    }
  }
}
