import { checkIntroductionText, INTRODUCTION_LIMITS } from '@knotenpunkt/coordination/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Dialog,
  DialogFoot,
  ErrorNotice,
  ErrorSummary,
  Fields,
  showToast,
  StaleNotice,
  TextArea,
  TextField,
  useForm,
} from '@knotenpunkt/webkit/ui';
import type { IntroductionDialogProps } from './IntroductionActs';

const REVISE = graphql(`
  mutation ReviseIntroduction($input: ReviseIntroductionInput!) {
    reviseIntroduction(input: $input) {
      ... on Introduction {
        id
        version
        textVersion
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** Another text after a "Ja, aber …": all are asked again. */
export function ReviseIntroductionDialog({ introduction, onClose, onDone }: IntroductionDialogProps) {
  const t = useMessages('coordination');
  const { send, busy, fault, stale } = useMutationAnswer(REVISE);
  const { id, version: expectedVersion, purpose, reason, sides } = introduction;
  const form = useForm({
    room: 'coordination',
    initial: { purpose, reason },
    check: (values) => {
      const checked = checkIntroductionText(values);
      return [checked.ok ? null : checked.refusal];
    },
  });
  const submit = form.submit(async (values) => {
    const answer = await send({ input: { id, expectedVersion, ...values } });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind !== 'done') return;
    showToast({ text: t('introductions.page.revised') });
    onDone();
  });
  const changes = sides.filter(({ answer, note }) => answer === 'YES_BUT' && note);
  return (
    <Dialog
      open
      title={t('introductions.page.reviseTitle')}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t('introductions.page.reviseSend')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <p>{t('introductions.page.reviseLead')}</p>
        {changes.map(({ side, actor, note }) => (
          <p key={side}>
            {actor?.name}: {t('introductions.page.changeNote', { note })}
          </p>
        ))}
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        {stale !== null ? <StaleNotice onLoad={onDone} /> : null}
        <TextField label={t('introductions.dialog.purpose')} hint={t('introductions.dialog.purposeHint')} {...form.field('purpose')} />
        <TextArea
          label={t('introductions.dialog.reason')}
          hint={t('introductions.dialog.reasonHint')}
          rows={4}
          max={INTRODUCTION_LIMITS.reason}
          {...form.field('reason')}
        />
      </Fields>
    </Dialog>
  );
}
