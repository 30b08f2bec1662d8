import { useCallback, useSyncExternalStore } from 'react';

/** What the reader chose; `system` follows the device. */
export const THEME_CHOICES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];
export type Theme = 'light' | 'dark';

const KEY = 'knotenpunkt.theme';
const CHANGED = 'knotenpunkt:theme';

function deviceIsDark(): MediaQueryList {
  return matchMedia('(prefers-color-scheme: dark)');
}

function chosen(): ThemeChoice {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    return 'system';
  }
}

function shown(): Theme {
  return document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light';
}

/** Sets our attribute and KERN's, which must never differ. `apps/web/public/theme.js` does the same before the first picture. */
function show(choice: ThemeChoice): void {
  const theme = choice === 'system' ? (deviceIsDark().matches ? 'dark' : 'light') : choice;
  document.documentElement.dataset['theme'] = theme;
  document.documentElement.dataset['kernTheme'] = theme;
  document.dispatchEvent(new Event(CHANGED));
}

function choose(choice: ThemeChoice): void {
  try {
    if (choice === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, choice);
  } catch {
    // The choice still holds for this visit.
  }
  show(choice);
}

function listen(changed: () => void): () => void {
  const device = deviceIsDark();
  const deviceChanged = () => {
    if (chosen() === 'system') show('system');
  };
  document.addEventListener(CHANGED, changed);
  device.addEventListener('change', deviceChanged);
  return () => {
    document.removeEventListener(CHANGED, changed);
    device.removeEventListener('change', deviceChanged);
  };
}

/** The theme that is shown, what the reader chose, and how to choose. */
export function useTheme(): { theme: Theme; choice: ThemeChoice; choose: (choice: ThemeChoice) => void } {
  const theme = useSyncExternalStore(listen, shown, () => 'light' as const);
  const choice = useSyncExternalStore(listen, chosen, () => 'system' as const);
  return { theme, choice, choose: useCallback(choose, []) };
}
