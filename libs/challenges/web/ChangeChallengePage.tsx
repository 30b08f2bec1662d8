import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useCompetences } from '@knotenpunkt/actors/web';
import { challengeRefusals } from '@knotenpunkt/challenges/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useToday } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Breadcrumbs,
  Button,
  DraftNote,
  EmptyState,
  ErrorNotice,
  ErrorSummary,
  FormFoot,
  LinkButton,
  Loading,
  Notice,
  Page,
  PageHeader,
  showToast,
  StaleNotice,
  useForm,
} from '@knotenpunkt/webkit/ui';
import { ChallengeFields, textOf, valuesOf, type ChallengeValues } from './ChallengeFields';
import { useChallenge, type ShownChallenge } from './useChallenge';
import './challenges.css';

const CHANGE = graphql(`
  mutation ChangeChallenge($input: ChangeChallengeInput!) {
    changeChallenge(input: $input) {
      ... on Challenge {
        id
        slug
        version
        state
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** The page on which a question is written anew, by the one who asks or by a coordinator. */
export function ChangeChallengePage() {
  const t = useMessages('challenges');
  const { slug = '' } = useParams();
  const { challenge, error, refresh } = useChallenge(slug);
  if (challenge?.availableActions.includes('changeChallenge')) {
    return <ChangeForm key={challenge.id} challenge={challenge} onStale={refresh} />;
  }
  return (
    <Page narrow>
      {challenge === undefined && !error ? <Loading /> : null}
      {challenge === undefined && error ? <ErrorNotice error={error} onRetry={() => void refresh()} /> : null}
      {challenge !== undefined ? (
        <>
          <PageHeader title={t('page.change')} />
          <EmptyState
            step={<LinkButton to={challenge ? `/herausforderungen/${challenge.slug}` : '/herausforderungen'}>{t('page.back')}</LinkButton>}
          >
            {t(challenge ? 'page.form.notYours' : 'page.unknown')}
          </EmptyState>
        </>
      ) : null}
    </Page>
  );
}

function ChangeForm({ challenge, onStale }: { challenge: ShownChallenge; onStale: () => Promise<void> }) {
  const t = useMessages('challenges');
  const navigate = useNavigate();
  const today = useToday();
  const known = useCompetences() ?? { has: () => true };
  const [base, setBase] = useState(challenge);
  const { send, busy, fault } = useMutationAnswer(CHANGE);
  const page = `/herausforderungen/${challenge.slug}`;
  const form = useForm<ChallengeValues>({
    room: 'challenges',
    initial: valuesOf(challenge),
    // A day that was right when it was written may stay.
    check: (values) =>
      challengeRefusals(textOf(values), { known, today: values.untilOn === base.untilOn ? values.untilOn || today : today }),
    draft: `challenge.${challenge.id}`,
  });
  const submit = form.submit(async (values) => {
    const answer = await send({ input: { id: challenge.id, expectedVersion: base.version, ...textOf(values) } });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind === 'stale') await onStale();
    if (answer.kind !== 'done') return;
    form.done(values);
    showToast({ text: t('page.form.changed') });
    await navigate(page);
  });
  return (
    <Page narrow>
      <PageHeader
        title={t('page.change')}
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: t('page.title'), to: '/herausforderungen' },
              { label: challenge.question, to: page },
            ]}
          />
        }
      />
      <form onSubmit={submit} noValidate className="challenges-form">
        {challenge.state === 'REFUSED' ? (
          <Notice tone="due" title={t('page.refused')}>
            {challenge.refusalReason} {t('page.form.again')}
          </Notice>
        ) : null}
        <DraftNote kept={form.draftKept} onDiscard={() => form.done(valuesOf(challenge))} />
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        {challenge.version !== base.version ? (
          <StaleNotice
            onLoad={() => {
              form.set(valuesOf(challenge));
              setBase(challenge);
            }}
          />
        ) : null}
        <ChallengeFields form={form} />
        <FormFoot>
          <Button kind="primary" type="submit" busy={busy}>
            {t('page.form.save')}
          </Button>
          <LinkButton kind="plain" to={page}>
            {t('webkit:actions.cancel')}
          </LinkButton>
        </FormFoot>
      </form>
    </Page>
  );
}
