import { writtenOut } from '@knotenpunkt/kernel';
import type { ImportKind } from './batch';

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

export const FIELDS: Record<ImportKind, readonly string[]> = { ACTORS: ACTOR_FIELDS };

/** Without these columns no row can be taken. */
export const NEEDED_FIELDS: Record<ImportKind, readonly string[]> = { ACTORS: ['name'] };

/** A heading as it is compared: small letters and digits only, umlauts written out. */
export function headingKey(heading: string): string {
  return writtenOut(heading).replace(/[^a-z0-9]/g, '');
}

/** Words of headings, German and English, as `headingKey` gives them; the first field whose word fits better has it. */
const WORDS: Record<string, readonly string[]> = {
  shortName: ['kurzname', 'kuerzel', 'abkuerzung', 'kurzbezeichnung', 'shortname', 'acronym', 'abbreviation'],
  contactName: [
    'ansprechpartner',
    'ansprechpartnerin',
    'ansprechperson',
    'kontaktperson',
    'kontakt',
    'contactname',
    'contactperson',
    'contact',
  ],
  contactMail: ['email', 'mail', 'emailadresse', 'mailadresse', 'kontaktmail', 'contactmail', 'emailaddress'],
  contactPhone: ['telefon', 'telefonnummer', 'tel', 'rufnummer', 'phone', 'telephone', 'phonenumber'],
  register: [
    'registernummer',
    'handelsregister',
    'vereinsregister',
    'registernr',
    'hrb',
    'hrnummer',
    'registernumber',
    'registrationnumber',
  ],
  // Not "Nr.": in most lists that only counts the rows.
  key: ['id', 'kennung', 'schluessel', 'kundennummer', 'kundennr', 'mitgliedsnummer', 'mitgliedsnr', 'externeid', 'key', 'externalid'],
  website: ['website', 'webseite', 'homepage', 'internet', 'internetseite', 'web', 'www', 'url', 'link'],
  postalCode: ['plz', 'postleitzahl', 'postcode', 'postalcode', 'zip', 'zipcode'],
  city: ['ort', 'stadt', 'gemeinde', 'wohnort', 'sitz', 'city', 'town', 'place'],
  district: ['stadtteil', 'ortsteil', 'bezirk', 'stadtbezirk', 'district'],
  street: ['strasse', 'str', 'strassehausnummer', 'strasseundhausnummer', 'anschrift', 'adresse', 'street', 'address', 'streetaddress'],
  kind: ['art', 'typ', 'akteursart', 'akteurstyp', 'organisationsart', 'kategorie', 'gruppe', 'kind', 'type', 'category'],
  size: ['groesse', 'groessenklasse', 'unternehmensgroesse', 'mitarbeitende', 'beschaeftigte', 'mitarbeiter', 'size', 'employees'],
  summary: ['kurzbeschreibung', 'ineinemsatz', 'slogan', 'kurztext', 'summary', 'inoneline', 'tagline'],
  description: ['beschreibung', 'text', 'profil', 'bemerkung', 'description', 'about'],
  lon: ['laengengrad', 'laenge', 'lon', 'lng', 'longitude', 'x'],
  lat: ['breitengrad', 'breite', 'lat', 'latitude', 'y'],
  name: [
    'name',
    'organisation',
    'organisationsname',
    'nameorganisation',
    'namederorganisation',
    'firma',
    'firmenname',
    'unternehmen',
    'unternehmensname',
    'einrichtung',
    'institution',
    'akteur',
    'bezeichnung',
    'verein',
    'organization',
    'organizationname',
    'company',
    'companyname',
    'actor',
  ],
};

/** What a column holds, by what it says where its heading says nothing; half of the samples must agree. */
const CONTENTS: [field: string, shape: RegExp][] = [
  ['contactMail', /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i],
  ['website', /^(https?:\/\/|www\.)\S+$/i],
  ['postalCode', /^\d{5}$/],
  ['register', /^(HRA|HRB|VR|GnR|PR)\s?\d+/i],
  ['contactPhone', /^(\+49|0)[\d\s()/.-]{5,}$/],
  ['street', /^[\p{L}.\s-]+\s\d+\s?[a-z]?$/iu],
  ['name', /\b(GmbH|AG|KG|e\.\s?V\.|eG|UG|Ltd)(?=\W|$)/],
];

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
  const missing = NEEDED_FIELDS[kind].find((field) => !said.includes(field));
  return missing === undefined ? null : { code: 'FIELD_MISSING', field: missing };
}
