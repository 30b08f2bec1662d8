import { useState } from 'react';
import { useNavigate } from 'react-router';
import { standingRefusals } from '@knotenpunkt/actors/domain';
import { actsFor } from '@knotenpunkt/identity/domain';
import { useViewer } from '@knotenpunkt/identity/web';
import { newId } from '@knotenpunkt/kernel';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Button,
  EmptyState,
  ErrorNotice,
  ErrorSummary,
  Fields,
  FormFoot,
  LinkButton,
  Loading,
  showToast,
  useForm,
} from '@knotenpunkt/webkit/ui';
import { AboutActorPage, type AskedActor } from '../AboutActorPage';
import { SignedInOnly } from './SignedInOnly';
import { StandingFields } from './StandingFields';
import { useActorClaim } from './useActorClaim';

const CLAIM = graphql(`
  mutation ClaimActor($input: ClaimActorInput!) {
    claimActor(input: $input) {
      ... on Registration {
        id
      }
      ...RefusedParts
      ...StaleParts
    }
  }
`);

/** `/akteure/:slug/uebernehmen`: says who one is in an organisation that has an entry, so that one may administer it. */
export function ClaimPage() {
  const t = useMessages('actors');
  return (
    <AboutActorPage
      title={t('registration.claimTitle')}
      explanation={(actor) => (actor ? t('registration.claimLead', { actor: actor.name }) : undefined)}
    >
      {(actor) => (
        <SignedInOnly>
          <Claiming actor={actor} />
        </SignedInOnly>
      )}
    </AboutActorPage>
  );
}

function Claiming({ actor }: { actor: AskedActor }) {
  const t = useMessages('actors');
  const viewer = useViewer();
  const claim = useActorClaim(actor.id);
  if (!viewer || !claim) return <Loading />;
  const back = <LinkButton to={`/akteure/${actor.slug}`}>{t('registration.back')}</LinkButton>;
  if (actsFor(viewer, actor.id, 'ADMINISTRATOR'))
    return <EmptyState step={back}>{t('registration.claimOwn', { actor: actor.name })}</EmptyState>;
  if (claim.administered) return <EmptyState step={back}>{t('registration.claimAdministered', { actor: actor.name })}</EmptyState>;
  if (claim.registration?.state === 'ASKED' || claim.registration?.state === 'QUESTIONED')
    return (
      <EmptyState step={<LinkButton to="/konto/organisationen">{t('registration.ownLink')}</LinkButton>}>
        {t('registration.claimWaits', { actor: actor.name })}
      </EmptyState>
    );
  return <ClaimForm actor={actor} />;
}

function ClaimForm({ actor }: { actor: AskedActor }) {
  const t = useMessages('actors');
  const navigate = useNavigate();
  const { send, busy, fault } = useMutationAnswer(CLAIM);
  const [id] = useState(() => newId());
  const form = useForm({
    room: 'actors',
    initial: { position: '', evidence: '' },
    check: standingRefusals,
    draft: `registration.${actor.id}`,
  });
  const submit = form.submit(async (values) => {
    const answer = await send({ input: { id, actorId: actor.id, ...values } });
    if (answer.kind === 'refused') return form.refuse(answer.refusal);
    if (answer.kind !== 'done') return;
    form.done();
    showToast({ text: t('registration.sent') });
    await navigate('/konto/organisationen');
  });
  return (
    <form noValidate onSubmit={submit}>
      <Fields>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        <StandingFields field={form.field} />
        <FormFoot>
          <Button kind="primary" type="submit" busy={busy}>
            {t('registration.send')}
          </Button>
        </FormFoot>
      </Fields>
    </form>
  );
}
