import { useRef, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { ActorPicker, type OwnActor, useCompetences, useOwnActors } from '@knotenpunkt/actors/web';
import { ON_DECLINE, type OnDecline } from '@knotenpunkt/agreements/domain';
import { initiativeRefusals } from '@knotenpunkt/initiatives/domain';
import { addDays, newId } from '@knotenpunkt/kernel';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer, useToday, type Answer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Breadcrumbs,
  Button,
  CloseIcon,
  DateField,
  DraftNote,
  EmptyState,
  ErrorNotice,
  ErrorSummary,
  Fields,
  FormFoot,
  IconButton,
  LinkButton,
  Notice,
  Loading,
  Page,
  PageHeader,
  RadioGroup,
  Section,
  Select,
  showToast,
  useForm,
} from '@knotenpunkt/webkit/ui';
import { InitiativeFields, textOf, valuesOf, type InitiativeValues } from './InitiativeFields';
import { REGISTER } from './registerInitiative';
import { useInitiative, type ShownInitiative } from './useInitiative';
import './initiatives.css';

const PROPOSE = graphql(`
  mutation ProposeInitiative($input: ProposeInitiativeInput!) {
    proposeInitiative(input: $input) {
      ... on Initiative {
        id
        slug
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** How it begins: as an idea, at once, or together with others who are asked first. */
const WAYS = ['IDEA', 'BEGUN', 'TOGETHER'] as const;
type Way = (typeof WAYS)[number];

interface Values extends InitiativeValues {
  leadId: string;
  way: Way;
  partners: { id: string; name: string }[];
  deadlineOn: string;
  onDecline: OnDecline;
}

const ANSWER_DAYS = 14;

/** `/vorhaben/neu`: enters a Vorhaben, or proposes it to others. */
export function NewInitiativePage() {
  const t = useMessages('initiatives');
  const own = useOwnActors();
  const [address] = useSearchParams();
  const template = address.get('wie');
  if (!own) {
    return (
      <Page narrow>
        <Loading />
      </Page>
    );
  }
  const leads = own.actors;
  return (
    <Page narrow>
      <PageHeader
        title={t('page.new')}
        explanation={t('form.lead')}
        actions={<Link to="/vorhaben/einfuegen">{t('paste.link')}</Link>}
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('page.title'), to: '/vorhaben' }]} />}
      />
      {leads.length > 0 ? (
        template === null ? (
          <NewForm leads={leads} copied={null} />
        ) : (
          <FormLike slug={template} leads={leads} />
        )
      ) : (
        <EmptyState step={own.signedIn ? null : <LinkButton to="/anmelden?zurueck=/vorhaben/neu">{t('form.signIn')}</LinkButton>}>
          {t('form.onlyMembers')}
        </EmptyState>
      )}
    </Page>
  );
}

/** The form filled in like another Vorhaben; empty where there is no such one. */
function FormLike({ slug, leads }: { slug: string; leads: OwnActor[] }) {
  const { initiative, error } = useInitiative(slug);
  if (initiative === undefined && !error) return <Loading />;
  return <NewForm leads={leads} copied={initiative ?? null} />;
}

function NewForm({ leads, copied }: { leads: OwnActor[]; copied: ShownInitiative | null }) {
  const t = useMessages('initiatives');
  const navigate = useNavigate();
  const today = useToday();
  const known = useCompetences() ?? { has: () => true };
  const [id, setId] = useState(() => newId());
  const next = useRef(false);
  const registering = useMutationAnswer(REGISTER);
  const proposing = useMutationAnswer(PROPOSE);
  const initial: Values = {
    ...valuesOf(copied),
    ...(copied ? { title: '' } : {}),
    leadId: leads[0]!.id,
    way: 'BEGUN',
    partners: [],
    deadlineOn: addDays(today, ANSWER_DAYS),
    onDecline: 'CONTINUE_WITHOUT',
  };
  const form = useForm<Values>({
    room: 'initiatives',
    initial,
    check: (values) => [
      ...initiativeRefusals(textOf(values, null), known),
      values.way === 'TOGETHER' && values.partners.length === 0 ? { code: 'PARTNER_UNKNOWN', field: 'partners' } : null,
      values.way === 'TOGETHER' && values.deadlineOn < today ? { code: 'DATE_INVALID', field: 'deadlineOn' } : null,
    ],
    draft: copied ? `initiative.like.${copied.id}` : 'initiative.new',
  });
  const { partners } = form.values;
  const decides = leads.find(({ id: leadId }) => leadId === form.values.leadId)?.decides ?? false;
  // Whoever may not decide for the organisation writes a draft, which is not put to others.
  const way = decides ? form.values.way : 'BEGUN';
  const submit = form.submit(async (values) => {
    const common = { id, leadId: values.leadId, ...textOf(values, null) };
    const answer: Answer<{ slug: string }> =
      decides && values.way === 'TOGETHER'
        ? await proposing.send({
            input: {
              ...common,
              partnerIds: values.partners.map((each) => each.id),
              deadlineOn: values.deadlineOn,
              onDecline: values.onDecline,
            },
          })
        : await registering.send({ input: { ...common, begun: values.way === 'BEGUN' } });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind !== 'done') return;
    showToast({ text: t(!decides ? 'form.drafted' : values.way === 'TOGETHER' ? 'form.proposed' : 'form.entered') });
    if (next.current) {
      // What the next one will mostly share stays; what makes it another one is asked for.
      const { title, summary, description, wanted, wantedCompetences, nextStep, planned } = valuesOf(null);
      form.done({ ...values, title, summary, description, wanted, wantedCompetences, nextStep, planned });
      setId(newId());
      document.querySelector<HTMLElement>('.initiatives-form input[name="title"]')?.focus();
      return;
    }
    form.done(initial);
    await navigate(`/vorhaben/${answer.value.slug}`);
  });
  const fault = registering.fault ?? proposing.fault;
  return (
    <form onSubmit={submit} noValidate className="initiatives-form">
      <DraftNote kept={form.draftKept} onDiscard={() => form.done(initial)} />
      <ErrorSummary errors={form.errors} attempts={form.attempts} />
      {fault ? <ErrorNotice error={fault} /> : null}
      {leads.length > 1 ? (
        <Select
          label={t('form.leadBy')}
          {...form.field('leadId')}
          options={leads.map(({ id: value, name: label }) => ({ value, label }))}
        />
      ) : null}
      <InitiativeFields form={form} />
      {decides ? (
        <Section title={t('form.how')}>
          <Fields>
            <RadioGroup<Way>
              label={t('form.way')}
              {...form.field('way')}
              choices={WAYS.map((value) => ({ value, label: t(`form.ways.${value}`), hint: t(`form.ways.${value}Hint`) }))}
            />
            {way === 'TOGETHER' ? (
              <>
                <ul className="initiatives-chosen">
                  {partners.map((partner) => (
                    <li key={partner.id}>
                      {partner.name}
                      <IconButton
                        label={t('page.removeNamed', { name: partner.name })}
                        onClick={() => form.set({ partners: partners.filter((each) => each.id !== partner.id) })}
                      >
                        <CloseIcon />
                      </IconButton>
                    </li>
                  ))}
                </ul>
                <ActorPicker
                  key={partners.length}
                  {...form.field('partners')}
                  label={t('form.partners')}
                  value={null}
                  onChange={(_, actor) => {
                    if (actor) form.set({ partners: [...partners, { id: actor.id, name: actor.name }] });
                  }}
                  without={[form.values.leadId, ...partners.map((each) => each.id)]}
                />
                <DateField label={t('form.deadline')} min={today} {...form.field('deadlineOn')} />
                <RadioGroup<OnDecline>
                  label={t('form.onDecline')}
                  {...form.field('onDecline')}
                  choices={ON_DECLINE.map((value) => ({ value, label: t(`form.onDeclines.${value}`) }))}
                />
              </>
            ) : null}
          </Fields>
        </Section>
      ) : (
        <Notice>{t('form.draftNote')}</Notice>
      )}
      <FormFoot>
        <Button kind="primary" type="submit" busy={registering.busy || proposing.busy} onClick={() => (next.current = false)}>
          {t(!decides ? 'form.draft' : way === 'TOGETHER' ? 'form.propose' : 'form.enter')}
        </Button>
        {way === 'TOGETHER' ? null : (
          <Button type="submit" busy={registering.busy} onClick={() => (next.current = true)}>
            {t('form.enterAndNext')}
          </Button>
        )}
        <LinkButton kind="plain" to="/vorhaben">
          {t('webkit:actions.cancel')}
        </LinkButton>
      </FormFoot>
    </form>
  );
}
