import { Link, useNavigate, useParams } from 'react-router';
import { useCompetences } from '@knotenpunkt/actors/web';
import { initiativeRefusals } from '@knotenpunkt/initiatives/domain';
import { addDays } from '@knotenpunkt/kernel';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useToday } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Breadcrumbs,
  Button,
  DateField,
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
  useForm,
} from '@knotenpunkt/webkit/ui';
import { InitiativeFields, textOf, valuesOf, type InitiativeValues } from './InitiativeFields';
import { useInitiative, type ShownInitiative } from './useInitiative';
import './initiatives.css';

const CHANGE = graphql(`
  mutation ChangeInitiative($input: ChangeInitiativeInput!) {
    changeInitiative(input: $input) {
      ... on Initiative {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);
const REVISE = graphql(`
  mutation ReviseProposal($input: ReviseProposalInput!) {
    reviseProposal(input: $input) {
      ... on Initiative {
        id
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** `/vorhaben/:slug/bearbeiten`: new words; of a proposal a new version about which everybody is asked again. */
export function EditInitiativePage() {
  const { slug = '' } = useParams();
  const t = useMessages('initiatives');
  const { initiative, error, refresh } = useInitiative(slug);
  if (error && !initiative) {
    return (
      <Page narrow>
        <ErrorNotice error={error} onRetry={refresh} />
      </Page>
    );
  }
  if (initiative === undefined) {
    return (
      <Page narrow>
        <Loading />
      </Page>
    );
  }
  const revises = initiative?.availableActions.includes('reviseProposal') ?? false;
  if (!initiative || !(revises || initiative.availableActions.includes('changeInitiative'))) {
    return (
      <Page narrow>
        <PageHeader title={t('acts.changeInitiative')} />
        <EmptyState step={<LinkButton to={`/vorhaben/${slug}`}>{t('page.toInitiative')}</LinkButton>}>{t('form.notYours')}</EmptyState>
      </Page>
    );
  }
  return (
    <Page narrow>
      <PageHeader
        title={t(revises ? 'acts.reviseProposal' : 'acts.changeInitiative')}
        explanation={revises ? t('form.reviseText') : null}
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: t('page.title'), to: '/vorhaben' },
              { label: initiative.title, to: `/vorhaben/${slug}` },
            ]}
          />
        }
      />
      <EditForm key={initiative.id} initiative={initiative} revises={revises} />
    </Page>
  );
}

function EditForm({ initiative, revises }: { initiative: ShownInitiative; revises: boolean }) {
  const t = useMessages('initiatives');
  const navigate = useNavigate();
  const today = useToday();
  const known = useCompetences() ?? { has: () => true };
  const changing = useMutationAnswer(CHANGE);
  const revising = useMutationAnswer(REVISE);
  const initial = { ...valuesOf(initiative), deadlineOn: addDays(today, 14) };
  const form = useForm<InitiativeValues & { deadlineOn: string }>({
    room: 'initiatives',
    initial,
    check: (values) => [
      ...initiativeRefusals(textOf(values, initiative), known),
      revises && values.deadlineOn < today ? { code: 'DATE_INVALID', field: 'deadlineOn' } : null,
    ],
    draft: `initiative.${initiative.id}.edit`,
  });
  const submit = form.submit(async (values) => {
    const input = { id: initiative.id, expectedVersion: initiative.version, ...textOf(values, initiative) };
    const answer = revises ? await revising.send({ input: { ...input, deadlineOn: values.deadlineOn } }) : await changing.send({ input });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind !== 'done') return;
    form.done();
    showToast({ text: t(revises ? 'form.revised' : 'form.changed') });
    await navigate(`/vorhaben/${initiative.slug}`);
  });
  const fault = changing.fault ?? revising.fault;
  return (
    <form onSubmit={submit} noValidate className="initiatives-form">
      <DraftNote kept={form.draftKept} onDiscard={() => form.done(initial)} />
      <ErrorSummary errors={form.errors} attempts={form.attempts} />
      {fault ? <ErrorNotice error={fault} /> : null}
      {changing.stale !== null || revising.stale !== null ? (
        <Notice tone="error">
          {t('form.stale')} <Link to={`/vorhaben/${initiative.slug}`}>{t('page.toInitiative')}</Link>
        </Notice>
      ) : null}
      <InitiativeFields form={form} />
      {revises ? <DateField label={t('form.deadline')} min={today} {...form.field('deadlineOn')} /> : null}
      <FormFoot>
        <Button kind="primary" type="submit" busy={changing.busy || revising.busy}>
          {t(revises ? 'form.askAgain' : 'form.save')}
        </Button>
        <LinkButton kind="plain" to={`/vorhaben/${initiative.slug}`}>
          {t('webkit:actions.cancel')}
        </LinkButton>
      </FormFoot>
    </form>
  );
}
