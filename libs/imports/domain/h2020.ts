import { LIMITS } from '@knotenpunkt/actors/domain';
import { INITIATIVE_LIMITS } from '@knotenpunkt/initiatives/domain';
import { isLocalDate, ok, refuse, type DatePrecision, type LocalDate, type Result } from '@knotenpunkt/kernel';
import type { Region } from '@knotenpunkt/regions/domain';
import type { ActorKind } from '@knotenpunkt/themes/domain';
import { cutTo, plain, type Row, type RowCode } from './row';

/** Research projects of Horizon 2020 and who takes part in them, as the European Union published them early in 2016. */
export const H2020 = {
  /** Whose keys the files use; part of every foreign id. */
  source: 'cordis-h2020',
  /** Said beside everything that came from it. */
  note: 'CORDIS – Horizont 2020, Stand Anfang 2016, © Europäische Union, Weiterverwendung mit Quellenangabe',
  /** The day whose state the files describe. */
  asOf: '2016-03-01' as LocalDate,
  files: {
    actors: { name: 'actors.csv', columns: ['actor_id', 'name', 'short_name', 'sector', 'country', 'city'] },
    projects: { name: 'projects.csv', columns: ['project_id', 'acronym', 'title', 'text', 'programme', 'start_date'] },
    participations: { name: 'participations.csv', columns: ['project_id', 'actor_id', 'role'] },
  },
} as const;

/** The region the files are loaded into. */
export function regionOfH2020(slug: string): Omit<Region, 'id'> {
  const named = slug === 'h2020' ? '' : ` (${slug})`;
  return {
    slug,
    nameDe: `Horizont 2020${named}`,
    nameEn: `Horizon 2020${named}`,
    language: 'en',
    timeZone: 'Europe/Brussels',
    extent: [-25, 34, 45, 72],
    example: false,
    sourceNote: H2020.note,
    asOf: H2020.asOf,
  };
}

/** Types of activity as CORDIS names them. */
const KIND_OF_SECTOR: Readonly<Record<string, ActorKind>> = {
  HES: 'SCIENCE',
  REC: 'SCIENCE',
  PRC: 'COMPANY',
  PUB: 'ADMINISTRATION',
  OTH: 'OTHER',
};

/** A closer word for the same, where the table has it; it tells chambers and unions apart, which CORDIS does not. */
const KIND_OF_PRODUCT: Readonly<Record<string, ActorKind>> = {
  company: 'COMPANY',
  science: 'SCIENCE',
  civil_society: 'CIVIL_SOCIETY',
  administration: 'ADMINISTRATION',
  chamber: 'CHAMBER',
  union: 'UNION',
};

/** Parts of the programme that are about a theme of ours. The longest beginning decides. */
const THEMES_OF_PROGRAMME: readonly [beginning: string, themes: readonly string[]][] = [
  ['H2020-EU.1.3.', ['wissenstransfer']],
  ['H2020-EU.2.1.1.', ['digitalisierung']],
  ['H2020-EU.2.3.', ['gruendung']],
  ['H2020-EU.3.1.', ['pflege']],
  ['H2020-EU.3.2.', ['nachhaltigkeit']],
  ['H2020-EU.3.3.', ['energie', 'dekarbonisierung']],
  ['H2020-EU.3.4.', ['mobilitaet']],
  ['H2020-EU.3.5.', ['nachhaltigkeit']],
  ['H2020-EU.3.6.', ['soziale-innovation']],
  ['H2020-EU.4.', ['wissenstransfer']],
];

/** An organisation as the table tells it. */
export interface Organisation {
  key: string;
  name: string;
  shortName: string;
  kind: ActorKind;
  city: string;
  postalCode: string;
  lon: number | null;
  lat: number | null;
}

export function organisationOf(row: Row): Result<Organisation, RowCode> {
  const key = plain(row['actor_id']);
  if (key === '') return refuse('KEY_MISSING', { params: { column: 'actor_id' } });
  const name = plain(row['name']);
  if (name === '') return refuse('NAME_MISSING');
  const sector = plain(row['sector']);
  const kind = KIND_OF_PRODUCT[plain(row['sector_product'])] ?? KIND_OF_SECTOR[sector];
  if (!kind) return refuse('SECTOR_UNKNOWN', { params: { sector } });
  const place = placeOf(plain(row['lon']), plain(row['lat']));
  if (!place) return refuse('PLACE_INVALID');
  const shortName = plain(row['short_name']);
  // A region that is not a country writes the country behind the town.
  const city = [plain(row['city']), plain(row['country'])].filter((part) => part !== '').join(', ');
  return ok({
    key,
    name: cutTo(name, LIMITS.name),
    // A short name that is long is no help.
    shortName: [...shortName].length > LIMITS.shortName || shortName === name ? '' : shortName,
    kind,
    city: cutTo(city, LIMITS.city),
    postalCode: cutTo(plain(row['postcode']), LIMITS.postalCode),
    ...place,
  });
}

