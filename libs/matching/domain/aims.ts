import type { MatchedEntry, MatchQuestion } from './entry';
import { kindsAskedFor } from './text/asked-kinds';
import { aimsOf, type Aims, type TargetGroup } from './text/target-groups';

/** What a text says of whom it is for and whom it looks for, beside what it is about. */
export interface Aimed extends Aims {
  /** Kinds of actor looked for; of a need. */
  seeks: ReadonlySet<string>;
  /** Kind of the actor whose text it is, where that is known. */
  kind: string | null;
}

/** How far an offer is for whom a need is about, and made by whom it looks for; each 0 to 1. */
export interface AimSignals {
  group: number;
  kind: number;
}

/** Whom something is for is no answer by itself. */
export const NO_AIMS: AimSignals = { group: 0, kind: 0 };

/** What speaks against an offer for the sake of whom it is for. */
export interface AimConflict {
  /** It is only for these, and the need is about others. */
  only: readonly TargetGroup[];
  /** It is not for these, and the need is about them. */
  not: readonly TargetGroup[];
}

export function aimedOf(source: Pick<MatchedEntry | MatchQuestion, 'title' | 'text' | 'kind'>): Aimed {
  const { title = '', text, kind = null } = source;
  return { ...aimsOf(title, text), seeks: kindsAskedFor(title, text), kind };
}

/** Never less for an offer that names more groups: who meets a need better never ranks lower for it. */
export function aimSignals(need: Aimed, offer: Aimed): AimSignals {
  const shared = need.groups.filter((group) => offer.groups.includes(group)).length;
  return {
    group: need.groups.length === 0 ? 0 : shared / need.groups.length,
    kind: offer.kind !== null && need.seeks.has(offer.kind) ? 1 : 0,
  };
}

export function aimConflict(need: Aimed, offer: Aimed): AimConflict {
  const about = need.groups.filter((group) => !offer.groups.includes(group));
  const others = offer.only.length > 0 && !need.groups.some((group) => offer.only.includes(group));
  // A need that says nothing of whom it is about may well be about these.
  const excluded = offer.only.length > 0 && offer.only.every((group) => need.not.includes(group));
  return {
    only: excluded || (others && about.length > 0) ? offer.only : [],
    not: offer.not.filter((group) => need.groups.includes(group)),
  };
}
