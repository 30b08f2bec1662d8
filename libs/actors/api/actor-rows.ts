import { searchTextOf, sortNameOf, type Actor, type Entry, type EntryText, type Profile } from '@knotenpunkt/actors/domain';
import {
  loadCompetences,
  loadOccupations,
  loadSectors,
  sectionOf,
  themeOf,
  type Classification,
  type CompetenceCatalogue,
} from '@knotenpunkt/themes/domain';
import type { ActorRow } from './actor.repository';
import type { EntryRow } from './entry.repository';

/** The vocabularies that a Steckbrief refers to. */
export interface Vocabularies {
  competences: CompetenceCatalogue;
  sectors: Classification;
  occupations: Classification;
}

export async function loadVocabularies(): Promise<Vocabularies> {
  const [competences, sectors, occupations] = await Promise.all([loadCompetences(), loadSectors(), loadOccupations()]);
  return { competences, sectors, occupations };
}

/** The names of sector and occupations in both languages. */
function classesOf({ sector, occupations }: Pick<Profile, 'sector' | 'occupations'>, known: Vocabularies): string {
  const found = [sector === null ? null : known.sectors.find(sector), ...occupations.map((code) => known.occupations.find(code))];
  return found.flatMap((each) => (each ? [...new Set([each.de, each.en])] : [])).join(' ');
}

function labelsOf(of: Pick<EntryText, 'themes' | 'competences'>, catalogue: CompetenceCatalogue): string {
  const themes = of.themes.flatMap((id) => [themeOf(id)?.de, themeOf(id)?.en]);
  const competences = of.competences.flatMap((id) => catalogue.namesOf(id));
  return [...themes, ...competences].filter(Boolean).join(' ');
}

/** What is derived from a profile for sorting and searching; the part before the bar is the name. */
export function derivedFrom(
  profile: Omit<Profile, 'contacts'>,
  known: Vocabularies,
): Pick<ActorRow, 'sortName' | 'searchText' | 'section'> {
  const { name, shortName, summary, description, city, district, sector } = profile;
  const said = [labelsOf(profile, known.competences), classesOf(profile, known)];
  return {
    sortName: sortNameOf(name),
    searchText: `${searchTextOf(name, shortName)}|${searchTextOf(summary, city, district, ...said, description)}`,
    section: sector === null ? null : (sectionOf(sector)?.id ?? null),
  };
}

export function actorRow(actor: Actor, known: Vocabularies): ActorRow {
  return { ...actor, ...derivedFrom(actor, known) };
}

export function entrySearchText(entry: EntryText, catalogue: CompetenceCatalogue): string {
  return searchTextOf(entry.title, entry.text, labelsOf(entry, catalogue));
}

export function entryRow(entry: Entry, catalogue: CompetenceCatalogue): EntryRow {
  return { ...entry, searchText: entrySearchText(entry, catalogue) };
}
