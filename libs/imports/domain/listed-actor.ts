import { ACTOR_SIZES, LIMITS, searchTextOf, type ActorSize } from '@knotenpunkt/actors/domain';
import { checkLink, checkText, isMailAddress, type Refusal } from '@knotenpunkt/kernel';
import { isActorKind, type ActorKind } from '@knotenpunkt/themes/domain';
import type { ActorField } from './columns';
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

/** What is wrong with a cell. `code` is a key of `import.problems` of the catalogue, whose sentence says how to mend it. */
export interface CellProblem extends Refusal {
  field: string;
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

/** A cell a spreadsheet would compute, or one whose computing failed. */
function oddCell(text: string): 'CELL_IS_FORMULA' | 'CELL_IS_ERROR' | null {
  if (/^#(REF|BEZUG|NAME|VALUE|WERT|DIV\/0|N\/A|NV|NULL|NUM|ZAHL)[!?]?/.test(text)) return 'CELL_IS_ERROR';
  return /^[=@]|^[+-](?![\d\s(])/.test(text) ? 'CELL_IS_FORMULA' : null;
}

const degrees = (text: string | undefined) => (text === undefined ? undefined : Number(text.replace(',', '.')));

/** What a row is called where it is shown, also where its name cannot be taken; empty where it has none. */
export function labelOf({ name }: ListedActor, cells: readonly string[], fields: readonly (string | null)[]): string {
  return name || cutTo(cells[fields.indexOf('name')] ?? '', LIMITS.name);
}

/** What a row says, with all that is wrong with it; `said` is whole where nothing is. */
export function readActor(cells: readonly string[], fields: readonly (string | null)[]): { said: ListedActor; problems: CellProblem[] } {
  const problems: CellProblem[] = [];
  const cell = new Map<string, string>();
  fields.forEach((field, at) => {
    const text = (cells[at] ?? '').trim();
    if (field === null || text === '') return;
    const odd = oddCell(text);
    if (odd) problems.push({ field, code: odd, params: { text: cutTo(text, 40) } });
    else cell.set(field, text);
  });
  if (cells.slice(fields.length).some((text) => text !== ''))
    problems.push({ field: 'name', code: 'COLUMNS_DIFFER', params: { wanted: fields.length } });
  const said: ListedActor = { name: '' };
  const take = (check: { ok: true; value: string } | { ok: false; refusal: Refusal }, field: string): string | undefined => {
    if (check.ok) return check.value === '' ? undefined : check.value;
    if (!problems.some((problem) => problem.field === field)) problems.push({ ...check.refusal, field });
    return undefined;
  };
  said.name = take(checkText('name', cell.get('name'), { max: LIMITS.name }), 'name') ?? '';
  for (const field of TEXTS) {
    const text = take(checkText(field, cell.get(field), { max: LIMITS[field], optional: true }), field);
    if (text !== undefined) said[field] = text;
  }
  const website = take(checkLink('website', cell.get('website')), 'website');
  if (website !== undefined) said.website = website;
  readWord(cell.get('kind'), kindOf, { field: 'kind', code: 'KIND_UNKNOWN', problems }, (kind) => (said.kind = kind));
  readWord(cell.get('size'), sizeOf, { field: 'size', code: 'SIZE_UNKNOWN', problems }, (size) => (said.size = size));
  readPlace(cell, said, problems);
  readContact(cell, said, problems);
  for (const field of ['register', 'key'] as const) {
    const text = take(checkText(field, cell.get(field), { max: 120, optional: true }), field);
    if (text !== undefined) said[field] = text;
  }
  return { said, problems };
}

function readWord<Word>(
  text: string | undefined,
  meaning: (text: string) => Word | null,
  { field, code, problems }: { field: ActorField; code: string; problems: CellProblem[] },
  keep: (word: Word) => void,
): void {
  if (text === undefined) return;
  const word = meaning(text);
  if (word === null) problems.push({ field, code, params: { text: cutTo(text, 60) } });
  else keep(word);
}

function readPlace(cell: ReadonlyMap<string, string>, said: ListedActor, problems: CellProblem[]): void {
  const [lon, lat] = [degrees(cell.get('lon')), degrees(cell.get('lat'))];
  if (lon === undefined && lat === undefined) return;
  if (lon === undefined || lat === undefined || !(Math.abs(lon) <= 180) || !(Math.abs(lat) <= 90))
    problems.push({ field: lon === undefined || !(Math.abs(lon) <= 180) ? 'lon' : 'lat', code: 'PLACE_INVALID' });
  else Object.assign(said, { lon, lat });
}

function readContact(cell: ReadonlyMap<string, string>, said: ListedActor, problems: CellProblem[]): void {
  const [name = '', email = '', phone = ''] = [cell.get('contactName'), cell.get('contactMail'), cell.get('contactPhone')];
  if (name + email + phone === '') return;
  const before = problems.length;
  if (email !== '' && !isMailAddress(email))
    problems.push({ field: 'contactMail', code: 'MAIL_INVALID', params: { text: cutTo(email, 60) } });
  if (phone !== '' && !/^[+(]?[0-9][0-9 ()/.-]{3,38}$/.test(phone))
    problems.push({ field: 'contactPhone', code: 'PHONE_INVALID', params: { text: cutTo(phone, 60) } });
  if (name.length > 120) problems.push({ field: 'contactName', code: 'TEXT_TOO_LONG', params: { max: 120 } });
  if (problems.length === before) said.contact = { name: name || cutTo(said.name, 120), email, phone };
}
