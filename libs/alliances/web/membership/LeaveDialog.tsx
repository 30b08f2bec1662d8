import { useState } from 'react';
import { ALLIANCE_LIMITS } from '@knotenpunkt/alliances/domain';
import { checkText, newId } from '@knotenpunkt/kernel';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useQuery, useToday } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  CheckboxGroup,
  DateField,
  Dialog,
  DialogFoot,
  ErrorNotice,
  ErrorSummary,
  Fields,
  Loading,
  showToast,
  TextArea,
  useForm,
} from '@knotenpunkt/webkit/ui';
import type { KnownMember, ShownAlliance } from '../useAlliance';

const LEAVE = graphql(`
  mutation LeaveAlliance($input: LeaveAllianceInput!) {
    leaveAlliance(input: $input) {
      ... on Alliance {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);
const OPEN = graphql(`
  query OpenCommitmentsOfMember($purposeId: ID!, $actorId: ID!) {
    commitments(filter: { purposeId: $purposeId, actorId: $actorId, standings: [OVERDUE, OPEN] }, first: 100) {
      edges {
        node {
          id
          text
          dueOn
        }
      }
    }
  }
`);

interface LeaveDialogProps {
  alliance: ShownAlliance;
  member: KnownMember;
  onClose: () => void;
  onDone: () => void;
}

/** A member says that it leaves: when, why, and what becomes of its Zusagen. */
export function LeaveDialog({ alliance, member, onClose, onDone }: LeaveDialogProps) {
  const t = useMessages('alliances');
  const format = useFormat();
  const today = useToday();
  const [departureId] = useState(() => newId());
  const { data } = useQuery(OPEN, { variables: { purposeId: alliance.id, actorId: member.actor.id }, fetchPolicy: 'network-only' });
  const { send, busy, fault, stale } = useMutationAnswer(LEAVE);
  const open = data?.commitments.edges.map(({ node }) => node);
  const form = useForm({
    room: 'alliances',
    initial: { leavesOn: today, reason: '', givenBack: [] as string[] },
    check: ({ leavesOn, reason }) => {
      const why = checkText('reason', reason, { max: ALLIANCE_LIMITS.reason });
      return [leavesOn >= today ? null : { code: 'LEAVES_INVALID', field: 'leavesOn' }, why.ok ? null : why.refusal];
    },
    draft: `alliance.${alliance.id}.leave`,
  });
  const submit = form.submit(async ({ givenBack, ...said }) => {
    const kept = (open ?? []).flatMap(({ id }) => (givenBack.includes(id) ? [] : [id]));
    const about = { id: alliance.id, expectedVersion: alliance.version, actorId: member.actor.id, departureId };
    const answer = await send({ input: { ...about, ...said, kept, givenBack } });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind === 'stale') onDone();
    if (answer.kind !== 'done') return;
    form.done();
    showToast({ text: t('membership.leave.done') });
    onClose();
    onDone();
  });
  return (
    <Dialog
      open
      title={t('membership.leave.title', { name: member.actor.name })}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t('membership.leave.send')} busy={busy || open === undefined} onClose={onClose} />}
    >
      <Fields>
        <p>{t('membership.leave.text')}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        {stale !== null ? <p role="alert">{t('page.stale')}</p> : null}
        <DateField label={t('membership.leave.day')} hint={t('membership.leave.dayHint')} min={today} {...form.field('leavesOn')} />
        <TextArea
          label={t('membership.leave.reason')}
          hint={t('membership.leave.reasonHint')}
          rows={3}
          max={ALLIANCE_LIMITS.reason}
          {...form.field('reason')}
        />
        {open === undefined ? <Loading /> : null}
        {open && open.length > 0 ? (
          <CheckboxGroup
            label={t('membership.leave.givenBack')}
            hint={t('membership.leave.givenBackHint')}
            choices={open.map(({ id, text, dueOn }) => ({ value: id, label: text, hint: t('page.until', { date: format.date(dueOn) }) }))}
            {...form.field('givenBack')}
          />
        ) : null}
      </Fields>
    </Dialog>
  );
}
