import { hostOf, nameKeyOf, searchTextOf } from '@knotenpunkt/actors/domain';
import { checkLink, type Id } from '@knotenpunkt/kernel';
import type { CellProblem, RowCells } from './cells';
import type { Choice } from './judge';
import type { Candidate, LikenessReason } from './likeness';
import { cutTo } from './row';

/** Words by which a row names an organisation. */
export interface Reference {
  /** The field that names it; where several do, the one that says the name. */
  field: string;
  /** As it is told to people. */
  words: string;
  name: string | null;
  host: string | null;
  /** The number it has in a list that was imported. */
  key: string | null;
  city: string;
}

/** The columns by which a row names an organisation: its name or short name, its website, its number, and the town that tells two apart. */
export const referenceFields = <Prefix extends string>(prefix: Prefix) =>
  [prefix, `${prefix}Website`, `${prefix}Key`, `${prefix}City`] as const;

const WEB_ADDRESS = /^(https?:\/\/\S+|(www\.)?[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(\/\S*)?)$/iu;

/** What somebody wrote in one cell to name an organisation: its name, its short name, or its website. */
export function referenceOf(field: string, text: string): Reference {
  const website = WEB_ADDRESS.test(text) ? checkLink(field, text) : null;
  const host = website?.ok ? hostOf(website.value) : null;
  return { field, words: cutTo(text, 80), name: text, host, key: null, city: '' };
}

/** The organisation a row names in up to four cells; null, with what is wrong, where it names none. */
export function readReference(row: RowCells, prefix: string): Reference | null {
  const [name, website, key, city] = referenceFields(prefix).map((field) => row.get(field));
  if (name === undefined && website === undefined && key === undefined) {
    row.refuse(prefix, 'REFERENCE_MISSING');
    return null;
  }
  const link = row.take(`${prefix}Website`, checkLink(`${prefix}Website`, website));
  const said = referenceOf(prefix, name ?? '');
  return {
    ...said,
    words: cutTo(name ?? key ?? website ?? '', 80),
    name: name ?? null,
    host: link === undefined ? said.host : hostOf(link),
    key: key ?? null,
    city: searchTextOf(city ?? '').trim(),
  };
}

/** An organisation as it can be named. */
export interface Nameable {
  id: Id;
  /** What it is called, or what an entry was called that became part of it. */
  name: string;
  shortName: string;
  /** What it is called now, where that is something else. */
  shownAs?: string;
  city: string;
  slug: string;
  host: string | null;
  /** Its numbers in lists that were imported. */
  keys: readonly string[];
}

/** Who is meant: one; several it may be; or nobody who is there. */
export type Resolution = { kind: 'one'; id: Id } | { kind: 'several'; among: Candidate[] } | { kind: 'nobody' };

const shortKeyOf = (text: string) => searchTextOf(text).trim();

/** In which ways words name an organisation; empty: they do not. */
export function waysOf(said: Reference, one: Nameable): LikenessReason[] {
  const ways: LikenessReason[] = [];
  if (said.key !== null && one.keys.includes(said.key)) ways.push('NUMBER');
  if (said.host !== null && said.host === one.host) ways.push('WEBSITE');
  if (said.name !== null && shortKeyOf(said.name) !== '') {
    const short = shortKeyOf(one.shortName);
    if (nameKeyOf(said.name) === nameKeyOf(one.name) || (short !== '' && short === shortKeyOf(said.name))) ways.push('NAME');
  }
  return ways;
}

/**
 * Whom words mean. What they say in several ways must lead to one organisation; a way that leads nowhere does not count. The same name
 * twice is told apart by the town, then by how it is written.
 */
export function resolve(said: Reference, known: readonly Nameable[]): Resolution {
  const named = known.map((one) => ({ one, ways: waysOf(said, one) })).filter(({ ways }) => ways.length > 0);
  if (named.length === 0) return { kind: 'nobody' };
  const leading = new Set(named.flatMap(({ ways }) => ways)).size;
  const inAll = named.filter(({ ways }) => ways.length === leading);
  const pool = inAll.length > 0 ? inAll : named;
  const written = said.name?.toLowerCase();
  const narrowed = [
    ({ one }: (typeof named)[number]) => said.city !== '' && shortKeyOf(one.city) === said.city,
    ({ one }: (typeof named)[number]) => one.name.toLowerCase() === written,
  ].reduce((left, fits) => (inAll.length > 1 && left.some(fits) ? left.filter(fits) : left), pool);
  const among = narrowed
    .filter(({ one }, at) => narrowed.findIndex((each) => each.one.id === one.id) === at)
    .map(({ one: { id, name, shownAs = name, city, slug }, ways }) => ({ id, name: shownAs, city, slug, reasons: ways }));
  if (among.length === 1) return { kind: 'one', id: among[0]!.id };
  return { kind: 'several', among: among.sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, 5) };
}

/** The choice there is between several, with what was chosen before, where that still fits; null: there is none. */
export function choiceOf({ field, words }: Reference, resolution: Resolution, before: readonly Choice[]): Choice | null {
  if (resolution.kind !== 'several') return null;
  const chosen = before.find((choice) => choice.field === field && choice.words === words)?.chosenId;
  return { field, words, among: resolution.among, chosenId: resolution.among.find(({ id }) => id === chosen)?.id ?? null };
}

/** Choices with one that was made, or taken back, where words offer it. */
export function withChoice(choices: readonly Choice[], { field, words, chosenId }: Omit<Choice, 'among'>): Choice[] {
  return choices.map((choice) => (choice.field === field && choice.words === words ? { ...choice, chosenId } : choice));
}

/** What is wrong with words that mean nobody, or several; null: they mean one. */
export function problemOf({ field, words }: Reference, resolution: Resolution): CellProblem | null {
  if (resolution.kind === 'one') return null;
  return { field, code: resolution.kind === 'several' ? 'REFERENCE_AMBIGUOUS' : 'REFERENCE_UNKNOWN', params: { text: words } };
}
