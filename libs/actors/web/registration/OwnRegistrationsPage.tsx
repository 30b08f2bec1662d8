import { useState } from 'react';
import { checkText } from '@knotenpunkt/kernel';
import { REGISTRATION_LIMITS } from '@knotenpunkt/actors/domain';
import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useQuery } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Button,
  Dialog,
  DialogFoot,
  EmptyState,
  Entry,
  EntryList,
  ErrorNotice,
  ErrorSummary,
  FactLine,
  Fields,
  LinkButton,
  Loading,
  Page,
  PageHeader,
  showToast,
  Tag,
  TextArea,
  TextButton,
  useAnswerToast,
  useForm,
} from '@knotenpunkt/webkit/ui';
import { SignedInOnly } from './SignedInOnly';

const OWN = graphql(`
  query OwnRegistrations {
    ownRegistrations {
      id
      version
      claims
      name
      position
      state
      question
      answer
      reason
      askedOn
      decidedOn
      availableActions
      actor {
        id
        slug
      }
      employer {
        id
        name
      }
    }
  }
`);

const ANSWER = graphql(`
  mutation AnswerRegistrationQuestion($input: AnswerRegistrationInput!) {
    answerRegistrationQuestion(input: $input) {
      ... on Registration {
        id
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

const WITHDRAW = graphql(`
  mutation WithdrawRegistration($input: RegistrationVersionInput!) {
    withdrawRegistration(input: $input) {
      ... on Registration {
        id
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

type Own = ResultOf<typeof OWN>['ownRegistrations'][number];

/** `/konto/organisationen`: what somebody handed in for verification, and what became of it. */
export function OwnRegistrationsPage() {
  const t = useMessages('actors');
  return (
    <Page narrow>
      <PageHeader
        title={t('registration.ownTitle')}
        explanation={t('registration.ownLead')}
        actions={<LinkButton to="/akteure/neu">{t('registration.newOne')}</LinkButton>}
      />
      <SignedInOnly>
        <OwnList />
      </SignedInOnly>
    </Page>
  );
}

function OwnList() {
  const t = useMessages('actors');
  const { data, error, refetch } = useQuery(OWN, { fetchPolicy: 'cache-and-network' });
  const [answering, setAnswering] = useState<Own | null>(null);
  if (error && !data) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.ownRegistrations.length === 0)
    return (
      <EmptyState step={<LinkButton to="/akteure/neu">{t('registration.newOne')}</LinkButton>}>{t('registration.ownNone')}</EmptyState>
    );
  return (
    <>
      <EntryList label={t('registration.ownTitle')}>
        {data.ownRegistrations.map((one) => (
          <OwnEntry key={one.id} one={one} onAnswer={() => setAnswering(one)} onChange={() => void refetch()} />
        ))}
      </EntryList>
      {answering ? (
        <AnswerDialog
          one={answering}
          onClose={() => {
            setAnswering(null);
            void refetch();
          }}
        />
      ) : null}
    </>
  );
}

function OwnEntry({ one, onAnswer, onChange }: { one: Own; onAnswer: () => void; onChange: () => void }) {
  const t = useMessages('actors');
  const format = useFormat();
  const withdraw = useMutationAnswer(WITHDRAW);
  const tell = useAnswerToast('actors');
  const { id, version: expectedVersion, name, state, question, answer, reason, actor, employer, availableActions } = one;
  return (
    <Entry
      title={name}
      beside={<Tag>{t(`registration.states.${state}`)}</Tag>}
      meta={
        <FactLine
          parts={[
            t(one.claims ? 'registration.claims' : 'registration.founds'),
            employer && t('directory.councilOf', { name: employer.name }),
            t('registration.askedOn', { date: format.date(one.askedOn) }),
            one.decidedOn ? t('registration.decidedOn', { date: format.date(one.decidedOn) }) : null,
          ]}
        />
      }
      actions={
        <>
          {availableActions.includes('answerRegistrationQuestion') ? (
            <Button small kind="primary" onClick={onAnswer}>
              {t('registration.answer')}
            </Button>
          ) : null}
          {actor && state === 'VERIFIED' ? (
            <LinkButton small to={`/akteure/${actor.slug}`}>
              {t('registration.toEntry')}
            </LinkButton>
          ) : null}
          {availableActions.includes('withdrawRegistration') ? (
            <TextButton
              aria-label={t('registration.withdrawOf', { name })}
              onClick={() =>
                void withdraw.send({ input: { id, expectedVersion } }).then((told) => {
                  tell(told, t('registration.withdrawn'));
                  onChange();
                })
              }
            >
              {t('registration.withdraw')}
            </TextButton>
          ) : null}
        </>
      }
    >
      {state === 'QUESTIONED' || answer ? <p>{t('registration.question', { text: question })}</p> : null}
      {answer ? <p>{t('registration.saidAnswer', { text: answer })}</p> : null}
      {state === 'REFUSED' ? <p>{t('registration.reason', { text: reason })}</p> : null}
    </Entry>
  );
}

function AnswerDialog({ one, onClose }: { one: Own; onClose: () => void }) {
  const t = useMessages('actors');
  const { send, busy, fault } = useMutationAnswer(ANSWER);
  const form = useForm({
    room: 'actors',
    initial: { answer: '' },
    check: ({ answer }) => {
      const checked = checkText('answer', answer, { max: REGISTRATION_LIMITS.answer });
      return [checked.ok ? null : checked.refusal];
    },
  });
  const submit = form.submit(async ({ answer }) => {
    const told = await send({ input: { id: one.id, expectedVersion: one.version, answer } });
    if (told.kind === 'refused') return form.refuse(told.refusal);
    if (told.kind !== 'done') return;
    showToast({ text: t('registration.answered') });
    onClose();
  });
  return (
    <Dialog
      open
      title={t('registration.answerTitle')}
      onClose={onClose}
      onSubmit={() => submit()}
      foot={<DialogFoot send={t('registration.answer')} busy={busy} onClose={onClose} />}
    >
      <Fields>
        <p>{t('registration.question', { text: one.question })}</p>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        <TextArea label={t('registration.yourAnswer')} max={REGISTRATION_LIMITS.answer} {...form.field('answer')} />
      </Fields>
    </Dialog>
  );
}
