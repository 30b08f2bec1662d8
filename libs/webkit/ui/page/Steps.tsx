import { useMessages } from '@knotenpunkt/webkit/i18n';
import './parts.css';

/** How far something has come: "1 Entwurf – 2 Einladung – 3 gebildet". `current` counts from 0; beyond the end: all done. */
export function Steps({ steps, current, label }: { steps: string[]; current: number; label: string }) {
  const t = useMessages('webkit');
  return (
    <ol className="kn-steps" aria-label={label}>
      {steps.map((step, index) => {
        const state = index < current ? 'done' : index === current ? 'current' : 'coming';
        return (
          <li key={step} className={`kn-step kn-step--${state}`} aria-current={state === 'current' ? 'step' : undefined}>
            <span className="kn-step__number" aria-hidden>
              {index + 1}
            </span>
            {step}
            {state === 'done' ? <span className="kn-hidden"> ({t('steps.done')})</span> : null}
          </li>
        );
      })}
    </ol>
  );
}
