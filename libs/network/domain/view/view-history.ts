import type { Id } from '@knotenpunkt/kernel';
import { samePlaces, type ViewPlace } from './places';
import { sameView, type NetworkView } from './view';

/** So many steps can be taken back. */
const MOST_STEPS = 100;

/** Who was moved by hand, on top of which kept view (null: of none). They say nothing about another one. */
export interface MovedPlaces {
  of: Id | null;
  places: readonly ViewPlace[];
}

/** A view, and who was moved in it; null: nobody, all stand as they are kept. */
export interface ViewStep {
  view: NetworkView;
  moved: MovedPlaces | null;
}

/** What was done to a view: what can be taken back, the last at the end, and what can be done again, the next at the end. */
export interface ViewHistory {
  before: readonly ViewStep[];
  now: ViewStep;
  after: readonly ViewStep[];
}

export function beginHistory(view: NetworkView): ViewHistory {
  return { before: [], now: { view, moved: null }, after: [] };
}

function sameMoved(one: MovedPlaces | null, other: MovedPlaces | null): boolean {
  if (!one || !other) return one === other;
  return one.of === other.of && samePlaces(one.places, other.places);
}

/** Another view is shown, or somebody was moved. What had been taken back cannot be done again any more; the same is no step. */
export function goOn(history: ViewHistory, view: NetworkView, moved: MovedPlaces | null = history.now.moved): ViewHistory {
  if (sameView(history.now.view, view) && sameMoved(history.now.moved, moved)) return history;
  return { before: [...history.before, history.now].slice(-MOST_STEPS), now: { view, moved }, after: [] };
}

/** The step before; the history itself where there is none. */
export function undo({ before, now, after }: ViewHistory): ViewHistory {
  const last = before.at(-1);
  return last ? { before: before.slice(0, -1), now: last, after: [...after, now] } : { before, now, after };
}

/** The step that was taken back last; the history itself where there is none. */
export function redo({ before, now, after }: ViewHistory): ViewHistory {
  const next = after.at(-1);
  return next ? { before: [...before, now], now: next, after: after.slice(0, -1) } : { before, now, after };
}

/**
 * What is looked at has become another kept view without anything having moved: it was kept, kept anew, or left. Each step shows the same
 * places as before, where nobody had been moved those of the kept view as they were.
 */
export function carryOver(history: ViewHistory, from: { of: Id | null; places: readonly ViewPlace[] }, to: Id | null): ViewHistory {
  const carried = ({ view, moved }: ViewStep): ViewStep => ({ view, moved: moved?.of === from.of ? { ...moved, of: to } : moved });
  const full = (step: ViewStep): ViewStep => carried(step.moved === null ? { ...step, moved: from } : step);
  return { before: history.before.map(full), now: full(history.now), after: history.after.map(full) };
}

/** A history, and while the address has not yet followed a step that was taken on the page, the view it still shows. */
export interface FollowedHistory {
  history: ViewHistory;
  left: NetworkView | null;
}

/**
 * What the address shows has been seen. A view that came by a link or by the browser's way back is a step as well; one that is only
 * about to be left is none.
 */
export function follow(followed: FollowedHistory, shown: NetworkView): FollowedHistory {
  const { history, left } = followed;
  if (sameView(history.now.view, shown)) return left === null ? followed : { history, left: null };
  if (left !== null && sameView(left, shown)) return followed;
  return { history: goOn(history, shown), left: null };
}
