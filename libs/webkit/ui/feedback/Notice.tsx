import type { ReactNode } from 'react';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button } from '../actions/Button';
import './feedback.css';

export interface NoticeProps {
  tone?: 'plain' | 'due' | 'kept' | 'error';
  title?: string;
  /** Buttons or links below. */
  ways?: ReactNode;
  children: ReactNode;
}

/** Something worth knowing at this place: what is missing, what happens next. */
export function Notice({ tone = 'plain', title, ways, children }: NoticeProps) {
  return (
    <div className={`kn-notice kn-notice--${tone}`}>
      {title ? <p className="kn-strong">{title}</p> : null}
      <div>{children}</div>
      {ways ? <div className="kn-notice__ways">{ways}</div> : null}
    </div>
  );
}

/** Somebody else changed the record while the reader was writing. `onLoad` fetches the new state beside the draft. */
export function StaleNotice({ onLoad }: { onLoad: () => void }) {
  const t = useMessages('webkit');
  return (
    <div className="kn-notice kn-notice--due" role="alert">
      <p className="kn-strong">{t('stale.title')}</p>
      <p>{t('stale.text')}</p>
      <div className="kn-notice__ways">
        <Button small onClick={onLoad}>
          {t('stale.load')}
        </Button>
      </div>
    </div>
  );
}