function placeOf(lon: string, lat: string): { lon: number | null; lat: number | null } | null {
  if (lon === '' && lat === '') return { lon: null, lat: null };
  const [east, north] = [Number(lon), Number(lat)];
  const onEarth = lon !== '' && lat !== '' && Math.abs(east) <= 180 && Math.abs(north) <= 90;
  return onEarth ? { lon: east, lat: north } : null;
}

/** A project as the table tells it. */
export interface Project {
  key: string;
  title: string;
  summary: string;
  description: string;
  themes: string[];
  startOn: LocalDate | null;
  startPrecision: DatePrecision;
  endOn: LocalDate | null;
  endPrecision: DatePrecision;
  budget: { planned: number | null; decided: null; spent: null } | null;
}

export function projectOf(row: Row): Result<Project, RowCode> {
  const key = plain(row['project_id']);
  if (key === '') return refuse('KEY_MISSING', { params: { column: 'project_id' } });
  const [acronym, call] = [plain(row['acronym']), plain(row['title'])];
  const title = [acronym, call].filter((part) => part !== '').join(': ');
  if (title === '') return refuse('TITLE_MISSING');
  const days = { start: plain(row['start_date']), end: plain(row['end_date']) };
  for (const [column, day] of Object.entries(days)) {
    if (day !== '' && !isLocalDate(day)) return refuse('DATE_INVALID', { params: { column, day: cutTo(day, 40) } });
  }
  if (days.start !== '' && days.end !== '' && days.end < days.start)
    return refuse('DATE_INVALID', { params: { column: 'end', day: days.end } });
  const planned = amountOf(plain(row['budget']));
  if (planned === undefined) return refuse('AMOUNT_INVALID');
  const text = plain(row['text']);
  return ok({
    key,
    title: cutTo(title, INITIATIVE_LIMITS.title),
    summary: cutTo(text || title, INITIATIVE_LIMITS.summary),
    description: cutTo([text, detailsOf(row)].filter(Boolean).join('\n\n'), INITIATIVE_LIMITS.description),
    themes: themesOf(plain(row['programme'])),
    startOn: days.start || null,
    startPrecision: 'DAY',
    endOn: days.end || null,
    endPrecision: 'DAY',
    budget: planned === null ? null : { planned, decided: null, spent: null },
  });
}

function detailsOf(row: Row): string {
  const told = { Topic: row['topics'], Call: row['call'], Scheme: row['scheme'] };
  return Object.entries(told)
    .filter(([, value]) => plain(value) !== '')
    .map(([word, value]) => `${word}: ${plain(value)}`)
    .join(' · ');
}

function themesOf(programme: string): string[] {
  const parts = programme.split(';').map((part) => part.trim());
  const found = parts.flatMap((part) => THEMES_OF_PROGRAMME.find(([beginning]) => part.startsWith(beginning))?.[1] ?? []);
  return [...new Set(found)].slice(0, LIMITS.themes);
}

/** Null: nobody says; undefined: it is not an amount. */
function amountOf(text: string): number | null | undefined {
  if (text === '') return null;
  const amount = Math.round(Number(text));
  return Number.isFinite(amount) && amount >= 0 && amount <= INITIATIVE_LIMITS.amount ? amount : undefined;
}

/** Who takes part in what. */
export interface Participation {
  projectKey: string;
  actorKey: string;
  leads: boolean;
}

export function participationOf(row: Row): Result<Participation, RowCode> {
  const [projectKey, actorKey, role] = [plain(row['project_id']), plain(row['actor_id']), plain(row['role'])];
  if (projectKey === '') return refuse('KEY_MISSING', { params: { column: 'project_id' } });
  if (actorKey === '') return refuse('KEY_MISSING', { params: { column: 'actor_id' } });
  if (role !== 'coordinator' && role !== 'participant') return refuse('ROLE_UNKNOWN', { params: { role: cutTo(role, 40) } });
  return ok({ projectKey, actorKey, leads: role === 'coordinator' });
}

/** Who leads a project and who else takes part. */
export interface Consortium<Id> {
  leadId: Id;
  leadCertainty: 'CONFIRMED' | 'INFERRED';
  partnerIds: Id[];
  /** What is odd about it; it is taken all the same. */
  odd: Extract<RowCode, 'LEAD_MISSING' | 'SEVERAL_LEADS'> | null;
}

/**
 * The coordinator leads; of several the first, the others are partners. Where the table names none, the first who takes part
 * is presumed to lead: that is shown, and makes no tie.
 */
export function consortiumOf<Id>(participants: readonly { id: Id; leads: boolean }[]): Result<Consortium<Id>, RowCode> {
  const leads = participants.filter((participant) => participant.leads);
  const lead = leads[0] ?? participants[0];
  if (!lead) return refuse('NO_PARTICIPANT');
  return ok({
    leadId: lead.id,
    leadCertainty: lead.leads ? 'CONFIRMED' : 'INFERRED',
    partnerIds: participants.filter((participant) => participant !== lead).map(({ id }) => id),
    odd: leads.length === 0 ? 'LEAD_MISSING' : leads.length > 1 ? 'SEVERAL_LEADS' : null,
  });
}
