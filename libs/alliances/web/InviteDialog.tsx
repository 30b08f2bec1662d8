import { addDays } from '@knotenpunkt/kernel';
import { useToday } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { DateField, Dialog, DialogFoot, ErrorSummary, Fields, Notice, RadioGroup, useForm, type AnyRefusal } from '@knotenpunkt/webkit/ui';

export interface Asking {
  deadlineOn: string;
  onDecline: 'CONTINUE_WITHOUT' | 'ABANDON';
}

export interface InviteDialogProps {
  /** How many are asked. */
  count: number;
  /** A new version of a text about which all were asked before: what follows a "Nein" was said then. */
  again: boolean;
  /** What is still missing at the table, in words; empty: nothing. */
  gaps: string;
  busy: boolean;
  /** Answers what the server refuses, or null. */
  onSend: (asking: Asking) => Promise<AnyRefusal | null>;
  onClose: () => void;
}

/** Two weeks and a weekend: most bodies meet within that. */
const USUAL_DAYS = 21;

/** Until when an answer is asked for, and what a "Nein" means: said before anybody is asked. */
export function InviteDialog({ count, again, gaps, busy, onSend, onClose }: InviteDialogProps) {
  const t = useMessages('alliances');
  const today = useToday();
  const form = useForm<Asking>({
    room: 'alliances',
    initial: { deadlineOn: addDays(today, USUAL_DAYS), onDecline: 'CONTINUE_WITHOUT' },
    check: ({ deadlineOn }) => [deadlineOn >= today ? null : { code: 'DEADLINE_INVALID', field: 'deadlineOn' }],
  });
  const submit = form.submit(async (asking) => {
    const refusal = await onSend(asking);
    if (refusal) form.refuse(refusal);
  });
  const send = t(again ? 'page.build.reviseSend' : 'page.build.invite', { count });
  return (
    <Dialog
      open
      title={t(again ? 'page.build.reviseTitle' : 'page.build.inviteTitle')}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={send} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <p>{t(again ? 'page.build.reviseText' : 'page.build.inviteText', { count })}</p>
        {gaps ? <Notice tone="due">{t('page.build.inviteGaps', { gaps })}</Notice> : null}
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        <DateField label={t('page.build.deadline')} hint={t('page.build.deadlineHint')} min={today} {...form.field('deadlineOn')} />
        {again ? null : (
          <RadioGroup<Asking['onDecline']>
            label={t('page.build.onDecline')}
            choices={(['CONTINUE_WITHOUT', 'ABANDON'] as const).map((value) => ({
              value,
              label: t(`page.build.onDeclines.${value}`),
              hint: t(`page.build.onDeclines.${value}Hint`),
            }))}
            {...form.field('onDecline')}
          />
        )}
        <p className="kn-muted">{t('page.intent')}</p>
      </Fields>
    </Dialog>
  );
}
