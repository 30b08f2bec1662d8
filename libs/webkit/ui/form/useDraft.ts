import { useCallback, useEffect, useRef, useState } from 'react';

export interface Draft<Values> {
  values: Values;
  change: (values: Values | ((before: Values) => Values)) => void;
  /** True when the values come from an earlier visit to this form in this tab. */
  kept: boolean;
  /** Throws the draft away and starts again: with `initial`, or with what was saved in the meantime. */
  discard: (start?: Values) => void;
}

const PREFIX = 'knotenpunkt.draft.';

function read<Values>(key: string | undefined): Values | null {
  if (!key) return null;
  try {
    const text = sessionStorage.getItem(PREFIX + key);
    return text === null ? null : (JSON.parse(text) as Values);
  } catch {
    return null;
  }
}

function write(key: string | undefined, values: unknown): void {
  if (!key) return;
  try {
    if (values === null) sessionStorage.removeItem(PREFIX + key);
    else sessionStorage.setItem(PREFIX + key, JSON.stringify(values));
  } catch {
    // Storage full or forbidden: the draft lives as long as the page.
  }
}

/**
 * Keeps what is written in a form while the tab is open, so that a reload, a wrong link or a sign-in loses nothing.
 * `key` names the form and the record (`challenge.propose`, `actor.<id>`); without a key nothing is kept.
 */
export function useDraft<Values>(key: string | undefined, initial: Values): Draft<Values> {
  const [start] = useState(() => read<Values>(key));
  const [values, setValues] = useState<Values>(() => (start ? { ...initial, ...start } : initial));
  const [kept, setKept] = useState(start !== null);
  const touched = useRef(false);

  useEffect(() => {
    if (touched.current) write(key, values);
  }, [key, values]);

  return {
    values,
    kept,
    change: useCallback((next) => {
      touched.current = true;
      setValues(next);
    }, []),
    discard: useCallback(
      (fresh?: Values) => {
        touched.current = false;
        write(key, null);
        setKept(false);
        setValues(fresh ?? initial);
      },
      // The first `initial` counts; callers usually pass a new object at every render.
      // eslint-disable-next-line react-hooks/exhaustive-deps
      [key],
    ),
  };
}
