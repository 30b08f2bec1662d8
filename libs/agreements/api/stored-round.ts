import type { ConsentRound } from '@knotenpunkt/agreements/domain';
import type { Id, LocalDate } from '@knotenpunkt/kernel';

/** What a round is about: an aggregate of a later room. */
export interface Subject {
  type: string;
  id: Id;
}

/** A round as it is stored, with the text of the version before it. */
export interface StoredRound extends ConsentRound {
  id: Id;
  subject: Subject;
  previousText: string | null;
}

/** One who has agreed to the version that was agreed on. */
export interface Signature {
  subjectId: Id;
  actorId: Id;
  /** Who said so for it; null where that is not known. */
  personId: Id | null;
  agreedOn: LocalDate;
}

/** What an organisation still has to say. */
export interface WaitingAnswer {
  subjectId: Id;
  actorId: Id;
  answer: 'RESERVED' | null;
  deadlineOn: LocalDate;
  reservedUntil: LocalDate | null;
}
