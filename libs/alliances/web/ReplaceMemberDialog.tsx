import { ActorPicker } from '@knotenpunkt/actors/web';
import { ALLIANCE_LIMITS } from '@knotenpunkt/alliances/domain';
import { addDays, checkText } from '@knotenpunkt/kernel';
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
  showToast,
  TextArea,
  useForm,
} from '@knotenpunkt/webkit/ui';
import { useRefusalWords } from './useRefusalWords';
import type { KnownMember, ShownAlliance } from './useAlliance';

const REPLACE = graphql(`
  mutation ReplaceAllianceMember($input: ReplaceAllianceMemberInput!) {
    replaceAllianceMember(input: $input) {
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

interface Values {
  actorId: string | null;
  commitment: string;
  dueOn: string;
  deadlineOn: string;
}

const USUAL_DAYS = 14;

export interface ReplaceMemberDialogProps {
  alliance: ShownAlliance;
  member: KnownMember;
  onClose: () => void;
  onDone: () => void;
}

/** Puts another organisation in a member's place; everybody is asked again. */
export function ReplaceMemberDialog({ alliance, member, onClose, onDone }: ReplaceMemberDialogProps) {
  const t = useMessages('alliances');
  const today = useToday();
  const words = useRefusalWords();
  const { send, busy, fault, stale } = useMutationAnswer(REPLACE);
  const form = useForm<Values>({
    room: 'alliances',
    initial: { actorId: null, commitment: '', dueOn: member.dueOn ?? '', deadlineOn: addDays(today, USUAL_DAYS) },
    check: ({ actorId, commitment, dueOn, deadlineOn }) => {
      const text = checkText('commitment', commitment, { max: ALLIANCE_LIMITS.commitment });
      return [
        actorId ? null : { code: 'ACTOR_UNKNOWN', field: 'actorId' },
        text.ok ? null : text.refusal,
        dueOn >= today ? null : { code: 'DAY_INVALID', field: 'dueOn' },
        deadlineOn >= today ? null : { code: 'DEADLINE_INVALID', field: 'deadlineOn' },
      ];
    },
  });
  const submit = form.submit(async ({ actorId, commitment, dueOn, deadlineOn }) => {
    const answer = await send({
      input: {
        id: alliance.id,
        expectedVersion: alliance.version,
        actorId: member.actor.id,
        by: { actorId: actorId!, commitment, dueOn },
        deadlineOn,
      },
    });
    if (answer.kind === 'refused') form.refuse(words(answer.refusal, Object.keys(form.values)));
    if (answer.kind === 'done') {
      showToast({ text: t('page.replace.done') });
      onDone();
    }
  });
  return (
    <Dialog
      open
      title={t('page.replace.title', { name: member.actor.name })}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot send={t('page.replace.send')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <p>{t('page.replace.text')}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        {stale !== null ? <p role="alert">{t('page.stale')}</p> : null}
        <ActorPicker label={t('page.replace.actor')} without={alliance.members.map(({ actorId }) => actorId)} {...form.field('actorId')} />
        <TextArea label={t('page.replace.commitment')} rows={2} max={ALLIANCE_LIMITS.commitment} {...form.field('commitment')} />
        <FieldRow>
          <DateField label={t('page.replace.dueOn')} min={today} {...form.field('dueOn')} />
          <DateField label={t('page.replace.deadline')} min={today} {...form.field('deadlineOn')} />
        </FieldRow>
      </Fields>
    </Dialog>
  );
}
