import {
  AUDIENCES,
  checkText,
  firstRefusal,
  isLocalDate,
  mayRead,
  ok,
  refuse,
  type Audience,
  type Id,
  type LocalDate,
  type Refusal,
  type Result,
  type TextCode,
} from '@knotenpunkt/kernel';
import { actsFor, audienceOf, type Viewer } from '@knotenpunkt/identity/domain';
import { canEdit, checkCompetences, checkThemes, type Actor, type KnownCompetences } from './actor';

/** OFFER: "Bietet". NEED: "Sucht". */
export const DIRECTIONS = ['OFFER', 'NEED'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** WITHDRAWN is kept for the record and shown only to those who act for the organisation. */
export const ENTRY_STATES = ['OPEN', 'WITHDRAWN'] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

/** What an organisation says in an offer or a need. */
export interface EntryText {
  title: string;
  text: string;
  themes: string[];
  competences: string[];
  fromOn: LocalDate | null;
  /** The last day it holds; null: until it is withdrawn. */
  untilOn: LocalDate | null;
  audience: Audience;
}

export interface Entry extends EntryText {
  id: Id;
  actorId: Id;
  regionId: Id;
  direction: Direction;
  state: EntryState;
  confirmedOn: LocalDate | null;
  /** The table it was taken from, in words; null: it was entered here. */
  sourceNote: string | null;
  version: number;
}

export const ENTRY_LIMITS = { title: 120, text: 1_200, open: 40 } as const;

/** After this many days without a word an entry is asked about. */
export const CONFIRM_AFTER_DAYS = 180;

export type EntryCode =
  | TextCode
  | 'NOT_PERMITTED'
  | 'DIRECTION_UNKNOWN'
  | 'AUDIENCE_UNKNOWN'
  | 'DATE_INVALID'
  | 'DATE_ORDER'
  | 'DATE_PAST'
  | 'TOO_MANY'
  | 'TOO_MANY_ENTRIES'
  | 'THEME_UNKNOWN'
  | 'COMPETENCE_UNKNOWN'
  | 'ENTRY_WITHDRAWN'
  | 'ENTRY_OPEN';

/** Whether an entry holds on a day. One that begins later holds already: it is said in advance. */
export function holdsOn(entry: Pick<Entry, 'state' | 'untilOn'>, day: LocalDate): boolean {
  return entry.state === 'OPEN' && (entry.untilOn === null || entry.untilOn >= day);
}

/** How many entries of an actor a viewer may see. */
export interface EntryCounts {
  offerCount: number;
  needCount: number;
}

/** The entries of an actor that a viewer may see: its own people all of them, others those that hold and are meant for them. */
export function visibleEntries<Row extends Pick<Entry, 'state' | 'untilOn' | 'audience'>>(
  viewer: Viewer,
  actorId: Id,
  entries: readonly Row[],
  today: LocalDate,
): Row[] {
  if (actsFor(viewer, actorId, 'EDITOR')) return entries.filter(({ state }) => state === 'OPEN');
  return entries.filter((entry) => holdsOn(entry, today) && mayRead(audienceOf(viewer), entry.audience));
}

function checkDay(field: 'fromOn' | 'untilOn', day: LocalDate | null): Result<LocalDate | null, 'DATE_INVALID'> {
  return day === null || isLocalDate(day) ? ok(day) : refuse('DATE_INVALID', { field });
}

/** What is written in an entry as it will be stored, or why not. */
export function checkEntry(entry: EntryText, about: { known: KnownCompetences; today: LocalDate }): Result<EntryText, EntryCode> {
  const title = checkText('title', entry.title, { max: ENTRY_LIMITS.title });
  const text = checkText('text', entry.text, { max: ENTRY_LIMITS.text, optional: true });
  const themes = checkThemes(entry.themes);
  const competences = checkCompetences(entry.competences, about.known);
  const refusal = firstRefusal(
    title,
    text,
    themes,
    competences,
    checkDay('fromOn', entry.fromOn),
    checkDay('untilOn', entry.untilOn),
  ) as Refusal<EntryCode> | null;
  if (refusal || !title.ok || !text.ok || !themes.ok || !competences.ok) return { ok: false, refusal: refusal! };
  const { fromOn, untilOn, audience } = entry;
  if (fromOn !== null && untilOn !== null && untilOn < fromOn) return refuse('DATE_ORDER', { field: 'untilOn' });
  if (untilOn !== null && untilOn < about.today) return refuse('DATE_PAST', { field: 'untilOn' });
  if (!AUDIENCES.includes(audience) || audience === 'COORDINATORS') return refuse('AUDIENCE_UNKNOWN', { field: 'audience' });
  return ok({ title: title.value, text: text.value, themes: themes.value, competences: competences.value, fromOn, untilOn, audience });
}

/** All that is wrong with an entry, for a form; empty when nothing is. */
export function entryRefusals(entry: EntryText, about: { known: KnownCompetences; today: LocalDate }): Refusal[] {
  const checks: Result<unknown>[] = [
    checkText('title', entry.title, { max: ENTRY_LIMITS.title }),
    checkText('text', entry.text, { max: ENTRY_LIMITS.text, optional: true }),
    checkEntry({ ...entry, title: 'x', text: '' }, about),
  ];
  return checks.flatMap((check) => (check.ok ? [] : [check.refusal]));
}

/** A new offer or need, or why it cannot be added. `open`: how many the actor has already. */
export function addEntry(
  viewer: Viewer,
  actor: Pick<Actor, 'id' | 'archived' | 'regionId'>,
  wish: EntryText & { id: Id; direction: Direction },
  about: { known: KnownCompetences; today: LocalDate; open: number },
): Result<Entry, EntryCode> {
  if (!canEdit(viewer, actor)) return refuse('NOT_PERMITTED');
  if (!DIRECTIONS.includes(wish.direction)) return refuse('DIRECTION_UNKNOWN', { field: 'direction' });
  if (about.open >= ENTRY_LIMITS.open) return refuse('TOO_MANY_ENTRIES', { params: { max: ENTRY_LIMITS.open } });
  const checked = checkEntry(wish, about);
  if (!checked.ok) return checked;
  const { id, direction } = wish;
  return ok({
    ...checked.value,
    id,
    direction,
    actorId: actor.id,
    regionId: actor.regionId,
    state: 'OPEN',
    confirmedOn: about.today,
    sourceNote: null,
    version: 1,
  });
}

function mayChange(viewer: Viewer, entry: Entry): Result<null, 'NOT_PERMITTED' | 'ENTRY_WITHDRAWN'> {
  if (!actsFor(viewer, entry.actorId, 'EDITOR')) return refuse('NOT_PERMITTED');
  return entry.state === 'OPEN' ? ok(null) : refuse('ENTRY_WITHDRAWN');
}

/** New words for an entry; whoever writes them confirms them as well. */
export function changeEntry(
  viewer: Viewer,
  entry: Entry,
  text: EntryText,
  about: { known: KnownCompetences; today: LocalDate },
): Result<EntryText & { confirmedOn: LocalDate }, EntryCode> {
  const may = mayChange(viewer, entry);
  if (!may.ok) return may;
  const checked = checkEntry(text, about);
  return checked.ok ? ok({ ...checked.value, confirmedOn: about.today }) : checked;
}

/** "Gilt noch": gives the day that will be shown. */
export function confirmEntry(viewer: Viewer, entry: Entry, today: LocalDate): Result<LocalDate, EntryCode> {
  const may = mayChange(viewer, entry);
  if (!may.ok) return may;
  return holdsOn(entry, today) ? ok(today) : refuse('DATE_PAST', { field: 'untilOn' });
}

/** Takes an entry back. */
export function withdrawEntry(viewer: Viewer, entry: Entry): Result<EntryState, EntryCode> {
  const may = mayChange(viewer, entry);
  return may.ok ? ok('WITHDRAWN') : may;
}

/** Opens an entry again that was taken back, or whose last day is past; that day falls away. `open`: how many the actor has already. */
export function reopenEntry(
  viewer: Viewer,
  entry: Entry,
  { today, open }: { today: LocalDate; open: number },
): Result<Pick<Entry, 'state' | 'untilOn' | 'confirmedOn'>, EntryCode> {
  if (!actsFor(viewer, entry.actorId, 'EDITOR')) return refuse('NOT_PERMITTED');
  if (holdsOn(entry, today)) return refuse('ENTRY_OPEN');
  if (entry.state === 'WITHDRAWN' && open >= ENTRY_LIMITS.open) return refuse('TOO_MANY_ENTRIES', { params: { max: ENTRY_LIMITS.open } });
  const isPast = entry.untilOn !== null && entry.untilOn < today;
  return ok({ state: 'OPEN', untilOn: isPast ? null : entry.untilOn, confirmedOn: today });
}

export type EntryAction = 'changeEntry' | 'confirmEntry' | 'withdrawEntry';

/** What a viewer may do with an entry next. */
export function entryActions(viewer: Viewer, entry: Entry, today: LocalDate): EntryAction[] {
  if (!mayChange(viewer, entry).ok) return [];
  return holdsOn(entry, today) ? ['changeEntry', 'confirmEntry', 'withdrawEntry'] : ['changeEntry', 'withdrawEntry'];
}
