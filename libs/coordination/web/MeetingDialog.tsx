import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useToday } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { DateField, Dialog, DialogFoot, ErrorNotice, ErrorSummary, Fields, showToast, StaleNotice, useForm } from '@knotenpunkt/webkit/ui';
import type { IntroductionDialogProps } from './IntroductionActs';

const REPORT = graphql(`
  mutation ReportMeeting($input: ReportMeetingInput!) {
    reportMeeting(input: $input) {
      ... on Introduction {
        id
        version
        state
        metOn
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** The two ends have spoken: when. */
export function MeetingDialog({ introduction, onClose, onDone }: IntroductionDialogProps) {
  const t = useMessages('coordination');
  const today = useToday();
  const { send, busy, fault, stale } = useMutationAnswer(REPORT);
  const earliest = introduction.agreedOn ?? introduction.askedOn;
  const form = useForm({
    room: 'coordination',
    initial: { metOn: today },
    check: ({ metOn }) => [metOn < earliest || metOn > today ? { code: 'DAY_INVALID', field: 'metOn' } : null],
  });
  const submit = form.submit(async ({ metOn }) => {
    const answer = await send({ input: { id: introduction.id, expectedVersion: introduction.version, metOn } });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind !== 'done') return;
    showToast({ text: t('introductions.page.metDone') });
    onDone();
  });
  return (
    <Dialog
      open
      title={t('introductions.page.metTitle')}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t('introductions.page.metSend')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        {stale !== null ? <StaleNotice onLoad={onDone} /> : null}
        <DateField label={t('introductions.page.metOn')} min={earliest} max={today} {...form.field('metOn')} />
      </Fields>
    </Dialog>
  );
}
