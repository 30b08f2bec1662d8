import { useState } from 'react';
import { ActorPicker, useOwnActors } from '@knotenpunkt/actors/web';
import { ALLIANCE_LIMITS } from '@knotenpunkt/alliances/domain';
import { addDays, checkText, newId } from '@knotenpunkt/kernel';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useToday } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import {
  DateField,
  Dialog,
  DialogFoot,
  ErrorNotice,
  ErrorSummary,
  FieldRow,
  Fields,
  Select,
  showToast,
  TextArea,
  useForm,
} from '@knotenpunkt/webkit/ui';
import type { ShownAlliance } from '../useAlliance';
import { useOwnMembers, type ShownAdmission } from '../useAllianceWork';

const PROPOSE = graphql(`
  mutation ProposeAllianceAdmission($input: ProposeAllianceAdmissionInput!) {
    proposeAllianceAdmission(input: $input) {
      ... on Alliance {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);
const REVISE = graphql(`
  mutation ReviseAllianceAdmission($input: ReviseAllianceAdmissionInput!) {
    reviseAllianceAdmission(input: $input) {
      ... on Alliance {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const USUAL_DAYS = 14;

interface AdmissionDialogProps {
  alliance: ShownAlliance;
  /** What is written anew; null: somebody is proposed. */
  admission: ShownAdmission | null;
  onClose: () => void;
  onDone: () => void;
}

/** Another organisation is to join: it and all members are asked. */
export function AdmissionDialog({ alliance, admission, onClose, onDone }: AdmissionDialogProps) {
  const t = useMessages('alliances');
  const today = useToday();
  const [newAdmissionId] = useState(() => newId());
  const [proposing, revising] = [useMutationAnswer(PROPOSE), useMutationAnswer(REVISE)];
  const coordinator = useOwnActors()?.coordinator ?? false;
  const own = useOwnMembers(alliance);
  const form = useForm({
    room: 'alliances',
    initial: {
      actorId: null as string | null,
      proposedById: own[0]?.id ?? '',
      commitment: admission?.commitment ?? '',
      dueOn: admission?.dueOn ?? '',
      reason: admission?.reason ?? '',
      deadlineOn: addDays(today, USUAL_DAYS),
    },
    check: ({ actorId, commitment, reason, dueOn, deadlineOn }) => {
      const what = checkText('commitment', commitment, { max: ALLIANCE_LIMITS.commitment });
      const why = checkText('reason', reason, { max: ALLIANCE_LIMITS.reason });
      return [
        admission || actorId ? null : { code: 'ACTOR_UNKNOWN', field: 'actorId' },
        what.ok ? null : what.refusal,
        dueOn >= today ? null : { code: 'DAY_INVALID', field: 'dueOn' },
        why.ok ? null : why.refusal,
        deadlineOn >= today ? null : { code: 'DEADLINE_INVALID', field: 'deadlineOn' },
      ];
    },
    draft: `alliance.${alliance.id}.admission`,
  });
  const submit = form.submit(async ({ actorId, proposedById, ...text }) => {
    const answer = admission
      ? await revising.send({ input: { ...text, id: admission.id, allianceId: alliance.id, expectedVersion: admission.version } })
      : await proposing.send({
          input: { ...text, id: newAdmissionId, allianceId: alliance.id, actorId: actorId!, proposedById: proposedById || null },
        });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind === 'stale') onDone();
    if (answer.kind !== 'done') return;
    form.done();
    showToast({ text: t('membership.allAsked') });
    onClose();
    onDone();
  });
  const { busy, fault } = admission ? revising : proposing;
  return (
    <Dialog
      open
      title={t(admission ? 'membership.reviseTitle' : 'membership.proposeTitle')}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t('membership.send')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <p>{t(admission ? 'membership.reviseText' : 'membership.proposeText')}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        {admission ? null : (
          <>
            <ActorPicker
              label={t('membership.who')}
              without={alliance.members.flatMap(({ actorId, state }) => (state === 'MEMBER' ? [actorId] : []))}
              {...form.field('actorId')}
            />
            {own.length + (coordinator ? 1 : 0) > 1 ? (
              <Select
                label={t('membership.for')}
                {...form.field('proposedById')}
                {...(coordinator ? { none: t('membership.forCoordination') } : {})}
                options={own.map(({ id: value, name: label }) => ({ value, label }))}
              />
            ) : null}
          </>
        )}
        <TextArea label={t('membership.brings')} rows={2} max={ALLIANCE_LIMITS.commitment} {...form.field('commitment')} />
        <TextArea
          label={t('membership.reason')}
          hint={t('membership.reasonHint')}
          rows={2}
          max={ALLIANCE_LIMITS.reason}
          {...form.field('reason')}
        />
        <FieldRow>
          <DateField label={t('membership.dueOn')} min={today} {...form.field('dueOn')} />
          <DateField label={t('membership.deadline')} min={today} {...form.field('deadlineOn')} />
        </FieldRow>
      </Fields>
    </Dialog>
  );
}
