import { daysBetween, type Id, type LocalDate } from '@knotenpunkt/kernel';
import type { WaitingItem, WaitingSubjectType } from './waiting';

/**
 * After how many days something counts as stalling. An alliance may be quiet for four weeks between two meetings; a text that all are
 * asked about should be read within two; a Zusage is told a week after its day, so that whoever is late by a weekend is not; a
 * visitor who asks for a contact hears something within a week; those who agreed to meet need three weeks for a date.
 */
export const STALLS_AFTER = {
  /** At work, nothing happened, and no next step is named. */
  ALLIANCE_STILL: 28,
  /** One organisation lets several invitations wait. */
  INVITATIONS_SILENT: 14,
  /** A text lies with some of those who are asked about it. */
  CHARTER_WAITS: 14,
  /** Somebody was invited into a Vorhaben. */
  INVITATION_SILENT: 14,
  /** Zusagen for one Vorhaben or alliance are overdue. */
  COMMITMENTS_OVERDUE: 7,
  /** A Vorhaben runs beyond its last day. */
  INITIATIVE_OVERDUE: 14,
  INTRODUCTION_SILENT: 10,
  /** All agreed, and nobody has noted that they met. */
  INTRODUCTION_UNMET: 21,
  CONTACT_UNANSWERED: 7,
} as const;
export type StallKind = keyof typeof STALLS_AFTER;
export const STALL_KINDS = Object.keys(STALLS_AFTER) as StallKind[];

export const STALL_LIMITS = {
  /** So many are told at once. */
  told: 5,
  /** So many at all. */
  most: 100,
} as const;

/** Something that stalls, told in one sentence. */
export interface Stall {
  key: string;
  kind: StallKind;
  /** For how long. */
  days: number;
  subjectType: WaitingSubjectType;
  subjectId: Id;
  title: string;
  slug: string | null;
  /** The organisation it lies with, where it is one. */
  actorId: Id | null;
  actorName: string;
  /** How many invitations, silent members or Zusagen, and of how many. */
  count: number;
  of: number;
  /** What waits, one by one: whom one can write to. */
  waiting: string[];
}

/** An alliance at work. */
export interface AllianceAtWork {
  id: Id;
  title: string;
  slug: string;
  /** The last day on which something was done about it. */
  lastOn: LocalDate;
  /** The next milestone that is not reached; null: none is named. */
  nextOn: LocalDate | null;
  /** An open thread names a next step. */
  hasStep: boolean;
}

/** Something with a day that has passed. */
export interface Passed {
  id: Id;
  title: string;
  slug: string | null;
  on: LocalDate;
}

export interface DeskFacts {
  waiting: readonly WaitingItem[];
  alliances: readonly AllianceAtWork[];
  /** Vorhaben that run beyond their last day. */
  initiatives: readonly Passed[];
  /** Introductions all agreed to, by the day of the last "Ja". */
  unmet: readonly Passed[];
  today: LocalDate;
}

/** What stalls, the most urgent first: what has waited for the largest multiple of its days. Equal ones by key. */
export function stallsOf(facts: DeskFacts): Stall[] {
  const found = [...silent(facts), ...still(facts), ...passed(facts)].filter(({ kind, days }) => days >= STALLS_AFTER[kind]);
  const urgency = ({ kind, days }: Stall) => days / STALLS_AFTER[kind];
  return found.sort((a, b) => urgency(b) - urgency(a) || (a.key < b.key ? -1 : 1));
}

function still({ alliances, today }: DeskFacts): Stall[] {
  return alliances
    .filter(({ hasStep, nextOn }) => !hasStep && (nextOn === null || nextOn < today))
    .map(({ id, title, slug, lastOn }) => ({
      ...{ key: `ALLIANCE_STILL:${id}`, kind: 'ALLIANCE_STILL', days: daysBetween(lastOn, today) },
      ...{ subjectType: 'ALLIANCE', subjectId: id, title, slug, actorId: null, actorName: '', count: 1, of: 1, waiting: [] },
    }));
}

function passed({ initiatives, unmet, today }: DeskFacts): Stall[] {
  const told = (kind: StallKind, subjectType: WaitingSubjectType, { id, title, slug, on }: Passed): Stall => ({
    ...{ key: `${kind}:${id}`, kind, days: daysBetween(on, today), subjectType, subjectId: id, title, slug },
    ...{ actorId: null, actorName: '', count: 1, of: 1, waiting: [] },
  });
  return [
    ...initiatives.map((initiative) => told('INITIATIVE_OVERDUE', 'INITIATIVE', initiative)),
    ...unmet.map((introduction) => told('INTRODUCTION_UNMET', 'INTRODUCTION', introduction)),
  ];
}

function grouped(items: readonly WaitingItem[], keyOf: (item: WaitingItem) => string): WaitingItem[][] {
  const groups = new Map<string, WaitingItem[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}

/** Several that wait, told as one: by the one that waits longest. */
function together(kind: StallKind, key: string, items: readonly WaitingItem[], today: LocalDate): Stall {
  const [oldest] = [...items].sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.key < b.key ? -1 : 1)) as [WaitingItem];
  const one = items.every(({ actorId }) => actorId === oldest.actorId);
  return {
    ...{
      key: `${kind}:${key}`,
      kind,
      days: daysBetween(oldest.since, today),
      subjectType: oldest.subjectType,
      subjectId: oldest.subjectId,
    },
    ...{ title: oldest.title, slug: oldest.slug, actorId: one ? oldest.actorId : null, actorName: one ? oldest.actorName : '' },
    ...{ count: items.length, of: oldest.asked, waiting: items.map((item) => item.key) },
  };
}

/** Invitations of whoever lets several wait are told once, and not again with the text they are about. */
function silent({ waiting, today }: DeskFacts): Stall[] {
  const long = (kind: StallKind) => (item: WaitingItem) => daysBetween(item.since, today) >= STALLS_AFTER[kind];
  const invitations = waiting.filter(({ kind }) => kind === 'INVITATION').filter(long('INVITATIONS_SILENT'));
  const several = grouped(invitations, ({ actorId }) => actorId).filter((items) => items.length > 1);
  const told = new Set(several.flat().map(({ key }) => key));
  const rest = invitations.filter(({ key }) => !told.has(key));
  const bySubject = (items: readonly WaitingItem[]) => grouped(items, ({ subjectId }) => subjectId);
  const of = (kind: WaitingItem['kind']) => waiting.filter((item) => item.kind === kind);
  return [
    ...several.map((items) => together('INVITATIONS_SILENT', items[0]!.actorId, items, today)),
    ...bySubject(rest).map((items) =>
      together(items.some(({ asked }) => asked > 1) ? 'CHARTER_WAITS' : 'INVITATION_SILENT', items[0]!.subjectId, items, today),
    ),
    ...bySubject(of('COMMITMENT').filter(long('COMMITMENTS_OVERDUE'))).map((items) =>
      together('COMMITMENTS_OVERDUE', items[0]!.subjectId, items, today),
    ),
    ...bySubject(of('INTRODUCTION')).map((items) => together('INTRODUCTION_SILENT', items[0]!.subjectId, items, today)),
    ...of('CONTACT').map((item) => together('CONTACT_UNANSWERED', item.subjectId, [item], today)),
  ];
}
