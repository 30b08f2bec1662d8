import { INTRODUCTION_LIMITS, OUTCOMES, type Outcome } from '@knotenpunkt/coordination/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Dialog,
  DialogFoot,
  EmptyState,
  ErrorNotice,
  ErrorSummary,
  Fields,
  LinkButton,
  RadioGroup,
  Select,
  showToast,
  StaleNotice,
  TextArea,
  useForm,
} from '@knotenpunkt/webkit/ui';
import type { IntroductionDialogProps } from './IntroductionActs';

const CONCLUDE = graphql(`
  mutation ConcludeIntroduction($input: ConcludeIntroductionInput!) {
    concludeIntroduction(input: $input) {
      ... on Introduction {
        id
        version
        state
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** What became of it: a Vorhaben or an alliance both take part in, or nothing and why. */
export function ConcludeIntroductionDialog({ introduction, onClose, onDone }: IntroductionDialogProps) {
  const t = useMessages('coordination');
  const { send, busy, fault, stale } = useMutationAnswer(CONCLUDE);
  const { id, version: expectedVersion, joint } = introduction;
  const form = useForm({
    room: 'coordination',
    initial: { outcome: null as Outcome | null, outcomeId: '', note: '' },
    check: ({ outcome, outcomeId, note }) => [
      outcome === null ? { code: 'OUTCOME_MISSING', field: 'outcome' } : null,
      outcome !== null && outcome !== 'NOTHING' && outcomeId === '' ? { code: 'OUTCOME_UNKNOWN', field: 'outcomeId' } : null,
      outcome === 'NOTHING' && note.trim() === '' ? { code: 'TEXT_MISSING', field: 'note' } : null,
    ],
  });
  const { outcome } = form.values;
  const possible = joint.filter(({ type }) => type === outcome);
  const submit = form.submit(async ({ outcome: became, outcomeId, note }) => {
    const input = { id, expectedVersion, outcome: became!, outcomeId: became === 'NOTHING' ? null : outcomeId, note };
    const answer = await send({ input });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind !== 'done') return;
    showToast({ text: t('introductions.page.concluded') });
    onDone();
  });
  const choose = (value: Outcome) => {
    const only = joint.filter(({ type }) => type === value);
    form.set({ outcome: value, outcomeId: only.length === 1 ? only[0]!.id : '' });
  };
  return (
    <Dialog
      open
      title={t('introductions.page.concludeTitle')}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t('introductions.page.concludeSend')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        {stale !== null ? <StaleNotice onLoad={onDone} /> : null}
        <RadioGroup<Outcome>
          label={t('introductions.page.outcome')}
          {...form.field('outcome')}
          onChange={choose}
          choices={OUTCOMES.map((value) => ({
            value,
            label: t(`introductions.page.${value}`),
            hint: t(`introductions.page.${value}Hint`),
          }))}
        />
        {outcome !== null && outcome !== 'NOTHING' && possible.length === 0 ? (
          <EmptyState
            step={
              <LinkButton to={outcome === 'INITIATIVE' ? '/vorhaben/neu' : '/herausforderungen'}>
                {t(`introductions.page.jointStep${outcome}`)}
              </LinkButton>
            }
          >
            {t(`introductions.page.jointNone${outcome}`)}
          </EmptyState>
        ) : null}
        {possible.length > 0 ? (
          <Select
            label={t('introductions.page.joint')}
            none={t('introductions.page.choose')}
            options={possible.map((act) => ({ value: act.id, label: act.title }))}
            {...form.field('outcomeId')}
          />
        ) : null}
        <TextArea
          label={t('introductions.page.note')}
          rows={2}
          max={INTRODUCTION_LIMITS.note}
          optional={outcome !== 'NOTHING'}
          {...form.field('note')}
        />
      </Fields>
    </Dialog>
  );
}
