import { ALLIANCE_LIMITS } from '@knotenpunkt/alliances/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Checkbox,
  Dialog,
  DialogFoot,
  ErrorNotice,
  ErrorSummary,
  Fields,
  Notice,
  showToast,
  TextArea,
  useForm,
} from '@knotenpunkt/webkit/ui';
import type { ShownAlliance } from './useAlliance';
import { useRefusalWords } from './useRefusalWords';

const FORM = graphql(`
  mutation FormAlliance($input: FormAllianceInput!) {
    formAlliance(input: $input) {
      ... on Alliance {
        id
        version
        state
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

interface FormAllianceDialogProps {
  alliance: ShownAlliance;
  onClose: () => void;
  onDone: () => void;
}

/** Forms the alliance; where a bench is too empty, the gap has to be named, and where nobody speaks for the employees, the reason. */
export function FormAllianceDialog({ alliance, onClose, onDone }: FormAllianceDialogProps) {
  const t = useMessages('alliances');
  const format = useFormat();
  const words = useRefusalWords();
  const { send, busy, fault, stale } = useMutationAnswer(FORM);
  const form = useForm({ room: 'alliances', initial: { nameGaps: false, gapsNote: '', employeesNote: '' } });
  const gaps = alliance.benches.filter(({ filled, minimum }) => filled < minimum);
  const submit = form.submit(async (values) => {
    const answer = await send({ input: { id: alliance.id, expectedVersion: alliance.version, ...values } });
    if (answer.kind === 'refused') form.refuse(words(answer.refusal));
    if (answer.kind === 'stale') onDone();
    if (answer.kind === 'done') {
      showToast({ text: t('page.form.done') });
      onDone();
    }
  });
  return (
    <Dialog
      open
      title={t('page.form.title')}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t('page.form.send')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <p>{t('page.form.text')}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        {stale !== null ? <p role="alert">{t('page.stale')}</p> : null}
        {gaps.length > 0 ? (
          <>
            <Notice tone="due">{t('page.form.gaps', { gaps: format.list(gaps.map(({ kind }) => t(`themes:benches.${kind}`))) })}</Notice>
            <Checkbox label={t('page.form.nameGaps')} {...form.field('nameGaps')} />
            <TextArea
              label={t('page.form.note')}
              hint={t('page.form.noteHint')}
              optional
              rows={3}
              max={ALLIANCE_LIMITS.note}
              {...form.field('gapsNote')}
            />
          </>
        ) : null}
        {alliance.employeesSide === 'NOT_ASKED' ? (
          <TextArea
            label={t('page.form.employeesNote')}
            hint={t('page.form.employeesHint')}
            rows={3}
            max={ALLIANCE_LIMITS.note}
            {...form.field('employeesNote')}
          />
        ) : null}
      </Fields>
    </Dialog>
  );
}
