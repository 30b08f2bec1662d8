import { regionCompetences, type StandingWord } from '@knotenpunkt/actors/domain';
import type { Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import { loadVocabularies, type Vocabularies } from './actor-rows';

/** The vocabularies as a region speaks them, with the words of its own. */
export interface RegionVocabularies extends Vocabularies {
  words: StandingWord[];
}

const STANDING = `SELECT written, state, term FROM competence_word WHERE region_id = $1 AND state <> 'REFUSED' ORDER BY id LIMIT 5000`;
const CHOSEN = 'SELECT 1 FROM competence_word WHERE region_id = $1 AND written = ANY($2::text[]) ORDER BY id FOR SHARE';

/** What is said of words. On those `chosen` nobody decides until the transaction ends; those `without` count as not there. */
interface Wanted {
  chosen?: readonly string[];
  without?: string;
}

/** The vocabularies with which a transaction writes. */
export async function vocabulariesOf(tx: Tx, regionId: Id, { chosen = [], without }: Wanted = {}): Promise<RegionVocabularies> {
  if (chosen.length > 0) await tx.query(CHOSEN, [regionId, chosen]);
  const standing = (await tx.query(STANDING, [regionId])) as StandingWord[];
  const words = standing.filter(({ written }) => written !== without);
  const known = await loadVocabularies();
  return { ...known, words, competences: regionCompetences(known.competences, words) };
}
