import type { Classification } from './classification';
import type { CompetenceCatalogue } from './competence';

export * from './actor-kind';
export * from './contribution';
export { catalogue } from './catalogue';
export { messages } from './messages';
export * from './sector-section';
export * from './theme';
export { Classification, type Classified } from './classification';
export { plainLetters, plainOf } from './plain-words';
export { CompetenceCatalogue } from './competence';
export type { Competence, CompetenceGroup, CompetenceVocabulary, FoundCompetence } from './competence';

/** The vocabulary of competences. Asked for when it is needed: it is 90 kB and gets a bundle of its own. */
export async function loadCompetences(): Promise<CompetenceCatalogue> {
  return (await import('./competence-catalogue')).catalogue;
}

/** Sectors by WZ 2008: divisions, groups and classes. A bundle of its own, of 90 kB. */
export async function loadSectors(): Promise<Classification> {
  return (await import('./sector-catalogue')).sectors;
}

/** Occupations by KldB 2010: groups and sub-groups. A bundle of its own, of 50 kB. */
export async function loadOccupations(): Promise<Classification> {
  return (await import('./occupation-catalogue')).occupations;
}
