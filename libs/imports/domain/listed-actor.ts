import { ACTOR_SIZES, LIMITS, searchTextOf, type ActorSize } from '@knotenpunkt/actors/domain';
import { checkLink, isMailAddress } from '@knotenpunkt/kernel';
import { isActorKind, type ActorKind } from '@knotenpunkt/themes/domain';
import { RowCells, type ReadCells } from './cells';
import { cutTo } from './row';

/** What a row says of an organisation; what it does not say is not there. */
export interface ListedActor {
  name: string;
  shortName?: string;
  kind?: ActorKind;
  summary?: string;
  description?: string;
  street?: string;
  postalCode?: string;
  city?: string;
  district?: string;
  website?: string;
  size?: ActorSize;
  lon?: number;
  lat?: number;
  register?: string;
  /** The number it has in the list it comes from. */
  key?: string;
  contact?: { name: string; email: string; phone: string };
}

const TEXTS = ['shortName', 'summary', 'description', 'street', 'postalCode', 'city', 'district'] as const;

/** Words people write for a kind, as `searchTextOf` gives them. */
const KIND_WORDS: [ActorKind, string[]][] = [
  [
    'ADMINISTRATION',
    ['verwaltung', 'behorde', 'amt', 'stadtverwaltung', 'kommune', 'administration', 'public', 'jobcenter', 'agentur fur arbeit'],
  ],
  [
    'COMPANY',
    ['unternehmen', 'firma', 'betrieb', 'wirtschaft', 'company', 'business', 'enterprise', 'arbeitgeber', 'handwerk', 'industrie'],
  ],
  ['CHAMBER', ['kammer', 'ihk', 'hwk', 'chamber']],
  ['UNION', ['gewerkschaft', 'betriebsrat', 'personalrat', 'union', 'works council']],
  ['ASSOCIATION', ['verband', 'arbeitgeberverband', 'fachverband', 'innung', 'association']],
  ['SCIENCE', ['wissenschaft', 'hochschule', 'universitat', 'forschung', 'institut', 'science', 'university', 'research']],
  ['EDUCATION', ['bildung', 'schule', 'weiterbildung', 'bildungstrager', 'berufskolleg', 'education', 'school', 'training']],
  [
    'CIVIL_SOCIETY',
    ['stadtgesellschaft', 'zivilgesellschaft', 'verein', 'initiative', 'civil society', 'ngo', 'ehrenamt', 'kirche', 'stiftung'],
  ],
  ['MEDIA', ['medien', 'presse', 'zeitung', 'media', 'press', 'multiplikator']],
  ['NETWORK', ['netzwerk', 'network', 'cluster']],
  ['BODY', ['gremium', 'beirat', 'ausschuss', 'rat', 'body', 'committee']],
  ['OTHER', ['sonstige', 'sonstiges', 'andere', 'other']],
];

/** The kind a word means: ours by name, or German and English words, one or many. */
export function kindOf(text: string): ActorKind | null {
  const named = text
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_');
  if (isActorKind(named)) return named;
  const said = searchTextOf(text);
  let best: { kind: ActorKind; end: number; length: number } | null = null;
  for (const [kind, words] of KIND_WORDS)
    for (const word of words) {
      // What a compound is stands at its end: a "Handelskammer" is a chamber.
      const at = said.lastIndexOf(word.length < 5 ? ` ${word}` : word);
      const end = at + word.length;
      if (at >= 0 && (best === null || end > best.end || (end === best.end && word.length > best.length)))
        best = { kind, end, length: word.length };
    }
  return best?.kind ?? null;
}

/** A size class by its name, or by how many work there. */
export function sizeOf(text: string): ActorSize | null {
  const named = text.trim().toUpperCase();
  if ((ACTOR_SIZES as readonly string[]).includes(named)) return named as ActorSize;
  const words: Record<string, ActorSize> = {
    kleinst: 'MICRO',
    kleinstunternehmen: 'MICRO',
    klein: 'SMALL',
    kleinunternehmen: 'SMALL',
    mittel: 'MEDIUM',
    mittelgross: 'MEDIUM',
    gross: 'LARGE',
    grossunternehmen: 'LARGE',
  };
  const said = words[searchTextOf(text).trim()];
  if (said) return said;
  const figure = /^\D{0,4}(\d{1,3}(?:[. ]\d{3})*|\d{1,7})\D*$/.exec(text.trim())?.[1];
  if (figure === undefined) return null;
  const count = Number(figure.replace(/[. ]/g, ''));
  return count < 10 ? 'MICRO' : count < 50 ? 'SMALL' : count < 250 ? 'MEDIUM' : 'LARGE';
}

const degrees = (text: string | undefined) => (text === undefined ? undefined : Number(text.replace(',', '.')));

/** What a row says of an organisation. */
export function readActor(cells: readonly string[], fields: readonly (string | null)[]): ReadCells<ListedActor> {
  const row = new RowCells(cells, fields, 'name');
  const said: ListedActor = { name: row.text('name', LIMITS.name, true) ?? '' };
  for (const field of TEXTS) {
    const text = row.text(field, LIMITS[field]);
    if (text !== undefined) said[field] = text;
  }
  const website = row.take('website', checkLink('website', row.get('website')));
  if (website !== undefined) said.website = website;
  const kind = row.word('kind', kindOf, 'KIND_UNKNOWN');
  if (kind !== undefined) said.kind = kind;
  const size = row.word('size', sizeOf, 'SIZE_UNKNOWN');
  if (size !== undefined) said.size = size;
  readPlace(row, said);
  readContact(row, said);
  for (const field of ['register', 'key'] as const) {
    const text = row.text(field, 120);
    if (text !== undefined) said[field] = text;
  }
  return { said, problems: row.problems };
}

function readPlace(row: RowCells, said: ListedActor): void {
  const [lon, lat] = [degrees(row.get('lon')), degrees(row.get('lat'))];
  if (lon === undefined && lat === undefined) return;
  if (lon === undefined || lat === undefined || !(Math.abs(lon) <= 180) || !(Math.abs(lat) <= 90))
    row.refuse(lon === undefined || !(Math.abs(lon) <= 180) ? 'lon' : 'lat', 'PLACE_INVALID');
  else Object.assign(said, { lon, lat });
}

function readContact(row: RowCells, said: ListedActor): void {
  const [name = '', email = '', phone = ''] = [row.get('contactName'), row.get('contactMail'), row.get('contactPhone')];
  if (name + email + phone === '') return;
  const before = row.problems.length;
  if (email !== '' && !isMailAddress(email)) row.refuse('contactMail', 'MAIL_INVALID', { text: cutTo(email, 60) });
  if (phone !== '' && !/^[+(]?[0-9][0-9 ()/.-]{3,38}$/.test(phone)) row.refuse('contactPhone', 'PHONE_INVALID', { text: cutTo(phone, 60) });
  if (name.length > 120) row.refuse('contactName', 'TEXT_TOO_LONG', { max: 120 });
  if (row.problems.length === before) said.contact = { name: name || cutTo(said.name, 120), email, phone };
}
