import { useEffect, useState } from 'react';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import './feedback.css';

/** After this many milliseconds a wait is felt and must be shown. */
const PATIENCE = 100;

/** Whether `busy` has lasted long enough to say so. */
export function useShowsWaiting(busy: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!busy) return;
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [busy]);
  return busy && late;
}

export interface LoadingProps {
  /** What is awaited; "Wird geladen …" otherwise. */
  label?: string;
  /** How far long work is. */
  progress?: { done: number; total: number };
}

/** A wait. Shows nothing during the first tenth of a second, so that quick answers do not flicker. */
export function Loading({ label, progress }: LoadingProps) {
  const t = useMessages('webkit');
  const late = useShowsWaiting(true);
  const words = label ?? t('loading.default');
  return (
    <div className="kn-loading">
      {/* Only the words are announced: a number that counts up would be read out without end. */}
      <span role="status">{late ? words : ''}</span>
      {late ? (
        <>
          <progress aria-label={words} {...(progress ? { value: progress.done, max: progress.total } : {})} />
          {progress ? <span className="kn-meta">{t('loading.progress', { ...progress })}</span> : null}
        </>
      ) : null}
    </div>
  );
}
