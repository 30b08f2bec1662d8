import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Id, LocalDate } from '@knotenpunkt/kernel';
import {
  beginHistory,
  carryOver,
  follow,
  goOn,
  inOrderOfDays,
  redo,
  sameView,
  undo,
  viewFromAddress,
  viewToAddress,
  type FollowedHistory,
  type MovedPlaces,
  type NetworkView,
  type ViewHistory,
} from '@knotenpunkt/network/domain';

export interface NetworkViewControl {
  view: NetworkView;
  /** Who was moved by hand, and on top of which kept view; null: nobody. It does not stand in the address. */
  moved: MovedPlaces | null;
  /** With `moved` in one step: what is taken back together. */
  change: (part: Partial<NetworkView>, moved?: MovedPlaces | null) => void;
  /** Something else is the kept view from now on, and all that was done shows what it showed. */
  carryOver: (from: MovedPlaces, to: Id | null) => void;
  /** The address of the view with another part, as a link. */
  linkTo: (part: Partial<NetworkView>) => string;
  /** Null where there is nothing to take back or to do again. */
  undo: (() => void) | null;
  redo: (() => void) | null;
}

/** These are steps of the browser's own way back; the rest replaces the address. */
const STEPS_OF_BROWSER: readonly (keyof NetworkView)[] = ['chosen', 'target'];

/** The tie that is told belongs to the first chosen. */
function changed(view: NetworkView, part: Partial<NetworkView>): NetworkView {
  return { ...view, ...(part.chosen ? { tie: null } : {}), ...part };
}

/** The view as the address has it, its days in order, and what was done to it on this page. */
export function useNetworkView(today: LocalDate): NetworkViewControl {
  const [search, setSearch] = useSearchParams();
  const text = search.toString();
  const view = useMemo(() => inOrderOfDays(viewFromAddress(new URLSearchParams(text)), today), [text, today]);
  const [kept, setKept] = useState<FollowedHistory>(() => ({ history: beginHistory(view), left: null }));
  const followed = follow(kept, view);
  if (followed !== kept) setKept(followed);
  const { history } = followed;

  const show = useCallback(
    (next: NetworkView, isStep: boolean) => {
      setSearch((before) => viewToAddress(next, before), { replace: !isStep, preventScrollReset: true });
    },
    [setSearch],
  );
  const change = useCallback(
    (part: Partial<NetworkView>, moved: MovedPlaces | null = history.now.moved) => {
      const next = changed(view, part);
      const gone = goOn(history, next, moved);
      if (gone === history) return;
      setKept({ history: gone, left: view });
      // Who was moved does not stand in the address.
      if (sameView(history.now.view, next)) return;
      show(
        next,
        STEPS_OF_BROWSER.some((key) => key in part),
      );
    },
    [view, history, show],
  );
  const goTo = (step: (from: ViewHistory) => ViewHistory) => () => {
    const next = step(history);
    setKept({ history: next, left: view });
    show(next.now.view, false);
  };
  const linkTo = useCallback(
    (part: Partial<NetworkView>) => `?${viewToAddress(changed(view, part), new URLSearchParams(text))}`,
    [view, text],
  );
  const carry = useCallback(
    (from: MovedPlaces, to: Id | null) => setKept((before) => ({ ...before, history: carryOver(before.history, from, to) })),
    [],
  );
  return {
    ...{ view, moved: history.now.moved, change, linkTo, carryOver: carry },
    undo: history.before.length > 0 ? goTo(undo) : null,
    redo: history.after.length > 0 ? goTo(redo) : null,
  };
}
