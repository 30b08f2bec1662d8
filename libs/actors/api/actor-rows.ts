import { searchTextOf, sortNameOf, type Actor, type Entry, type EntryText, type Profile } from '@knotenpunkt/actors/domain';
import { themeOf, type CompetenceCatalogue } from '@knotenpunkt/themes/domain';
import type { ActorRow } from './actor.repository';
import type { EntryRow } from './entry.repository';

function labelsOf(of: Pick<EntryText, 'themes' | 'competences'>, catalogue: CompetenceCatalogue): string {
  const themes = of.themes.flatMap((id) => [themeOf(id)?.de, themeOf(id)?.en]);
  const competences = of.competences.flatMap((id) => [catalogue.find(id)?.de, catalogue.find(id)?.en]);
  return [...themes, ...competences].filter(Boolean).join(' ');
}

/** What is derived from a profile for sorting and searching; the part before the bar is the name. */
export function derivedFrom(profile: Omit<Profile, 'contacts'>, catalogue: CompetenceCatalogue): Pick<ActorRow, 'sortName' | 'searchText'> {
  const { name, shortName, summary, description, city, district } = profile;
  return {
    sortName: sortNameOf(name),
    searchText: `${searchTextOf(name, shortName)}|${searchTextOf(summary, city, district, labelsOf(profile, catalogue), description)}`,
  };
}

export function actorRow(actor: Actor, catalogue: CompetenceCatalogue): ActorRow {
  return { ...actor, ...derivedFrom(actor, catalogue) };
}

export function entrySearchText(entry: EntryText, catalogue: CompetenceCatalogue): string {
  return searchTextOf(entry.title, entry.text, labelsOf(entry, catalogue));
}

export function entryRow(entry: Entry, catalogue: CompetenceCatalogue): EntryRow {
  return { ...entry, searchText: entrySearchText(entry, catalogue) };
}
