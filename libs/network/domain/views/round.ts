import { passes, type Viewer } from '@knotenpunkt/identity/domain';
import { checkText, ok, refuse, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import { checkVisibility, KEPT_LIMITS, keepsFor, ownerFor, type KeptOwner, type Visibility } from './keeping';
import { checkNaming, type KeptViewCode } from './saved-view';
import { withThose } from './unseen';

/** One view on the way, and what is said there. */
export interface RoundStop {
  viewId: Id;
  sentence: string;
}

/** A path through views for a meeting ("Rundgang"). */
export interface Round {
  id: Id;
  regionId: Id;
  owner: KeptOwner;
  name: string;
  sentence: string;
  visibility: Visibility;
  stops: RoundStop[];
  keptOn: LocalDate;
  changedOn: LocalDate;
  version: number;
}

export const ROUND_LIMITS = { stops: 40, sentence: 500 } as const;

export type RoundCode = KeptViewCode | 'ROUND_EMPTY' | 'TOO_MANY_STOPS' | 'VIEW_UNKNOWN';

export interface RoundWish {
  id: Id;
  ownerKind: KeptOwner['kind'];
  ownerActorId: Id | null;
  name: string;
  sentence: string;
  visibility: Visibility;
  stops: RoundStop[];
}

/**
 * The round as it will stand, new or written anew; a present one keeps its owner, and the stops its author could not open and thus did
 * not take away. `opens`: the views its author may open, of those wished for and of those it had.
 */
export function saveRound(
  viewer: Viewer,
  wish: RoundWish,
  about: { regionId: Id; present: Round | null; kept: number; opens: ReadonlySet<Id>; today: LocalDate },
): Result<Round, RoundCode> {
  if (!passes(viewer, 'MEMBER')) return refuse('NOT_PERMITTED');
  const { present, today } = about;
  if (present && !keepsFor(viewer, present.owner)) return refuse('NOT_PERMITTED');
  const owner = present ? ok(present.owner) : ownerFor(viewer, wish.ownerKind, wish.ownerActorId);
  if (!owner.ok) return owner;
  const naming = checkNaming(wish);
  if (!naming.ok) return naming;
  const visibility = checkVisibility(owner.value, wish.visibility);
  if (!visibility.ok) return visibility;
  const stops = checkStops(wish.stops, present?.stops ?? [], about.opens);
  if (!stops.ok) return stops;
  if (!present && about.kept >= KEPT_LIMITS.rounds) return refuse('TOO_MANY_ROUNDS', { params: { max: KEPT_LIMITS.rounds } });
  return ok({
    ...naming.value,
    id: wish.id,
    regionId: about.regionId,
    owner: owner.value,
    visibility: visibility.value,
    stops: stops.value,
    keptOn: present?.keptOn ?? today,
    changedOn: today,
    version: present?.version ?? 1,
  });
}

function checkStops(wished: readonly RoundStop[], former: readonly RoundStop[], opens: ReadonlySet<Id>): Result<RoundStop[], RoundCode> {
  if (wished.length === 0) return refuse('ROUND_EMPTY', { field: 'stops' });
  const unseen = ({ viewId }: RoundStop) => !opens.has(viewId);
  if (wished.length + former.filter(unseen).length > ROUND_LIMITS.stops)
    return refuse('TOO_MANY_STOPS', { field: 'stops', params: { max: ROUND_LIMITS.stops } });
  const stops: RoundStop[] = [];
  for (const { viewId, sentence } of wished) {
    if (!opens.has(viewId)) return refuse('VIEW_UNKNOWN', { field: 'stops' });
    const said = checkText('stops', sentence, { max: ROUND_LIMITS.sentence, optional: true });
    if (!said.ok) return said;
    stops.push({ viewId, sentence: said.value });
  }
  return ok(withThose(stops, former, unseen));
}

/** The list with one of its entries moved to another place; unchanged where that is none. */
export function moved<One>(list: readonly One[], from: number, to: number): One[] {
  const next = [...list];
  if (from < 0 || from >= next.length || to < 0 || to >= next.length) return next;
  const [one] = next.splice(from, 1);
  next.splice(to, 0, one!);
  return next;
}
