import { useEffect, useEffectEvent } from 'react';

/** Sliders and boxes to tick have no letters. */
const UNDOES_LETTERS = 'input:not([type="range"], [type="checkbox"], [type="radio"]), textarea, select';

function undoesLetters(target: HTMLElement): boolean {
  return target.isContentEditable || target.matches(UNDOES_LETTERS);
}

/** Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) for the view; where somebody writes they undo letters, as everywhere. */
export function useUndoKeys(undo: (() => void) | null, redo: (() => void) | null): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented || document.querySelector('dialog[open]')) return;
    const { target } = event;
    if (target instanceof HTMLElement && undoesLetters(target)) return;
    const key = event.key.toLowerCase();
    const act = key === 'y' || (key === 'z' && event.shiftKey) ? redo : key === 'z' ? undo : null;
    if (!act) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}
