import { useEffect, useEffectEvent, useState } from 'react';

/** One month a second. Milliseconds. */
const PICTURE = 1_000;

export interface Film {
  playing: boolean;
  start: () => void;
  stop: () => void;
}

/** Calls `step` once a second while it plays and the page is seen; a step that says false was the last. */
export function useFilm(step: () => boolean): Film {
  const [playing, setPlaying] = useState(false);
  const go = useEffectEvent(() => {
    if (!document.hidden && !step()) setPlaying(false);
  });
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => go(), PICTURE);
    return () => clearInterval(timer);
  }, [playing]);
  return { playing, start: () => setPlaying(true), stop: () => setPlaying(false) };
}
