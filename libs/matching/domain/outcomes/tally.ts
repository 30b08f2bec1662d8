import type { LocalDate } from '@knotenpunkt/kernel';
import { DISMISSAL_REASONS, type DismissalReason } from '../dismissal';
import { CERTAINTIES, type Certainty } from '../reasons';
import { OUTCOMES, outcomeOf, verdictOf, type KeptOutcome, type Outcome } from './outcome';

/** Smaller groups of organisations are not told apart: one could guess who they are. */
export const LEAST_TOLD = 5;

/** How far what was said came true. */
export interface SaidAndCame {
  certainty: Certainty;
  /** Suggestions called so that somebody answered to. */
  answered: number;
  /** Of these, those of which something came. */
  came: number;
  /** Mean of what was estimated for them; null where nothing was. */
  said: number | null;
}

/** What became of a region's suggestions, without naming anybody. */
export interface Tally {
  shown: number;
  outcomes: { outcome: Outcome; count: number }[];
  reasons: { reason: DismissalReason; count: number }[];
  /** By the kind of organisation suggested; only kinds of at least five. */
  kinds: { kind: string; shown: number; came: number }[];
  sureness: SaidAndCame[];
  /** Of all these, how many an organisation took out. */
  objected: number;
}

const COME: ReadonlySet<Outcome> = new Set(['ACCEPTED', 'INTRODUCED', 'BECAME']);

/** Counts what became of suggestions; what an organisation took out counts only as that. */
export function tallyOf(all: readonly KeptOutcome[], today: LocalDate): Tally {
  const counted = all.filter(({ objectedOn }) => objectedOn === null).map((kept) => ({ kept, outcome: outcomeOf(kept, today) }));
  const dismissed = counted.filter(({ outcome }) => outcome === 'DISMISSED');
  const kinds = [...new Set(counted.map(({ kept }) => kept.suggestedKind))].sort();
  return {
    shown: counted.length,
    outcomes: OUTCOMES.map((outcome) => ({ outcome, count: counted.filter((one) => one.outcome === outcome).length })),
    reasons: DISMISSAL_REASONS.map((reason) => ({
      reason,
      count: dismissed.filter(({ kept }) => kept.dismissedFor === reason).length,
    })).filter(({ count }) => count > 0),
    kinds: kinds
      .map((kind) => {
        const members = counted.filter(({ kept }) => kept.suggestedKind === kind);
        return { kind, shown: members.length, came: members.filter(({ outcome }) => COME.has(outcome)).length };
      })
      .filter(({ shown }) => shown >= LEAST_TOLD),
    sureness: CERTAINTIES.map((certainty) => surenessOf(certainty, all, today)),
    objected: all.length - counted.length,
  };
}

function surenessOf(certainty: Certainty, all: readonly KeptOutcome[], today: LocalDate): SaidAndCame {
  const answered = all.flatMap((kept) => {
    const verdict = kept.objectedOn === null && kept.certainty === certainty ? verdictOf(kept, today) : null;
    return verdict ? [{ cameTrue: verdict.cameTrue, probability: kept.probability }] : [];
  });
  const said = answered.flatMap(({ probability }) => (probability === null ? [] : [probability]));
  return {
    certainty,
    answered: answered.length,
    came: answered.filter(({ cameTrue }) => cameTrue).length,
    said: said.length > 0 ? said.reduce((sum, one) => sum + one, 0) / said.length : null,
  };
}
