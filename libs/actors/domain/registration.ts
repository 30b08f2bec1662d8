import { passes, type Viewer } from '@knotenpunkt/identity/domain';
import {
  checkText,
  firstRefusal,
  ok,
  refuse,
  type Id,
  type LocalDate,
  type Refusal,
  type Result,
  type TextCode,
} from '@knotenpunkt/kernel';
import type { ActorKind } from '@knotenpunkt/themes/domain';
import type { Actor } from './actor';
import { checkEmployer, type EmployerCode, type EmployerFacts } from './council';
import { foundedChecks, type FoundedOrganisation, type FoundingWish } from './founded-organisation';
import { mailProves } from './same-organisation';

export const REGISTRATION_STATES = ['ASKED', 'QUESTIONED', 'VERIFIED', 'REFUSED', 'WITHDRAWN'] as const;
export type RegistrationState = (typeof REGISTRATION_STATES)[number];

/** How it was verified that somebody speaks for an organisation. */
export const VERIFICATION_WAYS = ['MAIL_DOMAIN', 'DOCUMENT', 'CALL'] as const;
export type VerificationWay = (typeof VERIFICATION_WAYS)[number];

/** Somebody who says to speak for an organisation. Nothing follows from it before it is verified. */
export interface Registration extends FoundedOrganisation {
  id: Id;
  regionId: Id;
  personId: Id;
  /** The entry that is claimed, or the one that was made; null: not made yet. */
  actorId: Id | null;
  /** True: takes over an entry that is there. */
  claims: boolean;
  /** Who the person is there. */
  position: string;
  /** How it can be verified. */
  evidence: string;
  state: RegistrationState;
  /** What the coordination asked last, and the answer. */
  question: string;
  answer: string;
  way: VerificationWay | null;
  /** How it was verified, for the coordination. */
  note: string;
  /** Why it was refused; the person reads it. */
  reason: string;
  askedOn: LocalDate;
  decidedOn: LocalDate | null;
  version: number;
}

export const REGISTRATION_LIMITS = { position: 120, evidence: 1_000, question: 1_000, answer: 1_000, note: 500, reason: 1_000 } as const;
/** Somebody who has more of them waiting gets no further one. */
export const MOST_OPEN = 3;

export type RegistrationCode =
  | TextCode
  | EmployerCode
  | 'NOT_PERMITTED'
  | 'KIND_UNKNOWN'
  | 'ADMINISTERED'
  | 'TOO_MANY_OPEN'
  | 'REGISTRATION_DECIDED'
  | 'REGISTRATION_OWN'
  | 'WAY_UNKNOWN'
  | 'MAIL_DOES_NOT_FIT';

/** Who the person is there and how that can be verified. */
export interface Standing {
  position: string;
  evidence: string;
}

const standingChecks = ({ position, evidence }: Standing) => ({
  position: checkText('position', position, { max: REGISTRATION_LIMITS.position }),
  evidence: checkText('evidence', evidence, { max: REGISTRATION_LIMITS.evidence }),
});

/** All that is wrong with what somebody says, for a form that shows everything at once. */
export function standingRefusals(standing: Standing): Refusal[] {
  return Object.values(standingChecks(standing)).flatMap((check) => (check.ok ? [] : [check.refusal]));
}

export function registrationRefusals(wish: Omit<FoundingWish, 'employerId'> & Standing): Refusal[] {
  return [...Object.values(foundedChecks(wish)).flatMap((check) => (check.ok ? [] : [check.refusal])), ...standingRefusals(wish)];
}

interface Asked {
  id: Id;
  regionId: Id;
  /** How many of the person's wait already. */
  open: number;
  today: LocalDate;
}

function asked(viewer: Viewer, { id, regionId, today }: Asked) {
  const undecided = { state: 'ASKED', question: '', answer: '', way: null, note: '', reason: '', decidedOn: null, version: 1 } as const;
  return { id, regionId, personId: viewer.personId!, askedOn: today, ...undecided };
}

/** A wish to enter an organisation that has no entry, or why there is none. */
export function registerOrganisation(
  viewer: Viewer,
  wish: FoundingWish & Standing,
  about: Asked & Pick<EmployerFacts, 'employer'>,
): Result<Registration, RegistrationCode> {
  if (viewer.personId === null) return refuse('NOT_PERMITTED');
  const checks = { ...foundedChecks(wish), ...standingChecks(wish) };
  const kind = wish.kind as ActorKind;
  const coming = { id: about.id, regionId: about.regionId, kind, employerId: null, archived: false };
  const employer = checkEmployer(coming, wish.employerId, { employer: about.employer, isEmployer: false });
  const refusal = firstRefusal(...Object.values(checks), employer) as Refusal<RegistrationCode> | null;
  if (refusal) return { ok: false, refusal };
  if (about.open >= MOST_OPEN) return refuse('TOO_MANY_OPEN', { params: { max: MOST_OPEN } });
  const value = (key: keyof typeof checks) => (checks[key].ok ? checks[key].value : '');
  return ok({
    ...asked(viewer, about),
    ...{ actorId: null, claims: false, kind, employerId: wish.employerId },
    ...{ name: value('name'), city: value('city'), website: value('website'), summary: value('summary') },
    ...{ position: value('position'), evidence: value('evidence') },
  });
}

