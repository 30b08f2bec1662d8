import { useSyncExternalStore } from 'react';

const KEY = 'knotenpunkt:acting-for';
const CHANGED = 'knotenpunkt:acting-for';

const chosen = () => sessionStorage.getItem(KEY);

function listen(changed: () => void): () => void {
  document.addEventListener(CHANGED, changed);
  return () => document.removeEventListener(CHANGED, changed);
}

/** Chooses the organisation the reader acts for. Kept for this tab only: in another one a person may act for another. */
export function actFor(actorId: string): void {
  sessionStorage.setItem(KEY, actorId);
  document.dispatchEvent(new Event(CHANGED));
}

/**
 * Puts the mandates for the chosen organisation first, wherever they are read: who takes the first acts for the one chosen.
 * The others keep their order; the choice is followed as it changes.
 */
export function useChosenFirst(): <Mandate extends { actorId: string }>(mandates: readonly Mandate[]) => Mandate[] {
  const actorId = useSyncExternalStore(listen, chosen, () => null);
  return (mandates) => [
    ...mandates.filter((mandate) => mandate.actorId === actorId),
    ...mandates.filter((mandate) => mandate.actorId !== actorId),
  ];
}
