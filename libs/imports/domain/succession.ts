import { areCouncilAndEmployer, type Actor } from '@knotenpunkt/actors/domain';
import { actsFor, passes, type Viewer } from '@knotenpunkt/identity/domain';
import { addDays, checkText, ok, refuse, type Id, type LocalDate, type Result, type TextCode } from '@knotenpunkt/kernel';
import type { LeftOver, Moved } from './merging';

/** PROPOSED until somebody decides; DONE: one became part of the other; UNDONE: taken back. */
export const SUCCESSION_STATES = ['PROPOSED', 'DONE', 'DECLINED', 'WITHDRAWN', 'UNDONE'] as const;
export type SuccessionState = (typeof SUCCESSION_STATES)[number];

/** For whom somebody speaks. */
export const SUCCESSION_SIDES = ['PREDECESSOR', 'SUCCESSOR', 'COORDINATION'] as const;
export type SuccessionSide = (typeof SUCCESSION_SIDES)[number];
/** One of the two organisations. */
export type SuccessionParty = Exclude<SuccessionSide, 'COORDINATION'>;
const PARTIES: readonly SuccessionParty[] = ['PREDECESSOR', 'SUCCESSOR'];

/** An organisation that became part of another, or is to. */
export interface Succession {
  id: Id;
  regionId: Id;
  predecessorId: Id;
  successorId: Id;
  predecessorName: string;
  successorName: string;
  /** The first day on which the one is part of the other. */
  sinceOn: LocalDate;
  /** What whoever proposed it says of it. */
  note: string;
  proposedBy: SuccessionSide;
  proposedOn: LocalDate;
  predecessorAgreedOn: LocalDate | null;
  successorAgreedOn: LocalDate | null;
  state: SuccessionState;
  /** Why it was done without the word of both, or not done. */
  ground: string;
  decidedOn: LocalDate | null;
  version: number;
}

/** A succession with what went over by it, and what did not go back. */
export interface ToldSuccession extends Succession {
  moved: Moved[];
  leftOver: LeftOver | null;
}

/** What must be known of an organisation. */
export type Party = Pick<Actor, 'id' | 'regionId' | 'name' | 'archived' | 'kind' | 'employerId'>;

export const SUCCESSION_LIMITS = { note: 1000, ground: 1000, yearsBack: 30 } as const;

export type SuccessionCode =
  | 'NOT_PERMITTED'
  | 'SAME_ENTRY'
  | 'ENTRY_GONE'
  | 'COUNCIL_AND_EMPLOYER'
  | 'DAY_INVALID'
  | 'SUCCESSION_OPEN'
  | 'SUCCESSION_DECIDED'
  | 'SUCCESSION_OWN'
  | 'AGREED_ALREADY'
  | 'GROUND_MISSING'
  | TextCode;

type Ends = Pick<Succession, 'predecessorId' | 'successorId'>;

const idOf = (ends: Ends, party: SuccessionParty) => (party === 'PREDECESSOR' ? ends.predecessorId : ends.successorId);

/** For which of the two somebody decides: who administers it. */
export function partiesOf(viewer: Viewer, ends: Ends): SuccessionParty[] {
  return PARTIES.filter((party) => actsFor(viewer, idOf(ends, party), 'ADMINISTRATOR'));
}

/** Who reads it: those who act for one of the two, and the coordination. */
export function readsSuccession(viewer: Viewer, { predecessorId, successorId }: Ends): boolean {
  return passes(viewer, 'COORDINATOR') || [predecessorId, successorId].some((id) => actsFor(viewer, id, 'EDITOR'));
}

/** Who has not agreed. */
export function unagreed({ predecessorAgreedOn, successorAgreedOn }: Pick<Succession, 'predecessorAgreedOn' | 'successorAgreedOn'>) {
  return PARTIES.filter((party) => (party === 'PREDECESSOR' ? predecessorAgreedOn : successorAgreedOn) === null);
}

function agreed<Of extends Pick<Succession, 'predecessorAgreedOn' | 'successorAgreedOn'>>(
  of: Of,
  parties: readonly SuccessionParty[],
  on: LocalDate,
): Of {
  return {
    ...of,
    predecessorAgreedOn: of.predecessorAgreedOn ?? (parties.includes('PREDECESSOR') ? on : null),
    successorAgreedOn: of.successorAgreedOn ?? (parties.includes('SUCCESSOR') ? on : null),
  };
}

