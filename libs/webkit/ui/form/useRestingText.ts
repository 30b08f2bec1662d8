import { useEffect, useRef, useState } from 'react';

/** So long the hand rests before what was written counts. */
const RESTING_MS = 200;

/**
 * The text of a search field whose value stands in the address: what is typed shows at once and is committed when the
 * hand rests, so that not every letter asks the server; a value that comes from the address replaces it.
 */
export function useRestingText(inAddress: string, commit: (text: string) => void) {
  const [text, setText] = useState(inAddress);
  const told = useRef(inAddress);
  useEffect(() => {
    if (inAddress === told.current) return;
    told.current = inAddress;
    setText(inAddress);
  }, [inAddress]);
  useEffect(() => {
    if (text === told.current) return;
    const timer = setTimeout(() => {
      told.current = text.trim() ? text : '';
      commit(text);
    }, RESTING_MS);
    return () => clearTimeout(timer);
  });
  return [text, setText] as const;
}
