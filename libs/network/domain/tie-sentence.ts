import type { Grade, Id, LocalDate } from '@knotenpunkt/kernel';

/** One reason why two actors are tied: what they share, and what each does in it. */
export interface TieReason {
  /** Initiative, Alliance, Event, Challenge, or Actor for a body both belong to, or one belongs to the other. */
  nodeType: string;
  nodeId: Id;
  /** Said by one side and by nothing else. */
  declared: boolean;
  /** Title of what they share; what was said, for a declared tie; null where it is not known. */
  title: string | null;
  slug: string | null;
  /** Roles of the two actors in it, in the order of the tie's ends; null where it is not known. */
  roleA: string | null;
  roleB: string | null;
  grade: Grade;
  since: LocalDate;
  until: LocalDate | null;
}

/** An end of a tie. */
export interface TieEnd {
  id: Id;
  name: string;
}

/** A message of the room's catalogue (`sentences.<code>`) with what its placeholders stand for. */
export interface TieSentence {
  code: string;
  values: { a: string; b: string; title: string };
}

const FIRST_ROLES = new Set(['LEAD', 'HOST']);

/** What two actors do with each other, as a sentence. Who leads, invites, says so or is the body is named first. */
export function tieSentence(reason: TieReason, a: TieEnd, b: TieEnd): TieSentence {
  const isBody = reason.nodeType === 'Actor' && !reason.declared && reason.nodeId === b.id;
  const leads = FIRST_ROLES.has(reason.roleB ?? '') && !FIRST_ROLES.has(reason.roleA ?? '');
  const [first, second] = isBody || leads ? [b, a] : [a, b];
  return { code: sentenceCode(reason, a, b), values: { a: first.name, b: second.name, title: reason.title ?? '' } };
}

function sentenceCode(reason: TieReason, a: TieEnd, b: TieEnd): string {
  const leads = [reason.roleA, reason.roleB].filter((role) => FIRST_ROLES.has(role ?? '')).length;
  if (reason.declared) return reason.title ? 'declaredAs' : 'declared';
  if (reason.nodeType === 'Actor') return reason.nodeId === a.id || reason.nodeId === b.id ? 'memberOf' : 'membersOf';
  if (!reason.title) return 'shared';
  switch (reason.nodeType) {
    case 'Initiative':
      return leads === 2 ? 'initiativeLedByBoth' : leads === 1 ? 'initiativeLed' : 'initiative';
    case 'Alliance':
      return 'alliance';
    case 'Event':
      return leads === 1 ? 'eventHosted' : leads === 2 ? 'eventHostedByBoth' : 'event';
    default:
      return 'sharedNamed';
  }
}

const PLACES: Record<string, string> = {
  Initiative: '/vorhaben',
  Alliance: '/allianzen',
  Challenge: '/herausforderungen',
  Actor: '/akteure',
};

/** Where one reads about what made the tie; null where it has no page of its own. */
export function addressOf(reason: Pick<TieReason, 'nodeType' | 'slug' | 'declared'>): string | null {
  const place = reason.declared ? undefined : PLACES[reason.nodeType];
  return place && reason.slug ? `${place}/${reason.slug}` : null;
}

/** A strength in words: a tie as strong as a pair in a common Vorhaben of their own is strong. */
export function strengthWord(strength: number): 'strong' | 'medium' | 'weak' {
  return strength >= 1 ? 'strong' : strength >= 0.34 ? 'medium' : 'weak';
}
