import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ACTOR_SIZES, LIMITS, profileRefusals, type ActorSize, type Contact, type Profile } from '@knotenpunkt/actors/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Breadcrumbs,
  Button,
  DraftNote,
  EmptyState,
  ErrorNotice,
  ErrorSummary,
  FieldRow,
  Fields,
  FormFoot,
  LinkButton,
  Loading,
  Page,
  PageHeader,
  Section,
  Select,
  showToast,
  TextArea,
  TextField,
  useForm,
} from '@knotenpunkt/webkit/ui';
import { CompletenessNote } from './CompletenessNote';
import { ContactFields } from './ContactFields';
import { EmployerPicker } from './EmployerPicker';
import { LogoSection } from './LogoSection';
import { ThemePicker } from './Pickers';
import { StaleComparison } from './StaleComparison';
import { OccupationPicker, SectorPicker } from './ClassificationPickers';
import { PlacePicker } from './PlacePicker';
import { useClassifications } from './useClassifications';
import { useSteckbrief, type Steckbrief } from './useSteckbrief';
import { SteckbriefCompetences } from './words/SteckbriefCompetences';
import { useRegionCompetences } from './words/useCompetenceWords';
import './actors.css';

const UPDATE = graphql(`
  mutation UpdateProfile($input: UpdateProfileInput!) {
    updateProfile(input: $input) {
      ... on Actor {
        id
        slug
        version
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

type Values = Omit<Profile, 'size'> & { size: ActorSize | '' };

function valuesOf(actor: Steckbrief): Values {
  const { name, shortName, summary, description, street, postalCode, city, district, website, sector, employerId, lon, lat } = actor;
  return {
    ...{ name, shortName, summary, description, street, postalCode, city, district, website, sector, employerId, lon, lat },
    themes: [...actor.themes],
    competences: [...actor.competences],
    occupations: [...actor.occupations],
    size: actor.size ?? '',
    contacts: actor.contacts.map(({ id, name: who, role, email, phone, visibility }): Contact => ({
      id,
      name: who,
      role,
      email,
      phone,
      visibility,
    })),
  };
}

const profileOf = (values: Values): Profile => ({ ...values, size: values.size || null });

/** The page on which an organisation keeps its Steckbrief. */
export function EditProfilePage() {
  const t = useMessages('actors');
  const { slug = '' } = useParams();
  const { actor, error, refresh } = useSteckbrief(slug);
  if (error && !actor)
    return (
      <Page narrow>
        <ErrorNotice error={error} onRetry={() => void refresh()} />
      </Page>
    );
  if (actor === undefined)
    return (
      <Page narrow>
        <Loading />
      </Page>
    );
  if (actor === null)
    return (
      <Page narrow>
        <PageHeader title={t('edit.title')} />
        <EmptyState step={<LinkButton to="/akteure">{t('directory.title')}</LinkButton>}>{t('edit.unknown')}</EmptyState>
      </Page>
    );
  if (!actor.availableActions.includes('updateProfile'))
    return (
      <Page narrow>
        <PageHeader title={t('edit.title')} />
        <EmptyState step={<LinkButton to={`/akteure/${actor.slug}`}>{t('edit.back')}</LinkButton>}>{t('edit.notYours')}</EmptyState>
      </Page>
    );
  return <ProfileForm key={actor.id} actor={actor} onStale={refresh} />;
}

/** Texts that are compared when somebody else was faster. */
const COMPARED = ['name', 'shortName', 'summary', 'description', 'street', 'postalCode', 'city', 'district', 'website'] as const;

function ProfileForm({ actor, onStale }: { actor: Steckbrief; onStale: () => Promise<void> }) {
  const t = useMessages('actors');
  const navigate = useNavigate();
  const { catalogue, refresh: readWords } = useRegionCompetences();
  const classes = useClassifications();
  const anything = { has: () => true };
  const known = {
    competences: catalogue ?? anything,
    sectors: classes?.sectors ?? anything,
    occupations: classes?.occupations ?? anything,
  };
  const [baseVersion, setBaseVersion] = useState(actor.version);
  const { send, busy, fault } = useMutationAnswer(UPDATE);
  const form = useForm<Values>({
    room: 'actors',
    initial: valuesOf(actor),
    check: (values) => profileRefusals(profileOf(values), known),
    draft: `actor.${actor.id}`,
  });
  const [changingLogo, setChangingLogo] = useState(false);
  // A new version that comes from another logo is none that somebody else has saved.
  const stale = !changingLogo && actor.version !== baseVersion;

  const submit = form.submit(async (values) => {
    const answer = await send({ input: { actorId: actor.id, expectedVersion: actor.version, ...profileOf(values) } });
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind === 'stale') await onStale();
    if (answer.kind !== 'done') return;
    form.done(values);
    showToast({ text: t('edit.saved') });
    await navigate(`/akteure/${answer.value.slug}`);
  });

  const text = (key: (typeof COMPARED)[number], optional = true, hint?: string) => (
    <TextField label={t(`edit.${key}`)} hint={hint} optional={optional} {...form.field(key)} />
  );

  return (
    <Page narrow>
      <PageHeader
        title={t('edit.title')}
        explanation={t('edit.lead')}
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: t('directory.title'), to: '/akteure' },
              { label: actor.name, to: `/akteure/${actor.slug}` },
            ]}
          />
        }
      />
      <div className="actors-form">
        <LogoSection
          actor={actor}
          onStale={() => void onStale()}
          around={async (version, change) => {
            setChangingLogo(true);
            const answer = await change();
            if (answer.kind === 'done') setBaseVersion((base) => (base === version ? answer.value.version : base));
            setChangingLogo(false);
            return answer;
          }}
        />
        <form onSubmit={submit} noValidate className="actors-form">
          <CompletenessNote actor={actor} />
          <DraftNote kept={form.draftKept} onDiscard={() => form.done(valuesOf(actor))} />
          <ErrorSummary errors={form.errors} attempts={form.attempts} />
          {fault ? <ErrorNotice error={fault} /> : null}
          {stale ? (
            <StaleComparison
              differences={COMPARED.map((key) => ({ label: t(`edit.${key}`), theirs: valuesOf(actor)[key], yours: form.values[key] }))}
              onTake={() => {
                form.set(valuesOf(actor));
                setBaseVersion(actor.version);
              }}
            />
          ) : null}
          <Section title={t('edit.who')}>
            <Fields>
              {text('name', false)}
              {text('summary', false, t('edit.summaryHint'))}
              <TextArea
                label={t('edit.description')}
                hint={t('edit.descriptionHint')}
                optional
                rows={8}
                max={LIMITS.description}
                {...form.field('description')}
              />
              <FieldRow>
                {text('shortName', true, t('edit.shortNameHint'))}
                <Select<ActorSize | ''>
                  label={t('edit.size')}
                  optional
                  none={t('edit.sizeNone')}
                  options={ACTOR_SIZES.map((size) => ({ value: size, label: t(`profile.sizes.${size}`) }))}
                  {...form.field('size')}
                />
              </FieldRow>
              {actor.kind === 'UNION' ? (
                <EmployerPicker
                  employer={actor.employer}
                  without={[actor.id, ...actor.councils.map(({ id }) => id)]}
                  {...form.field('employerId')}
                />
              ) : null}
            </Fields>
          </Section>
          <Section title={t('edit.topics')}>
            <Fields>
              <ThemePicker {...form.field('themes')} />
              <SteckbriefCompetences actorId={actor.id} catalogue={catalogue} onProposed={readWords} {...form.field('competences')} />
              <SectorPicker catalogue={classes?.sectors} {...form.field('sector')} />
              <OccupationPicker catalogue={classes?.occupations} {...form.field('occupations')} />
            </Fields>
          </Section>
          <Section title={t('edit.place')}>
            <Fields>
              {text('street')}
              <FieldRow>
                {text('postalCode')}
                {text('city', false)}
              </FieldRow>
              {text('district')}
              <PlacePicker
                place={form.values}
                error={form.errors.find(({ field }) => field === 'place')}
                onChange={({ lon, lat }) => form.set({ lon, lat })}
              />
              {text('website')}
            </Fields>
          </Section>
          <Section title={t('edit.contacts')} explanation={t('edit.contactsLead')}>
            <ContactFields
              contacts={form.values.contacts}
              onChange={(contacts) => form.set({ contacts })}
              errors={form.errors}
              onLeave={form.field('contacts').onLeave}
            />
          </Section>
          <FormFoot>
            <Button kind="primary" type="submit" busy={busy}>
              {t('edit.save')}
            </Button>
            <LinkButton kind="plain" to={`/akteure/${actor.slug}`}>
              {t('edit.cancel')}
            </LinkButton>
          </FormFoot>
        </form>
      </div>
    </Page>
  );
}
