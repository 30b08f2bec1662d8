import { actsFor, type Viewer } from '@knotenpunkt/identity/domain';
import { checkText, isLocalDate, ok, refuse, type DatePrecision, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import type { Initiative, InitiativeCode } from './initiative';

export const EVENT_FORMATS = ['OPENING', 'PANEL', 'IMPULSE', 'TALK', 'WORKSHOP', 'DIALOGUE', 'CONFERENCE'] as const;
export type EventFormat = (typeof EVENT_FORMATS)[number];

/** Only HELD makes those who took part have met. */
export const EVENT_STATES = ['ANNOUNCED', 'HELD', 'CANCELLED'] as const;
export type EventState = (typeof EVENT_STATES)[number];

export const REGISTRATIONS = ['LIMITED_FREE_SEATS', 'BY_MAIL', 'NONE_NEEDED', 'FREE_ENTRY'] as const;
export type Registration = (typeof REGISTRATIONS)[number];

/** Something on one day, at a place, with those who invite and those who came. */
export interface Event {
  id: Id;
  regionId: Id;
  initiativeId: Id | null;
  title: string;
  format: EventFormat;
  dateOn: LocalDate;
  datePrecision: DatePrecision;
  /** HH:MM in the region's time zone; null: nobody says. */
  startTime: string | null;
  endTime: string | null;
  venue: string;
  forWhom: string;
  registration: Registration | null;
  livestream: boolean;
  state: EventState;
  approximateParticipants: number | null;
  hostIds: Id[];
  /** Without the hosts. */
  participantIds: Id[];
  /** With its Vorhaben. */
  hidden?: boolean;
  version: number;
}

export type EventCode = InitiativeCode | 'TIME_INVALID' | 'FORMAT_UNKNOWN';

export const EVENT_LIMITS = { title: 120, venue: 160, forWhom: 200, participants: 100 } as const;

export interface EventWish {
  id: Id;
  title: string;
  format: EventFormat;
  dateOn: LocalDate;
  startTime: string | null;
  endTime: string | null;
  venue: string;
  forWhom: string;
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** An event of a Vorhaben, announced by its lead, which hosts it. */
export function addEvent(viewer: Viewer, initiative: Initiative, wish: EventWish, today: LocalDate): Result<Event, EventCode> {
  if (!actsFor(viewer, initiative.leadId, 'EDITOR')) return refuse('NOT_PERMITTED');
  if (initiative.state !== 'IDEA' && initiative.state !== 'ACTIVE') return refuse('STATE_DIFFERS');
  if (initiative.hidden) return refuse('ENTRY_HIDDEN');
  const title = checkText('title', wish.title, { max: EVENT_LIMITS.title });
  if (!title.ok) return title;
  if (!EVENT_FORMATS.includes(wish.format)) return refuse('FORMAT_UNKNOWN', { field: 'format' });
  if (!isLocalDate(wish.dateOn) || wish.dateOn < today) return refuse('DATE_INVALID', { field: 'dateOn' });
  for (const field of ['startTime', 'endTime'] as const) {
    if (wish[field] !== null && !TIME.test(wish[field])) return refuse('TIME_INVALID', { field });
  }
  const venue = checkText('venue', wish.venue, { max: EVENT_LIMITS.venue, optional: true });
  if (!venue.ok) return venue;
  const forWhom = checkText('forWhom', wish.forWhom, { max: EVENT_LIMITS.forWhom, optional: true });
  if (!forWhom.ok) return forWhom;
  return ok({
    ...wish,
    title: title.value,
    venue: venue.value,
    forWhom: forWhom.value,
    regionId: initiative.regionId,
    initiativeId: initiative.id,
    datePrecision: 'DAY',
    registration: null,
    livestream: false,
    state: 'ANNOUNCED',
    approximateParticipants: null,
    hostIds: [initiative.leadId],
    participantIds: [],
    version: 1,
  });
}

/** Says that an event took place, and which organisations were there. Not before its day. */
export function reportEventHeld(viewer: Viewer, event: Event, participantIds: readonly Id[], today: LocalDate): Result<Event, EventCode> {
  if (!event.hostIds.some((id) => actsFor(viewer, id, 'EDITOR'))) return refuse('NOT_PERMITTED');
  if (event.state !== 'ANNOUNCED') return refuse('STATE_DIFFERS');
  if (event.dateOn > today) return refuse('DATE_FUTURE', { field: 'dateOn' });
  const guests = [...new Set(participantIds)].filter((id) => !event.hostIds.includes(id));
  if (guests.length > EVENT_LIMITS.participants)
    return refuse('TOO_MANY', { field: 'participantIds', params: { max: EVENT_LIMITS.participants } });
  return ok({ ...event, state: 'HELD', participantIds: guests });
}

export function cancelEvent(viewer: Viewer, event: Event): Result<Event, EventCode> {
  if (!event.hostIds.some((id) => actsFor(viewer, id, 'EDITOR'))) return refuse('NOT_PERMITTED');
  return event.state === 'ANNOUNCED' ? ok({ ...event, state: 'CANCELLED' }) : refuse('STATE_DIFFERS');
}

/** What a viewer may do with an event next. */
export function eventActions(viewer: Viewer, event: Event, today: LocalDate): ('reportEventHeld' | 'cancelEvent')[] {
  if (event.state !== 'ANNOUNCED' || !event.hostIds.some((id) => actsFor(viewer, id, 'EDITOR'))) return [];
  return event.dateOn <= today ? ['reportEventHeld', 'cancelEvent'] : ['cancelEvent'];
}
