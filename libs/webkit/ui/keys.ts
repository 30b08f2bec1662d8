import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

const KEY = 'knotenpunkt.single-keys';
const CHANGED = 'knotenpunkt:single-keys';

function allowed(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

/** Switches all single-key shortcuts on or off on this device (WCAG 2.1.4). */
export function allowSingleKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'off');
  } catch {
    // Not remembered; shortcuts stay as they are.
  }
  document.dispatchEvent(new Event(CHANGED));
}

function watch(changed: () => void): () => void {
  document.addEventListener(CHANGED, changed);
  return () => document.removeEventListener(CHANGED, changed);
}

export function useSingleKeysAllowed(): boolean {
  return useSyncExternalStore(watch, allowed, () => true);
}

/** Whether the reader is writing: keys are letters then, not commands. */
function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.getAttribute('role') === 'combobox';
}

const everywhere = () => true;

/**
 * Calls the function of a key pressed alone: `useKeys({ '/': focusSearch, '?': showKeys })`. Silent while somebody writes,
 * while a dialog is open, and when single keys are switched off. `where`: keys that something else may need, such as arrows, act
 * only while the focus is there.
 */
export function useKeys(keys: Record<string, () => void>, where: (focused: Element) => boolean = everywhere): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (!allowed() || isWriting(event.target) || document.querySelector('dialog[open]')) return;
    if (event.target instanceof Element && !where(event.target)) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}
