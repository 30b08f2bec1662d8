import { ActorPicker } from '@knotenpunkt/actors/web';
import { addDays } from '@knotenpunkt/kernel';
import {
  contributionFault,
  ContributionFields,
  contributionFrom,
  contributionValues,
  EMPTY_CONTRIBUTION,
  type ContributionValues,
} from '@knotenpunkt/themes/web';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useToday } from '@knotenpunkt/webkit/data';
import { useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import { DateField, Dialog, DialogFoot, ErrorNotice, ErrorSummary, Fields, showToast, useForm } from '@knotenpunkt/webkit/ui';
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

interface Values extends ContributionValues {
  actorId: string | null;
  deadlineOn: string;
}

const USUAL_DAYS = 14;

export interface ReplaceMemberDialogProps {
  alliance: ShownAlliance;
  member: KnownMember;
  /** Who comes, where that is chosen already. */
  by?: { id: string; name: string } | undefined;
  onClose: () => void;
  onDone: () => void;
}

/** Puts another organisation in a member's place; everybody is asked again. */
export function ReplaceMemberDialog({ alliance, member, by, onClose, onDone }: ReplaceMemberDialogProps) {
  const t = useMessages('alliances');
  const today = useToday();
  const language = useLanguage();
  const words = useRefusalWords();
  const { send, busy, fault, stale } = useMutationAnswer(REPLACE);
  // What is missing now is what the one who leaves was asked for; whoever comes may bring something else.
  const begun = by ? contributionValues(member, language) : { ...EMPTY_CONTRIBUTION, dueOn: member.dueOn ?? '' };
  const form = useForm<Values>({
    room: 'alliances',
    initial: { actorId: by?.id ?? null, ...begun, deadlineOn: addDays(today, USUAL_DAYS) },
    check: (values) => [
      values.actorId ? null : { code: 'ACTOR_UNKNOWN', field: 'actorId' },
      contributionFault(values, today),
      values.deadlineOn >= today ? null : { code: 'DEADLINE_INVALID', field: 'deadlineOn' },
    ],
  });
  const submit = form.submit(async ({ actorId, deadlineOn, ...contribution }) => {
    const answer = await send({
      input: {
        id: alliance.id,
        expectedVersion: alliance.version,
        actorId: member.actor.id,
        by: { actorId: actorId!, ...contributionFrom(contribution) },
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
        {by ? (
          <p>{t('page.replace.by', { name: by.name })}</p>
        ) : (
          <ActorPicker
            label={t('page.replace.actor')}
            without={alliance.members.map(({ actorId }) => actorId)}
            {...form.field('actorId')}
          />
        )}
        <ContributionFields
          values={form.values}
          onChange={form.set}
          labels={{ commitment: t('page.replace.commitment'), dueOn: t('page.replace.dueOn') }}
          idOf={(key) => form.field(key).id}
          errorOf={(key) => form.field(key).error}
          onLeave={(key) => form.field(key).onLeave()}
        />
        <DateField label={t('page.replace.deadline')} min={today} {...form.field('deadlineOn')} />
      </Fields>
    </Dialog>
  );
}
