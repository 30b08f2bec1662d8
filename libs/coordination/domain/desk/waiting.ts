import type { Id, LocalDate } from '@knotenpunkt/kernel';

/**
 * What an organisation lets wait: a request for a contact, an invitation into an alliance or a Vorhaben, a Zusage whose day has passed,
 * an introduction.
 */
export const WAITING_KINDS = ['CONTACT', 'INVITATION', 'COMMITMENT', 'INTRODUCTION'] as const;
export type WaitingKind = (typeof WAITING_KINDS)[number];

export const WAITING_SUBJECTS = ['ALLIANCE', 'INITIATIVE', 'CONTACT_REQUEST', 'INTRODUCTION'] as const;
export type WaitingSubjectType = (typeof WAITING_SUBJECTS)[number];

/** So many are told of each kind, those that wait longest first. */
export const MOST_WAITING = 200;

/** Something that waits for one organisation. */
export interface WaitingItem {
  /** Names it for good: kind, subject and organisation. */
  key: string;
  kind: WaitingKind;
  actorId: Id;
  actorName: string;
  subjectType: WaitingSubjectType;
  subjectId: Id;
  /** Of a request for a contact the organisation that asks; of an introduction what it is for. */
  title: string;
  /** Part of its address, where it has a page. */
  slug: string | null;
  /** Asked on this day; of a Zusage the day it was due. */
  since: LocalDate;
  /** How many are asked the same. */
  asked: number;
}

/** Key of what waits; of a Zusage its own id stands for the subject. */
export function waitingKey(kind: WaitingKind, id: Id, actorId: Id): string {
  return `${kind}:${id}:${actorId}`;
}

/** Where it is answered, within its region. */
export function waitingAddress({ subjectType, subjectId, slug }: Pick<WaitingItem, 'subjectType' | 'subjectId' | 'slug'>): string {
  switch (subjectType) {
    case 'ALLIANCE':
      return `/allianzen/${slug}`;
    case 'INITIATIVE':
      return `/vorhaben/${slug}`;
    case 'INTRODUCTION':
      return `/vorstellungen/${subjectId}`;
    case 'CONTACT_REQUEST':
      return '/koordination#kontaktanfragen';
  }
}
