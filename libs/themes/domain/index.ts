import type { CompetenceCatalogue } from './competence';

export * from './actor-kind';
export * from './contribution';
export { catalogue } from './catalogue';
export { messages } from './messages';
export * from './theme';
export { CompetenceCatalogue } from './competence';
export type { Competence, CompetenceGroup, CompetenceVocabulary, FoundCompetence } from './competence';

/** The vocabulary of competences. Asked for when it is needed: it is 90 kB and gets a bundle of its own. */
export async function loadCompetences(): Promise<CompetenceCatalogue> {
  return (await import('./competence-catalogue')).catalogue;
}