/** A wish to take over an entry nobody administers, or why there is none. */
export function claimActor(
  viewer: Viewer,
  {
    actor,
    administered,
  }: { actor: Pick<Actor, 'id' | 'name' | 'kind' | 'city' | 'website' | 'summary' | 'archived'> | null; administered: boolean },
  standing: Standing,
  about: Asked,
): Result<Registration, RegistrationCode> {
  if (viewer.personId === null || !actor || actor.archived) return refuse('NOT_PERMITTED');
  if (administered) return refuse('ADMINISTERED');
  const checks = standingChecks(standing);
  const refusal = firstRefusal(...Object.values(checks)) as Refusal<RegistrationCode> | null;
  if (refusal) return { ok: false, refusal };
  if (about.open >= MOST_OPEN) return refuse('TOO_MANY_OPEN', { params: { max: MOST_OPEN } });
  const { id: actorId, name, kind, city, website, summary } = actor;
  const value = (key: keyof typeof checks) => (checks[key].ok ? checks[key].value : '');
  const said = { position: value('position'), evidence: value('evidence') };
  return ok({ ...asked(viewer, about), actorId, claims: true, name, kind, city, website, summary, employerId: null, ...said });
}

const isOpen = ({ state }: Registration) => state === 'ASKED' || state === 'QUESTIONED';

/** Whether a coordinator may decide: nobody decides on their own. */
function mayDecide(viewer: Viewer, registration: Registration): Result<void, RegistrationCode> {
  if (!passes(viewer, 'COORDINATOR')) return refuse('NOT_PERMITTED');
  if (!isOpen(registration)) return refuse('REGISTRATION_DECIDED');
  return registration.personId === viewer.personId ? refuse('REGISTRATION_OWN') : ok(undefined);
}

/** Asks the person back; it waits for them then. */
export function askAboutRegistration(viewer: Viewer, registration: Registration, text: string): Result<Registration, RegistrationCode> {
  const may = mayDecide(viewer, registration);
  if (!may.ok) return may;
  const question = checkText('question', text, { max: REGISTRATION_LIMITS.question });
  return question.ok ? ok({ ...registration, state: 'QUESTIONED', question: question.value, answer: '' }) : question;
}

/** The person's answer; it waits for the coordination again. */
export function answerRegistrationQuestion(
  viewer: Viewer,
  registration: Registration,
  text: string,
): Result<Registration, RegistrationCode> {
  if (registration.personId !== viewer.personId) return refuse('NOT_PERMITTED');
  if (registration.state !== 'QUESTIONED') return refuse('REGISTRATION_DECIDED');
  const answer = checkText('answer', text, { max: REGISTRATION_LIMITS.answer });
  return answer.ok ? ok({ ...registration, state: 'ASKED', answer: answer.value }) : answer;
}

/** The person takes it back. */
export function withdrawRegistration(viewer: Viewer, registration: Registration): Result<Registration, RegistrationCode> {
  if (registration.personId !== viewer.personId) return refuse('NOT_PERMITTED');
  return isOpen(registration) ? ok({ ...registration, state: 'WITHDRAWN' }) : refuse('REGISTRATION_DECIDED');
}

/**
 * Lets the person administer the organisation. Who verified by a call or a document notes which; a mail address counts only where
 * it belongs to the website, and not to that of the employer: there it shows who works there, not who was elected.
 */
export function verifyRegistration(
  viewer: Viewer,
  registration: Registration,
  decision: { way: string; note: string },
  about: { email: string; website: string; employerWebsite: string; administered: boolean; today: LocalDate },
): Result<Registration, RegistrationCode> {
  const may = mayDecide(viewer, registration);
  if (!may.ok) return may;
  if (about.administered) return refuse('ADMINISTERED');
  const way = VERIFICATION_WAYS.find((known) => known === decision.way);
  if (!way) return refuse('WAY_UNKNOWN', { field: 'way' });
  if (way === 'MAIL_DOMAIN' && !mailProves(about.email, about)) return refuse('MAIL_DOES_NOT_FIT', { field: 'way' });
  const note = checkText('note', decision.note, { max: REGISTRATION_LIMITS.note, optional: way === 'MAIL_DOMAIN' });
  return note.ok ? ok({ ...registration, state: 'VERIFIED', way, note: note.value, decidedOn: about.today }) : note;
}

/** Refuses with a reason the person reads. */
export function refuseRegistration(
  viewer: Viewer,
  registration: Registration,
  text: string,
  today: LocalDate,
): Result<Registration, RegistrationCode> {
  const may = mayDecide(viewer, registration);
  if (!may.ok) return may;
  const reason = checkText('reason', text, { max: REGISTRATION_LIMITS.reason });
  return reason.ok ? ok({ ...registration, state: 'REFUSED', reason: reason.value, decidedOn: today }) : reason;
}

export const REGISTRATION_ACTIONS = [
  'verifyRegistration',
  'askAboutRegistration',
  'refuseRegistration',
  'answerRegistrationQuestion',
  'withdrawRegistration',
] as const;
export type RegistrationAction = (typeof REGISTRATION_ACTIONS)[number];

/** What a viewer may do with it next. */
export function registrationActions(viewer: Viewer, registration: Registration): RegistrationAction[] {
  const decides = mayDecide(viewer, registration).ok;
  const own = registration.personId === viewer.personId && isOpen(registration);
  const possible: Record<RegistrationAction, boolean> = {
    verifyRegistration: decides,
    askAboutRegistration: decides,
    refuseRegistration: decides,
    answerRegistrationQuestion: own && registration.state === 'QUESTIONED',
    withdrawRegistration: own,
  };
  return REGISTRATION_ACTIONS.filter((action) => possible[action]);
}
