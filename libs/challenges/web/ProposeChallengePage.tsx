import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useCompetences, useOwnActors, type Own } from '@knotenpunkt/actors/web';
import { challengeRefusals } from '@knotenpunkt/challenges/domain';
import { newId } from '@knotenpunkt/kernel';
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
  Page,
  PageHeader,
  Select,
  showToast,
  useForm,
} from '@knotenpunkt/webkit/ui';
import { ChallengeFields, textOf, valuesOf, type ChallengeValues } from './ChallengeFields';
import './challenges.css';

const PROPOSE = graphql(`
  mutation ProposeChallenge($input: ProposeChallengeInput!) {
    proposeChallenge(input: $input) {
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

/** Asked by nobody in particular: an editorial question of the coordination. */
const EDITORIAL = 'EDITORIAL';

interface Asker {
  value: string;
  label: string;
}

/** For whom the viewer may ask: the organisations it promises for, and the coordination. */
function askersOf({ actors, coordinator }: Own, editorial: string): Asker[] {
  const own = actors.filter(({ decides }) => decides).map(({ id, name }) => ({ value: id, label: name }));
  return coordinator ? [...own, { value: EDITORIAL, label: editorial }] : own;
}

/** `/herausforderungen/neu`: a member proposes a question. */
export function ProposeChallengePage() {
  const t = useMessages('challenges');
  const own = useOwnActors();
  if (!own) {
    return (
      <Page narrow>
        <Loading />
      </Page>
    );
  }
  const askers = askersOf(own, t('page.form.editorial'));
  const header = (
    <PageHeader
      title={t('page.propose')}
      explanation={t('page.form.lead')}
      breadcrumbs={<Breadcrumbs crumbs={[{ label: t('page.title'), to: '/herausforderungen' }]} />}
    />
  );
  if (askers.length === 0) {
    const step = own.signedIn ? null : <LinkButton to="/anmelden?zurueck=/herausforderungen/neu">{t('page.form.signIn')}</LinkButton>;
    return (
      <Page narrow>
        {header}
        <EmptyState step={step}>{t('page.form.onlyMembers')}</EmptyState>
      </Page>
    );
  }
  return (
    <Page narrow>
      {header}
      <ProposeForm askers={askers} />
    </Page>
  );
}

function ProposeForm({ askers }: { askers: Asker[] }) {
  const t = useMessages('challenges');
  const navigate = useNavigate();
  const today = useToday();
  const known = useCompetences() ?? { has: () => true };
  const [id] = useState(() => newId());
  const { send, busy, fault } = useMutationAnswer(PROPOSE);
  const initial = { ...valuesOf(null), askedById: askers[0]!.value };
  const form = useForm<ChallengeValues & { askedById: string }>({
    room: 'challenges',
    initial,
    check: (values) => challengeRefusals(textOf(values), { known, today }),
    draft: 'challenge.new',
  });
  const submit = form.submit(async (values) => {
    const askedById = values.askedById === EDITORIAL ? null : values.askedById;
    const answer = await send({ input: { id, askedById, ...textOf(values) } });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind !== 'done') return;
    form.done(initial);
    showToast({ text: t('page.form.proposed') });
    await navigate(`/herausforderungen/${answer.value.slug}`);
  });
  return (
    <form onSubmit={submit} noValidate className="challenges-form">
      <DraftNote kept={form.draftKept} onDiscard={() => form.done(initial)} />
      <ErrorSummary errors={form.errors} attempts={form.attempts} />
      {fault ? <ErrorNotice error={fault} /> : null}
      {askers.length > 1 ? <Select label={t('page.form.askedBy')} options={askers} {...form.field('askedById')} /> : null}
      <ChallengeFields form={form} />
      <FormFoot>
        <Button kind="primary" type="submit" busy={busy}>
          {t('page.propose')}
        </Button>
        <LinkButton kind="plain" to="/herausforderungen">
          {t('webkit:actions.cancel')}
        </LinkButton>
      </FormFoot>
    </form>
  );
}
