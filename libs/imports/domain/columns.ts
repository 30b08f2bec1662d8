import { writtenOut } from '@knotenpunkt/kernel';
import type { ImportKind } from './batch';
import { CONTENTS, WORDS } from './column-words';
import { referenceFields } from './reference';

/** What a column of a table of actors can mean. */
export const ACTOR_FIELDS = [
  'name',
  'shortName',
  'kind',
  'summary',
  'description',
  'street',
  'postalCode',
  'city',
  'district',
  'website',
  'size',
  'register',
  'key',
  'lon',
  'lat',
  'contactName',
  'contactMail',
  'contactPhone',
] as const;
export type ActorField = (typeof ACTOR_FIELDS)[number];

/** What a column of a table of offers or needs can mean. */
export const ENTRY_FIELDS = [...referenceFields('actor'), 'title', 'text', 'themes', 'competences', 'fromOn', 'untilOn'] as const;

/** What a column of a table of ties can mean. */
export const TIE_FIELDS = [...referenceFields('from'), ...referenceFields('to'), 'label', 'sinceOn'] as const;

/** What a column of a table of Vorhaben can mean. */
export const INITIATIVE_FIELDS = [
  'title',
  'summary',
  ...referenceFields('lead'),
  'partners',
  'kind',
  'themes',
  'startOn',
  'endOn',
  'description',
  'wanted',
  'nextStep',
  'budget',
] as const;

export const FIELDS: Record<ImportKind, readonly string[]> = {
  ACTORS: ACTOR_FIELDS,
  OFFERS: ENTRY_FIELDS,
  NEEDS: ENTRY_FIELDS,
  TIES: TIE_FIELDS,
  INITIATIVES: INITIATIVE_FIELDS,
};

/** One of these columns is enough to name an organisation. */
const naming = (prefix: string) => referenceFields(prefix).slice(0, 3);

/** Without these columns no row can be taken: of each group one. */
export const NEEDED_FIELDS: Record<ImportKind, readonly (readonly string[])[]> = {
  ACTORS: [['name']],
  OFFERS: [['title'], naming('actor')],
  NEEDS: [['title'], naming('actor')],
  TIES: [naming('from'), naming('to'), ['label']],
  INITIATIVES: [['title'], ['summary'], naming('lead')],
};

/** The column that says what a row is about. */
export const ABOUT: Record<ImportKind, string> = { ACTORS: 'name', OFFERS: 'title', NEEDS: 'title', TIES: 'label', INITIATIVES: 'title' };

/** A heading as it is compared: small letters and digits only, umlauts written out. */
export function headingKey(heading: string): string {
  return writtenOut(heading).replace(/[^a-z0-9]/g, '');
}

/** What each column may mean: by the words of its heading, then by what stands in it. Each meaning once. */
export function guessFields(kind: ImportKind, columns: readonly { header: string; samples: readonly string[] }[]): (string | null)[] {
  const known = FIELDS[kind];
  const guessed: (string | null)[] = columns.map(() => null);
  const free = (field: string) => known.includes(field) && !guessed.includes(field);
  const keys = columns.map(({ header }) => headingKey(header));
  const pass = (fits: (key: string, word: string) => boolean) => {
    for (const [field, words] of Object.entries(WORDS)) {
      if (!free(field)) continue;
      // The order of the words is that of how well they say it.
      for (const word of words) {
        const at = keys.findIndex((key, index) => guessed[index] === null && key !== '' && fits(key, word));
        if (at < 0) continue;
        guessed[at] = field;
        break;
      }
    }
  };
  pass((key, word) => key === word);
  pass((key, word) => word.length >= 4 && key.startsWith(word));
  pass((key, word) => word.length >= 5 && key.includes(word));
  for (const [field, shape] of CONTENTS) {
    if (!free(field)) continue;
    const at = columns.findIndex(
      ({ samples }, index) =>
        guessed[index] === null && samples.length > 0 && samples.filter((sample) => shape.test(sample)).length * 2 > samples.length,
    );
    if (at >= 0) guessed[at] = field;
  }
  return guessed;
}

/** The same headings in the same places are the same kind of table. */
export function headingsKey(headers: readonly string[]): string {
  return headers.map(headingKey).join('|');
}

/** Whether columns can mean this: each meaning known, each once, the needed ones there. Null: they can. */
export function wrongFields(kind: ImportKind, fields: readonly (string | null)[], columns: number): { code: string; field: string } | null {
  const said = fields.filter((field) => field !== null);
  if (fields.length !== columns) return { code: 'COLUMN_UNKNOWN', field: 'fields' };
  const foreign = said.find((field) => !FIELDS[kind].includes(field));
  if (foreign !== undefined) return { code: 'FIELD_UNKNOWN', field: 'fields' };
  const twice = said.find((field, at) => said.indexOf(field) !== at);
  if (twice !== undefined) return { code: 'FIELD_TWICE', field: twice };
  const missing = NEEDED_FIELDS[kind].find((group) => !group.some((field) => said.includes(field)));
  return missing === undefined ? null : { code: `FIELD_MISSING_${kind}`, field: missing[0]! };
}
