import { useState } from 'react';
import { ALLIANCE_LIMITS } from '@knotenpunkt/alliances/domain';
import { checkText, newId } from '@knotenpunkt/kernel';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useToday } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Button,
  DateField,
  Dialog,
  DialogFoot,
  EmptyState,
  Entry,
  EntryList,
  ErrorNotice,
  ErrorSummary,
  Fields,
  Section,
  showToast,
  StateMark,
  TextArea,
  TextButton,
  useAnswerToast,
  useForm,
} from '@knotenpunkt/webkit/ui';
import type { ShownAlliance } from './useAlliance';

const ADD = graphql(`
  mutation AddAllianceMilestone($input: AddAllianceMilestoneInput!) {
    addAllianceMilestone(input: $input) {
      ... on Alliance {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const REACH = graphql(`
  mutation ReachAllianceMilestone($input: ReachAllianceMilestoneInput!) {
    reachAllianceMilestone(input: $input) {
      ... on Alliance {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** What is to be there by when, what is reached and what is late. */
export function AllianceMilestones({ alliance, onChange }: { alliance: ShownAlliance; onChange: () => void }) {
  const t = useMessages('alliances');
  const format = useFormat();
  const today = useToday();
  const tell = useAnswerToast('alliances');
  const reach = useMutationAnswer(REACH);
  const [adding, add] = useState(false);
  const may = (action: string) => alliance.availableActions.includes(action);
  const reached = async (milestoneId: string) => {
    tell(await reach.send({ input: { id: alliance.id, expectedVersion: alliance.version, milestoneId } }), t('page.acts.reached'));
    onChange();
  };
  if (alliance.milestones.length === 0 && !may('addAllianceMilestone')) return null;
  return (
    <Section
      title={t('page.milestones')}
      beside={may('addAllianceMilestone') ? <TextButton onClick={() => add(true)}>{t('page.acts.addMilestone')}</TextButton> : null}
    >
      {alliance.milestones.length === 0 ? <EmptyState>{t('page.noMilestones')}</EmptyState> : null}
      <EntryList label={t('page.milestones')}>
        {alliance.milestones.map(({ id, text, dueOn, reachedOn }) => {
          const late = reachedOn === null && dueOn < today;
          return (
            <Entry
              key={id}
              title={text}
              over={
                <StateMark state={reachedOn ? 'kept' : late ? 'overdue' : 'open'}>
                  {reachedOn
                    ? t('page.milestoneReached', { date: format.date(reachedOn) })
                    : late
                      ? t('page.milestoneOverdue', { since: format.since(dueOn, today) })
                      : t('page.milestoneOpen', { date: format.date(dueOn) })}
                </StateMark>
              }
              actions={
                reachedOn === null && may('reachAllianceMilestone') ? (
                  <Button small busy={reach.busy} aria-label={t('page.acts.reachOne', { text })} onClick={() => void reached(id)}>
                    {t('page.acts.reach')}
                  </Button>
                ) : null
              }
            />
          );
        })}
      </EntryList>
      {adding ? <AddDialog alliance={alliance} onClose={() => add(false)} onDone={onChange} /> : null}
    </Section>
  );
}

function AddDialog({ alliance, onClose, onDone }: { alliance: ShownAlliance; onClose: () => void; onDone: () => void }) {
  const t = useMessages('alliances');
  const today = useToday();
  const [milestoneId] = useState(() => newId());
  const { send, busy, fault, stale } = useMutationAnswer(ADD);
  const form = useForm({
    room: 'alliances',
    initial: { text: '', dueOn: '' },
    check: ({ text, dueOn }) => {
      const checked = checkText('text', text, { max: ALLIANCE_LIMITS.milestone });
      return [checked.ok ? null : checked.refusal, dueOn >= today ? null : { code: 'DAY_INVALID', field: 'dueOn' }];
    },
    draft: `alliance.${alliance.id}.milestone`,
  });
  const submit = form.submit(async (values) => {
    const answer = await send({ input: { id: alliance.id, expectedVersion: alliance.version, milestoneId, ...values } });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind === 'stale') onDone();
    if (answer.kind !== 'done') return;
    form.done();
    showToast({ text: t('page.milestone.done') });
    onClose();
    onDone();
  });
  return (
    <Dialog
      open
      title={t('page.milestone.title')}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t('page.milestone.send')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        {stale !== null ? <p role="alert">{t('page.stale')}</p> : null}
        <TextArea
          label={t('page.milestone.text')}
          hint={t('page.milestone.textHint')}
          rows={2}
          max={ALLIANCE_LIMITS.milestone}
          {...form.field('text')}
        />
        <DateField label={t('page.milestone.dueOn')} min={today} {...form.field('dueOn')} />
      </Fields>
    </Dialog>
  );
}
