import { ENTRY_LIMITS, LIMITS, LISTED_ENTRY_PARTS, searchTextOf, type Entry, type ListedEntryPart } from '@knotenpunkt/actors/domain';
import type { Id, LocalDate } from '@knotenpunkt/kernel';
import { THEMES, type CompetenceCatalogue } from '@knotenpunkt/themes/domain';
import { dayOf, RowCells, type CellProblem, type ReadCells } from './cells';
import { changesAmong, type Change } from './judge';
import { ALIKE, likeness, type Candidate } from './likeness';
import { readReference, type Reference } from './reference';
import { cutTo } from './row';

/** What a row says of an offer or a need; what it does not say is not there. */
export interface ListedEntry {
  title: string;
  text?: string;
  themes?: string[];
  competences?: string[];
  fromOn?: LocalDate;
  untilOn?: LocalDate;
}

/** An offer or need as it stands, as far as tables can change it. */
export interface KnownEntry extends Pick<Entry, ListedEntryPart | 'id' | 'actorId' | 'confirmedOn' | 'state' | 'version'> {
  actorName: string;
  actorSlug: string;
}

/** A name of the vocabulary in either language, however it is written. */
export function themeNamed(text: string): string | null {
  const said = searchTextOf(text);
  return THEMES.find(({ id, de, en }) => [id, de, en].some((name) => searchTextOf(name) === said))?.id ?? null;
}

const NAMES = new WeakMap<CompetenceCatalogue, Map<string, string>>();

/** A competence by one of its names; the names proper go before synonyms. */
export function competenceNamed(text: string, catalogue: CompetenceCatalogue): string | null {
  let names = NAMES.get(catalogue);
  if (!names) {
    names = new Map();
    for (const { id, altDe, altEn } of catalogue.all) for (const name of [...altDe, ...altEn]) names.set(searchTextOf(name), id);
    for (const { id, de, en } of catalogue.all) for (const name of [id, de, en]) names.set(searchTextOf(name), id);
    NAMES.set(catalogue, names);
  }
  return names.get(searchTextOf(text)) ?? null;
}

/** What a row says of an offer or a need, and whose it is. */
export function readEntry(
  cells: readonly string[],
  fields: readonly (string | null)[],
  about: { known: CompetenceCatalogue; today: LocalDate },
): ReadCells<ListedEntry> & { actor: Reference | null } {
  const row = new RowCells(cells, fields, 'title');
  const actor = readReference(row, 'actor');
  const said: ListedEntry = { title: row.text('title', ENTRY_LIMITS.title, true) ?? '' };
  const parts = {
    text: row.text('text', ENTRY_LIMITS.text),
    themes: row.words('themes', themeNamed, 'THEME_UNKNOWN'),
    competences: row.words('competences', (text) => competenceNamed(text, about.known), 'COMPETENCE_UNKNOWN'),
    fromOn: row.word('fromOn', dayOf('first'), 'DATE_INVALID'),
    untilOn: row.word('untilOn', dayOf('last'), 'DATE_INVALID'),
  };
  for (const field of ['themes', 'competences'] as const)
    if ((parts[field]?.length ?? 0) > LIMITS[field]) row.refuse(field, 'TOO_MANY_WORDS', { max: LIMITS[field] });
  if (parts.untilOn !== undefined && parts.untilOn < about.today) row.refuse('untilOn', 'DATE_PAST', { text: cutTo(parts.untilOn, 20) });
  if (!inOrder(parts)) row.refuse('untilOn', 'DATE_ORDER');
  return { said: Object.assign(said, definedOf(parts)), problems: row.problems, actor };
}

const inOrder = ({ fromOn, untilOn }: { fromOn?: LocalDate | null; untilOn?: LocalDate | null }) =>
  !fromOn || !untilOn || fromOn <= untilOn;

/** Without the parts that are not there. */
export function definedOf<Parts extends object>(parts: Parts): { [Part in keyof Parts]?: Exclude<Parts[Part], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as never;
}

/** Rows of one table with the same mean the same. */
export function entryIdentity(actorId: Id, { title }: Pick<ListedEntry, 'title'>): string {
  return `${actorId}|${searchTextOf(title)}`;
}

/** What a row says otherwise of an entry. */
export function entryChanges(said: ListedEntry, known: KnownEntry): Change[] {
  return changesAmong(LISTED_ENTRY_PARTS, said, known);
}

/** What a row says that does not go with what it leaves as it is. */
export function entryProblems(said: ListedEntry, known: KnownEntry): CellProblem[] {
  return inOrder({ ...known, ...said }) ? [] : [{ field: said.untilOn === undefined ? 'fromOn' : 'untilOn', code: 'DATE_ORDER' }];
}

/** Whether an organisation can have another entry; asked for each row that would be new, in their order. `open`: how many it has, and gets by earlier rows. */
export function roomForEntries(open: ReadonlyMap<Id, number>): (actorId: Id) => CellProblem | null {
  const count = new Map(open);
  return (actorId) => {
    const now = count.get(actorId) ?? 0;
    count.set(actorId, now + 1);
    return now < ENTRY_LIMITS.open ? null : { field: 'actor', code: 'TOO_MANY_ENTRIES', params: { max: ENTRY_LIMITS.open } };
  };
}

/** What an organisation took back is not entered for it again. */
export function withdrawnProblems(said: ListedEntry, all: readonly KnownEntry[]): CellProblem[] {
  const key = searchTextOf(said.title);
  const same = all.filter(({ title }) => searchTextOf(title) === key);
  const last = same.length > 0 && same.every(({ state }) => state === 'WITHDRAWN') ? same[0]! : null;
  return last === null ? [] : [{ field: 'title', code: 'WITHDRAWN', params: { name: last.actorName } }];
}

/** The entry of an organisation that a row means without any doubt, or those it may mean. `all`: what the organisation has of that direction, or had. */
export function entryMeant(said: ListedEntry, all: readonly KnownEntry[]): { target: KnownEntry | null; candidates: Candidate[] } {
  const own = all.filter(({ state }) => state === 'OPEN');
  const key = searchTextOf(said.title);
  const same = own.filter(({ title }) => searchTextOf(title) === key);
  if (same.length === 1) return { target: same[0]!, candidates: [] };
  const alike = own
    .map((entry) => ({ entry, how: searchTextOf(entry.title) === key ? 1 : likeness(searchTextOf(entry.title), key) }))
    .filter(({ how }) => how >= ALIKE)
    .sort((a, b) => b.how - a.how || (a.entry.id < b.entry.id ? -1 : 1));
  const candidates = alike.slice(0, 5).map(({ entry, how }): Candidate => ({
    id: entry.id,
    name: entry.title,
    city: entry.actorName,
    slug: entry.actorSlug,
    reasons: [how === 1 ? 'NAME' : 'NAME_ALIKE'],
  }));
  return { target: null, candidates };
}
