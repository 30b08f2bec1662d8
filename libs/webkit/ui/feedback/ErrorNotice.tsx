import type { ReactNode } from 'react';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { faultOf, type Fault } from '@knotenpunkt/webkit/data';
import { Button } from '../actions/Button';
import './feedback.css';

export interface ErrorNoticeProps {
  /** What the data client reported, or a fault already read. */
  error: unknown;
  /** The way out: tries again. */
  onRetry?: () => void;
  /** Another way out, as a link. */
  wayOut?: ReactNode;
}

function isFault(error: unknown): error is Fault {
  return typeof error === 'object' && error !== null && 'kind' in error && 'number' in error;
}

/** An unexpected fault as a sentence, with a way out and a number one can quote. */
export function ErrorNotice({ error, onRetry, wayOut }: ErrorNoticeProps) {
  const t = useMessages('webkit');
  const fault = isFault(error) ? error : faultOf(error);
  return (
    <div className="kn-notice kn-notice--error" role="alert">
      <p>
        <strong>{t('faults.title')}.</strong> {t(`faults.${fault.kind}`)}
      </p>
      {fault.number ? <p className="kn-meta">{t('faults.quote', { number: fault.number })}</p> : null}
      {onRetry || wayOut ? (
        <div className="kn-notice__ways">
          {onRetry ? (
            <Button small onClick={onRetry}>
              {t('actions.retry')}
            </Button>
          ) : null}
          {wayOut}
        </div>
      ) : null}
    </div>
  );
}
