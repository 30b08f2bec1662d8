import type { Id, LocalDate } from '@knotenpunkt/kernel';
import type { ThreadSubjectType } from './thread';

/** What a thread is about, as the room that has it tells it. */
export interface ThreadSubjectState {
  type: ThreadSubjectType;
  id: Id;
  title: string;
  /** Part of its address; null: it has no page of its own. */
  slug: string | null;
  /** As its room names it, `DRAFT` or `WAITING`; of an organisation its kind. */
  state: string;
  /** Of `wanted` so many are there: chairs of a draft, "Ja" to an invitation, answers to an introduction, alliances for a question. */
  reached: number | null;
  wanted: number | null;
  /** Zusagen whose day has passed. */
  overdue: number;
  /** For what something was promised outside. */
  purpose: 'ALLIANCE' | 'INITIATIVE' | null;
  /** The day a contact was asked for. */
  askedOn: LocalDate | null;
}

/** Where a click on it leads; null: nowhere. */
export function addressOfSubject({ type, id, slug, purpose, askedOn }: ThreadSubjectState): string | null {
  if (type === 'INTRODUCTION') return `/vorstellungen/${id}`;
  if (type === 'CONTACT_REQUEST') return askedOn && `/koordination?kontakte=${askedOn}..${askedOn}`;
  const kind = type === 'OUTSIDE_PROMISE' ? purpose : type;
  const place = kind && { ALLIANCE: 'allianzen', INITIATIVE: 'vorhaben', CHALLENGE: 'herausforderungen', ACTOR: 'akteure' }[kind];
  return place && slug ? `/${place}/${slug}` : null;
}
