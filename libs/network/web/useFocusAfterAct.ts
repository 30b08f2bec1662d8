import { useCallback, useEffect, useRef, type RefObject } from 'react';

/** Whether what had the focus is gone. */
export function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/**
 * What one acted with may be gone afterwards, and the focus with it: then one goes on at what `selector` finds within `around`. Call what
 * is returned while acting; `what` changes once the act shows.
 */
export function useFocusAfterAct(around: RefObject<HTMLElement | null>, selector: string, what: unknown): () => void {
  const acted = useRef(false);
  useEffect(() => {
    if (!acted.current) return;
    acted.current = false;
    if (isFocusLost()) around.current?.querySelector<HTMLElement>(selector)?.focus();
  }, [around, selector, what]);
  return useCallback(() => {
    acted.current = true;
  }, []);
}
