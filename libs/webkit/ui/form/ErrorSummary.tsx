import { useEffect, useRef } from 'react';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import type { FieldError } from './useForm';
import '../feedback/feedback.css';

export interface ErrorSummaryProps {
  errors: FieldError[];
  /** From `form.attempts`: when it rises the summary takes the focus. */
  attempts: number;
}

/** What the field is called on the page, so that the summary can name it; null when it has no label of its own. */
function labelOf(id: string): string | null {
  const label = document.querySelector(`label[for="${CSS.escape(id)}"], #${CSS.escape(id)} > legend`);
  return label?.firstChild?.textContent?.trim().replace(/\?$/, '') ?? null;
}

/** Above a form after a failed try: what is wrong, each as a link to its field. */
export function ErrorSummary({ errors, attempts }: ErrorSummaryProps) {
  const t = useMessages('webkit');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempts > 0) box.current?.focus();
  }, [attempts]);
  if (attempts === 0 || errors.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1} className="kn-notice kn-notice--error kn-error-summary" role="alert">
      <p className="kn-strong">{t('form.summary', { count: errors.length })}</p>
      <ul>
        {errors.map(({ id, field, message }) => {
          const label = id ? labelOf(id) : null;
          return (
            <li key={field + message}>
              {id ? (
                <a
                  href={`#${id}`}
                  onClick={(event) => {
                    event.preventDefault();
                    document.getElementById(id)?.focus();
                  }}
                >
                  {label ? `${label}: ${message}` : message}
                </a>
              ) : (
                message
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
