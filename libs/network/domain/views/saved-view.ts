import type { Viewer } from '@knotenpunkt/identity/domain';
import { checkText, firstRefusal, isId, ok, refuse, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import type { ViewFrame, ViewPlace } from '../view/places';
import { readView, type NetworkView } from '../view/view';
import { withUnseen } from './unseen';
import { checkVisibility, KEPT_LIMITS, keepsFor, ownerFor, type KeepingCode, type KeptOwner, type Visibility } from './keeping';

/** A sentence at an actor. By id, so that it survives another name, another slug, and the actor being away for a while. */
export interface PinnedNote {
  actorId: Id;
  text: string;
}

/** What a view shows. Actors are named by id only: nothing in it says a name or a tie that its reader may not know of. */
export interface ViewContent {
  /** With ids in the place of slugs. */
  value: NetworkView;
  frame: ViewFrame | null;
  places: ViewPlace[];
  notes: PinnedNote[];
}

/** A view somebody kept. */
export interface SavedView {
  id: Id;
  regionId: Id;
  owner: KeptOwner;
  name: string;
  sentence: string;
  visibility: Visibility;
  keptOn: LocalDate;
  changedOn: LocalDate;
  archived: boolean;
  version: number;
}

export const VIEW_LIMITS = { value: 8_000, places: 300, notes: 50, note: 500 } as const;
/** Far outside of any picture. */
const FARTHEST = 100_000;

export type KeptViewCode = KeepingCode | 'VIEW_INVALID' | 'TOO_MANY_PLACES' | 'TOO_MANY_NOTES' | 'STATE_DIFFERS';

/** The value of a view that was sent as JSON. */
export function parseView(json: string): Result<NetworkView, KeptViewCode> {
  if (json.length > VIEW_LIMITS.value) return refuse('VIEW_INVALID', { field: 'value' });
  try {
    return readView(JSON.parse(json));
  } catch {
    return refuse('VIEW_INVALID', { field: 'value' });
  }
}

function isPlace(...numbers: number[]): boolean {
  return numbers.every((number) => Number.isFinite(number) && Math.abs(number) <= FARTHEST);
}

/** Later ones of the same actor replace earlier ones. */
function oneEach<One extends { actorId: Id }>(many: readonly One[]): One[] {
  return [...new Map(many.map((one) => [one.actorId, one])).values()];
}

/** The content as it will be kept. An empty note is no note. */
export function checkContent(content: ViewContent): Result<ViewContent, KeptViewCode> {
  const { value, frame } = content;
  if (frame && !(isPlace(frame.x, frame.y, frame.zoom) && frame.zoom > 0)) return refuse('VIEW_INVALID');
  const places = oneEach(content.places);
  if (places.length > VIEW_LIMITS.places) return refuse('TOO_MANY_PLACES', { params: { max: VIEW_LIMITS.places } });
  if (places.some(({ actorId, x, y }) => !isId(actorId) || !isPlace(x, y))) return refuse('VIEW_INVALID');
  const notes: PinnedNote[] = [];
  for (const { actorId, text: said } of oneEach(content.notes)) {
    const checked = checkText('notes', said, { max: VIEW_LIMITS.note, optional: true });
    if (!checked.ok) return checked;
    if (checked.value !== '') notes.push({ actorId, text: checked.value });
  }
  if (notes.length > VIEW_LIMITS.notes) return refuse('TOO_MANY_NOTES', { field: 'notes', params: { max: VIEW_LIMITS.notes } });
  return ok({ value, frame, places, notes });
}

/** Name and sentence as they will stand. */
export function checkNaming(wish: { name: string; sentence: string }): Result<{ name: string; sentence: string }, KeptViewCode> {
  const name = checkText('name', wish.name, { max: KEPT_LIMITS.name });
  if (!name.ok) return name;
  const sentence = checkText('sentence', wish.sentence, { max: KEPT_LIMITS.sentence, optional: true });
  return sentence.ok ? ok({ name: name.value, sentence: sentence.value }) : sentence;
}

export interface ViewWish {
  id: Id;
  ownerKind: KeptOwner['kind'];
  ownerActorId: Id | null;
  name: string;
  sentence: string;
  visibility: Visibility;
  content: ViewContent;
}

/** A new view, or why it is not kept. `kept`: how many the owner has, those put away among them. */
export function saveView(
  viewer: Viewer,
  wish: ViewWish,
  about: { regionId: Id; kept: number; today: LocalDate },
): Result<{ view: SavedView; content: ViewContent }, KeptViewCode> {
  const owner = ownerFor(viewer, wish.ownerKind, wish.ownerActorId);
  if (!owner.ok) return owner;
  const naming = checkNaming(wish);
  const visibility = checkVisibility(owner.value, wish.visibility);
  const content = checkContent(wish.content);
  if (!naming.ok || !visibility.ok || !content.ok) return { ok: false, refusal: firstRefusal(naming, visibility, content)! as never };
  if (about.kept >= KEPT_LIMITS.views) return refuse('TOO_MANY_VIEWS', { params: { max: KEPT_LIMITS.views } });
  const { today: keptOn, regionId } = about;
  return ok({
    view: {
      ...naming.value,
      id: wish.id,
      regionId,
      owner: owner.value,
      visibility: visibility.value,
      keptOn,
      changedOn: keptOn,
      archived: false,
      version: 1,
    },
    content: content.value,
  });
}

/** The view, if the viewer decides about it and it is not put away. */
function open(viewer: Viewer, view: SavedView): Result<SavedView, KeptViewCode> {
  if (!keepsFor(viewer, view.owner)) return refuse('NOT_PERMITTED');
  return view.archived ? refuse('STATE_DIFFERS') : ok(view);
}

/**
 * What the view shows from now on. Whatever of it is about actors that the author does not see at present stays as it was: whoever
 * does not see them did not take them away.
 */
export function changeView(
  viewer: Viewer,
  view: SavedView,
  wish: { content: ViewContent; before: ViewContent; seen: (actorId: Id) => boolean },
  today: LocalDate,
): Result<{ view: SavedView; content: ViewContent }, KeptViewCode> {
  const allowed = open(viewer, view);
  if (!allowed.ok) return allowed;
  const content = checkContent(withUnseen(wish.content, wish.before, wish.seen));
  return content.ok ? ok({ view: { ...view, changedOn: today }, content: content.value }) : content;
}

export function renameView(viewer: Viewer, view: SavedView, wish: { name: string; sentence: string }): Result<SavedView, KeptViewCode> {
  const allowed = open(viewer, view);
  if (!allowed.ok) return allowed;
  const naming = checkNaming(wish);
  return naming.ok ? ok({ ...view, ...naming.value }) : naming;
}

export function shareView(viewer: Viewer, view: SavedView, visibility: Visibility): Result<SavedView, KeptViewCode> {
  const allowed = open(viewer, view);
  if (!allowed.ok) return allowed;
  const checked = checkVisibility(view.owner, visibility);
  return checked.ok ? ok({ ...view, visibility: checked.value }) : checked;
}

/** Put away: nobody else opens it, and it can be taken out again. */
export function archiveView(viewer: Viewer, view: SavedView): Result<SavedView, KeptViewCode> {
  const allowed = open(viewer, view);
  return allowed.ok ? ok({ ...view, archived: true }) : allowed;
}

export function restoreView(viewer: Viewer, view: SavedView): Result<SavedView, KeptViewCode> {
  if (!keepsFor(viewer, view.owner)) return refuse('NOT_PERMITTED');
  return view.archived ? ok({ ...view, archived: false }) : refuse('STATE_DIFFERS');
}

/** Whether it may be erased: then nothing is left of it. */
export function eraseView(viewer: Viewer, view: SavedView): Result<SavedView, KeptViewCode> {
  return keepsFor(viewer, view.owner) ? ok(view) : refuse('NOT_PERMITTED');
}
