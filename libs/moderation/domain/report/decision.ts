import { actsFor, passes, type Viewer } from '@knotenpunkt/identity/domain';
import { checkText, ok, refuse, type Id, type Result, type TextCode } from '@knotenpunkt/kernel';
import type { ContentReport } from './content-report';

/** What becomes of an entry that was reported. */
export const REPORT_DECISIONS = ['NO_ACTION', 'CORRECTED', 'HIDDEN', 'REMOVED'] as const;
export type DecisionKind = (typeof REPORT_DECISIONS)[number];

/** Whether an entry is out of sight by a decision; none: it is not. */
export function hides(kind: DecisionKind | null | undefined): boolean {
  return kind === 'HIDDEN' || kind === 'REMOVED';
}

/** What a decision is founded on: a law, or the rules of these pages (Digital Services Act, article 17 (3) d and e). */
export const DECISION_BASES = ['LAW', 'RULES'] as const;
export type DecisionBasis = (typeof DECISION_BASES)[number];

/** Stands in texts that come along where somebody has to write what they cannot know. */
export const TO_BE_WRITTEN = '{…}';

export const DECISION_LIMITS = { facts: 2_000, ground: 2_000 } as const;

/** The statement of reasons. */
export interface DecisionWish {
  kind: DecisionKind;
  /** What was found. */
  facts: string;
  basis: DecisionBasis;
  /** Which law or rule, and why it fits; may be empty where nothing changes. */
  ground: string;
}

export interface ReportDecision extends DecisionWish {
  id: Id;
  /** On an appeal; false: the first one. */
  onAppeal: boolean;
  decidedAt: Date;
  /** Null once that account is gone. */
  personId: Id | null;
}

export type DecisionCode = TextCode | 'NOT_PERMITTED' | 'ALREADY_DECIDED' | 'SAME_PERSON' | 'OWN_ENTRY' | 'REASONS_UNFINISHED';

type Decidable = Pick<ContentReport, 'state' | 'decisions'>;

/** Why the viewer may not decide now; null: may. `authorIds`: organisations that answer for the entry; acting for one goes before all else. */
export function whyNotDecide(viewer: Viewer, { state, decisions }: Decidable, authorIds: readonly Id[]): DecisionCode | null {
  if (viewer.personId === null || !passes(viewer, 'COORDINATOR')) return 'NOT_PERMITTED';
  if (authorIds.some((actorId) => actsFor(viewer, actorId, 'EDITOR'))) return 'OWN_ENTRY';
  if (state === 'DECIDED') return 'ALREADY_DECIDED';
  return decisions.some(({ personId }) => personId === viewer.personId) ? 'SAME_PERSON' : null;
}

/** The statement as it will be sent, or why not. Whoever decided before does not decide on the appeal. */
export function decideReport(
  viewer: Viewer,
  report: Decidable,
  authorIds: readonly Id[],
  wish: DecisionWish,
): Result<DecisionWish, DecisionCode> {
  const why = whyNotDecide(viewer, report, authorIds);
  return why ? refuse(why) : checkReasons(wish);
}

/** The statement without white space at its ends, or the field that is wrong. */
export function checkReasons(wish: DecisionWish): Result<DecisionWish, DecisionCode> {
  const facts = checkText('facts', wish.facts, { max: DECISION_LIMITS.facts });
  if (!facts.ok) return facts;
  const ground = checkText('ground', wish.ground, { max: DECISION_LIMITS.ground, optional: wish.kind === 'NO_ACTION' });
  if (!ground.ok) return ground;
  for (const field of ['facts', 'ground'] as const) if (wish[field].includes(TO_BE_WRITTEN)) return refuse('REASONS_UNFINISHED', { field });
  return ok({ ...wish, facts: facts.value, ground: ground.value });
}
