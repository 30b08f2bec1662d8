import type { ReactNode } from 'react';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { TextButton } from '../actions/Button';
import './form.css';

/** Fields below each other, with the space that belongs between them. */
export function Fields({ children }: { children: ReactNode }) {
  return <div className="kn-fields">{children}</div>;
}

/** Two short fields beside each other (from, until); below each other on the phone. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className="kn-field-row">{children}</div>;
}

/** The buttons at the end of a form, the main one first. */
export function FormFoot({ children }: { children: ReactNode }) {
  return <div className="kn-form-foot">{children}</div>;
}

/** Says that an earlier draft was found, and lets it go. */
export function DraftNote({ kept, onDiscard }: { kept: boolean; onDiscard: () => void }) {
  const t = useMessages('webkit');
  if (!kept) return null;
  return (
    <p className="kn-draft" role="status">
      {t('form.draftKept')} <TextButton onClick={onDiscard}>{t('form.discardDraft')}</TextButton>
    </p>
  );
}