/** A proposal by an administrator of one of the two, or by the coordination. Whoever administers both has agreed for both. */
export function proposeSuccession(
  viewer: Viewer,
  wish: { id: Id; sinceOn: LocalDate; note: string },
  { predecessor, successor, today, regionId }: { predecessor: Party | null; successor: Party | null; today: LocalDate; regionId: Id },
): Result<Succession, SuccessionCode> {
  if (predecessor && predecessor.id === successor?.id) return refuse('SAME_ENTRY', { field: 'otherId' });
  const isThere = (party: Party | null): party is Party => party !== null && !party.archived && party.regionId === regionId;
  if (!isThere(predecessor) || !isThere(successor)) return refuse('ENTRY_GONE');
  // A works council stays beside its employer.
  if (areCouncilAndEmployer(predecessor, successor)) return refuse('COUNCIL_AND_EMPLOYER', { field: 'otherId' });
  const ends = { predecessorId: predecessor.id, successorId: successor.id };
  const parties = partiesOf(viewer, ends);
  if (parties.length === 0 && !passes(viewer, 'COORDINATOR')) return refuse('NOT_PERMITTED');
  if (wish.sinceOn > today || wish.sinceOn < addDays(today, -365 * SUCCESSION_LIMITS.yearsBack))
    return refuse('DAY_INVALID', { field: 'sinceOn' });
  const note = checkText('note', wish.note, { max: SUCCESSION_LIMITS.note, optional: true });
  if (!note.ok) return note;
  const proposal: Succession = {
    ...{ id: wish.id, regionId, ...ends, predecessorName: predecessor.name, successorName: successor.name },
    ...{ sinceOn: wish.sinceOn, note: note.value, proposedBy: parties[0] ?? 'COORDINATION', proposedOn: today },
    ...{ predecessorAgreedOn: null, successorAgreedOn: null, state: 'PROPOSED', ground: '', decidedOn: null, version: 1 },
  };
  return ok(agreed(proposal, parties, today));
}

/** The word of an organisation's administrator. */
export function agreeToSuccession(viewer: Viewer, succession: Succession, today: LocalDate): Result<Succession, SuccessionCode> {
  const parties = partiesOf(viewer, succession);
  if (parties.length === 0) return refuse('NOT_PERMITTED');
  if (succession.state !== 'PROPOSED') return refuse('SUCCESSION_DECIDED');
  if (!unagreed(succession).some((party) => parties.includes(party))) return refuse('AGREED_ALREADY');
  return ok(agreed(succession, parties, today));
}

/** Ends a proposal: withdrawn by those who made it, else declined with a reason. */
export function declineSuccession(
  viewer: Viewer,
  succession: Succession,
  { reason, today }: { reason: string; today: LocalDate },
): Result<Succession, SuccessionCode> {
  const coordinates = passes(viewer, 'COORDINATOR');
  const sides: SuccessionSide[] = [...partiesOf(viewer, succession), ...(coordinates ? (['COORDINATION'] as const) : [])];
  if (sides.length === 0) return refuse('NOT_PERMITTED');
  if (succession.state !== 'PROPOSED') return refuse('SUCCESSION_DECIDED');
  const withdraws = sides.includes(succession.proposedBy);
  const ground = checkText('ground', reason, { max: SUCCESSION_LIMITS.ground, optional: withdraws });
  if (!ground.ok) return ground;
  return ok({ ...succession, state: withdraws ? 'WITHDRAWN' : 'DECLINED', ground: ground.value, decidedOn: today });
}

/**
 * The coordination confirms what both have agreed to. Where one has not, or nobody speaks for it, it says how it knows. Nobody confirms for an
 * organisation they act for.
 */
export function confirmSuccession(
  viewer: Viewer,
  succession: Succession,
  { ground: said, today }: { ground: string; today: LocalDate },
): Result<Succession, SuccessionCode> {
  if (!passes(viewer, 'COORDINATOR')) return refuse('NOT_PERMITTED');
  if (succession.state !== 'PROPOSED') return refuse('SUCCESSION_DECIDED');
  if (actsForEither(viewer, succession)) return refuse('SUCCESSION_OWN');
  const needed = unagreed(succession).length > 0;
  if (needed && said.trim() === '') return refuse('GROUND_MISSING', { field: 'ground' });
  const ground = checkText('ground', said, { max: SUCCESSION_LIMITS.ground, optional: true });
  if (!ground.ok) return ground;
  return ok({ ...succession, state: 'DONE', ground: ground.value, decidedOn: today });
}

const actsForEither = (viewer: Viewer, { predecessorId, successorId }: Ends) =>
  [predecessorId, successorId].some((id) => actsFor(viewer, id, 'EDITOR'));

export const SUCCESSION_ACTIONS = ['agreeToSuccession', 'declineSuccession', 'confirmSuccession', 'undoSuccession'] as const;
export type SuccessionAction = (typeof SUCCESSION_ACTIONS)[number];

/** What somebody may do with it next. */
export function successionActions(viewer: Viewer, succession: Succession): SuccessionAction[] {
  const parties = partiesOf(viewer, succession);
  const coordinates = passes(viewer, 'COORDINATOR');
  const open = succession.state === 'PROPOSED';
  const may: Record<SuccessionAction, boolean> = {
    agreeToSuccession: open && unagreed(succession).some((party) => parties.includes(party)),
    declineSuccession: open && (parties.length > 0 || coordinates),
    confirmSuccession: open && coordinates && !actsForEither(viewer, succession),
    undoSuccession: succession.state === 'DONE' && coordinates,
  };
  return SUCCESSION_ACTIONS.filter((action) => may[action]);
}
