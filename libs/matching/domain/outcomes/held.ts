import type { Id, LocalDate } from '@knotenpunkt/kernel';
import type { DismissalReason } from '../dismissal';
import type { Certainty } from '../reasons';
import { outcomeOf, type KeptOutcome, type Outcome, type SuggestionKind } from './outcome';

/** What is held on an organisation, as its own people may read it. */
export interface HeldOutcome {
  id: Id;
  kind: SuggestionKind;
  /** Whether the other was suggested to it; false: it was suggested. */
  asked: boolean;
  /** The other; null where that one's people alone know what they were shown, or where it was suggested for a table. */
  otherId: Id | null;
  certainty: Certainty;
  shownOn: LocalDate;
  /** Null: it is the other's to know. */
  outcome: Outcome | null;
  /** Why it put the other away; the other's reasons are not told. */
  reason: DismissalReason | null;
  objectedOn: LocalDate | null;
  /** Whether it was this organisation that objected, and may take that back. */
  objectedHere: boolean;
}

/** Both know of these: a contact was asked for, they were introduced, they do something together. */
const KNOWN_TO_BOTH: ReadonlySet<Outcome> = new Set(['ACCEPTED', 'INTRODUCED', 'BECAME']);

/** What an organisation reads of a suggestion that names it. That another looked and said no stays with that one. */
export function heldBy(actorId: Id, kept: KeptOutcome, today: LocalDate): HeldOutcome {
  const outcome = outcomeOf(kept, today);
  const asked = kept.askerId === actorId;
  const known = asked || KNOWN_TO_BOTH.has(outcome);
  const { id, kind, certainty, shownOn, objectedOn } = kept;
  return {
    id,
    kind,
    asked,
    otherId: asked ? kept.suggestedId : known ? kept.askerId : null,
    certainty,
    shownOn,
    outcome: known ? outcome : null,
    reason: asked && outcome === 'DISMISSED' ? kept.dismissedFor : null,
    objectedOn,
    objectedHere: objectedOn !== null && kept.objectedById === actorId,
  };
}
