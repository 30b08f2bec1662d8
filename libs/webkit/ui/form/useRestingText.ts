import { useEffect, useRef, useState } from 'react';
import { useAtRest } from './useAtRest';

/** So long the hand rests before what was written counts. Milliseconds. */
const REST = 200;

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
  useAtRest(text === inAddress ? null : text, REST, (written) => {
    if (written === told.current) return;
    told.current = written.trim() ? written : '';
    commit(written);
  });
  return [text, setText] as const;
}
