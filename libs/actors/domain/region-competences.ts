import { CompetenceCatalogue, type Competence } from '@knotenpunkt/themes/domain';
import type { CompetenceWord } from './competence-word';

/** What a region's words say of its vocabulary. */
export type StandingWord = Pick<CompetenceWord, 'written' | 'state' | 'term'>;

/** Of words of the region: in no group of the vocabulary. */
const NO_GROUP = '';

/**
 * The vocabulary as a region speaks it: its own words, proposed ones too, stand in it as terms; equated ones lead to the term they stand
 * for. What was refused is not in it.
 */
export function regionCompetences(vocabulary: CompetenceCatalogue, words: readonly StandingWord[]): CompetenceCatalogue {
  const standing = words.filter(({ term }) => term !== null);
  if (standing.length === 0) return vocabulary;
  const others = new Map<string, string[]>();
  for (const { written, term } of standing) if (written !== term) others.set(term!, [...(others.get(term!) ?? []), written]);
  const withOthers = (competence: Competence): Competence => {
    const inRegion = others.get(competence.id);
    return inRegion ? { ...competence, inRegion } : competence;
  };
  const own = new Set(standing.flatMap(({ state, term }) => (state === 'PROPOSED' || state === 'TERM' ? [term!] : [])));
  const terms = [...own].map((term): Competence => ({ id: term, group: NO_GROUP, de: term, en: term, altDe: [], altEn: [] }));
  return new CompetenceCatalogue({ groups: [...vocabulary.groups], competences: [...vocabulary.all, ...terms].map(withOthers) });
}

/** What stands for each competence of a Steckbrief now: a word may have been decided on since it was chosen. Refused ones remain, to be told of. */
export function standingCompetences(competences: readonly string[], words: readonly StandingWord[]): string[] {
  const byWord = new Map(words.flatMap(({ written, term }) => (term === null ? [] : [[written, term] as const])));
  return [...new Set(competences.map((id) => byWord.get(id) ?? id))];
}
