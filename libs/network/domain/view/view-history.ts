import { sameView, type NetworkView } from './view';

/** So many steps can be taken back. */
const MOST_STEPS = 100;

/** What was done to a view: what can be taken back, the last at the end, and what can be done again, the next at the end. */
export interface ViewHistory {
  before: readonly NetworkView[];
  now: NetworkView;
  after: readonly NetworkView[];
}

export function beginHistory(view: NetworkView): ViewHistory {
  return { before: [], now: view, after: [] };
}

/** Another view is shown. What had been taken back cannot be done again any more; the same view is no step. */
export function goOn(history: ViewHistory, view: NetworkView): ViewHistory {
  if (sameView(history.now, view)) return history;
  return { before: [...history.before, history.now].slice(-MOST_STEPS), now: view, after: [] };
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
  if (sameView(history.now, shown)) return left === null ? followed : { history, left: null };
  if (left !== null && sameView(left, shown)) return followed;
  return { history: goOn(history, shown), left: null };
}
