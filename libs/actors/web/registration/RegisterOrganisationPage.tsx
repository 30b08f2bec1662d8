import { useState } from 'react';
import { useNavigate } from 'react-router';
import { registrationRefusals } from '@knotenpunkt/actors/domain';
import { checkText, newId } from '@knotenpunkt/kernel';
import { ACTOR_KINDS } from '@knotenpunkt/themes/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Breadcrumbs,
  Button,
  Column,
  ErrorNotice,
  ErrorSummary,
  Fields,
  FormFoot,
  Page,
  PageHeader,
  Section,
  Select,
  showToast,
  TextField,
  useForm,
} from '@knotenpunkt/webkit/ui';
import { EmployerPicker } from '../EmployerPicker';
import { AlikeActors, AlikeWhileTyping } from './AlikeActors';
import { SignedInOnly } from './SignedInOnly';
import { StandingFields } from './StandingFields';

const REGISTER = graphql(`
  mutation RegisterOrganisation($input: RegisterOrganisationInput!) {
    registerOrganisation(input: $input) {
      ... on Registration {
        id
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

interface Sought {
  name: string;
  website: string;
}

/** `/akteure/neu`: first what is there already, then the new entry with who one is there. */
export function RegisterOrganisationPage() {
  const t = useMessages('actors');
  const [sought, setSought] = useState<Sought | null>(null);
  const [isNew, setIsNew] = useState(false);
  return (
    <Page narrow>
      <PageHeader
        title={t('registration.title')}
        explanation={t('registration.lead')}
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('directory.title'), to: '/akteure' }]} />}
      />
      <SignedInOnly>
        <Column>
          {isNew && sought ? (
            <Founding sought={sought} onAgain={() => setIsNew(false)} />
          ) : (
            <>
              <Look sought={sought} onLook={setSought} />
              {sought ? (
                <>
                  <AlikeActors key={`${sought.name} ${sought.website}`} {...sought} />
                  <FormFoot>
                    <Button kind="primary" onClick={() => setIsNew(true)}>
                      {t('registration.notAmong')}
                    </Button>
                  </FormFoot>
                </>
              ) : null}
            </>
          )}
        </Column>
      </SignedInOnly>
    </Page>
  );
}

function Look({ sought, onLook }: { sought: Sought | null; onLook: (sought: Sought) => void }) {
  const t = useMessages('actors');
  const form = useForm({
    room: 'actors',
    initial: sought ?? { name: '', website: '' },
    check: ({ name }) => {
      const checked = checkText('name', name, { max: 160 });
      return [checked.ok ? null : checked.refusal];
    },
  });
  return (
    <Section title={t('registration.first')} explanation={t('registration.firstLead')}>
      <form noValidate onSubmit={form.submit((values) => onLook(values))}>
        <Fields>
          <ErrorSummary errors={form.errors} attempts={form.attempts} />
          <TextField label={t('registration.name')} autoComplete="organization" {...form.field('name')} />
          <TextField label={t('registration.website')} type="url" optional {...form.field('website')} />
          {sought ? null : <AlikeWhileTyping said={form.values} />}
          <FormFoot>
            <Button kind={sought ? undefined : 'primary'} type="submit">
              {t('registration.look')}
            </Button>
          </FormFoot>
        </Fields>
      </form>
    </Section>
  );
}

function Founding({ sought, onAgain }: { sought: Sought; onAgain: () => void }) {
  const t = useMessages('actors');
  const tKinds = useMessages('themes');
  const navigate = useNavigate();
  const { send, busy, fault } = useMutationAnswer(REGISTER);
  const [id] = useState(() => newId());
  const form = useForm({
    room: 'actors',
    initial: { ...sought, kind: '', employerId: null as string | null, city: '', summary: '', position: '', evidence: '' },
    check: (values) => registrationRefusals(values),
    draft: 'registration.new',
  });
  const submit = form.submit(async ({ kind, employerId, ...values }) => {
    const input = { id, ...values, kind: kind as (typeof ACTOR_KINDS)[number], employerId: kind === 'UNION' ? employerId : null };
    const answer = await send({ input });
    if (answer.kind === 'refused') return form.refuse(answer.refusal);
    if (answer.kind !== 'done') return;
    form.done();
    showToast({ text: t('registration.sent') });
    await navigate('/konto/organisationen');
  });
  return (
    <form noValidate onSubmit={submit}>
      <Column>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        <Section title={t('registration.about')}>
          <Fields>
            <TextField label={t('registration.name')} autoComplete="organization" {...form.field('name')} />
            <Select
              label={t('registration.kind')}
              none={t('registration.kindNone')}
              options={ACTOR_KINDS.map((kind) => ({ value: kind as string, label: tKinds(`legend.${kind}`) }))}
              {...form.field('kind')}
            />
            {form.values.kind === 'UNION' ? <EmployerPicker {...form.field('employerId')} /> : null}
            <TextField label={t('registration.summary')} {...form.field('summary')} />
            <TextField label={t('registration.city')} autoComplete="address-level2" {...form.field('city')} />
            <TextField
              label={t('registration.website')}
              hint={t('registration.websiteHint')}
              type="url"
              optional
              {...form.field('website')}
            />
            <AlikeWhileTyping said={form.values} />
          </Fields>
        </Section>
        <Section title={t('registration.you')}>
          <Fields>
            <StandingFields field={form.field} />
            <FormFoot>
              <Button kind="primary" type="submit" busy={busy}>
                {t('registration.send')}
              </Button>
              <Button onClick={onAgain}>{t('registration.otherName')}</Button>
            </FormFoot>
          </Fields>
        </Section>
      </Column>
    </form>
  );
}
