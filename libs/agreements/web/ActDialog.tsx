import { useState, type ReactNode } from 'react';
import type { Answer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Dialog, DialogFoot, ErrorNotice, ErrorSummary, Fields, showToast, type Form } from '@knotenpunkt/webkit/ui';

export interface ActDialogProps<Values extends object> {
  title: string;
  /** What follows from it. */
  text: string;
  /** What the button says. */
  act: string;
  /** What is said once it is done. */
  done: string;
  form: Form<Values>;
  send: (values: Values) => Promise<Answer<unknown>>;
  busy: boolean;
  onChange: () => void;
  onClose: () => void;
  /** The fields of it. */
  children: ReactNode;
}

/** Asks before a Zusage, or what was promised elsewhere, becomes something else; where that happened meanwhile, what is shown is read again. */
export function ActDialog<Values extends object>(props: ActDialogProps<Values>) {
  const { title, text, act, done, form, send, busy, onChange, onClose, children } = props;
  const t = useMessages('agreements');
  const [fault, setFault] = useState<unknown>(null);
  const submit = form.submit(async (values) => {
    const answer = await send(values);
    setFault(answer.kind === 'failed' ? answer.fault : null);
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind !== 'done' && answer.kind !== 'stale') return;
    form.done();
    showToast({ text: answer.kind === 'done' ? done : t('acts.stale') });
    onChange();
    onClose();
  });
  return (
    <Dialog open title={title} onClose={onClose} onSubmit={submit} foot={<DialogFoot send={act} busy={busy} onClose={onClose} />}>
      <Fields>
        <p>{text}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        {children}
      </Fields>
    </Dialog>
  );
}
