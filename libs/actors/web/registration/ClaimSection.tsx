import { actsFor } from '@knotenpunkt/identity/domain';
import { useViewer } from '@knotenpunkt/identity/web';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { LinkButton, Section } from '@knotenpunkt/webkit/ui';
import { useActorClaim } from './useActorClaim';

/** On the Steckbrief of an organisation nobody administers: the way to take the entry over. Nothing for its own people. */
export function ClaimSection({ actor }: { actor: { id: string; slug: string; name: string } }) {
  const t = useMessages('actors');
  const viewer = useViewer();
  const claim = useActorClaim(actor.id);
  if (!viewer || !claim || claim.administered || actsFor(viewer, actor.id, 'EDITOR')) return null;
  const waits = claim.registration?.state === 'ASKED' || claim.registration?.state === 'QUESTIONED';
  return (
    <Section
      title={t('registration.claimQuestion', { actor: actor.name })}
      explanation={waits ? t('registration.claimWaits', { actor: actor.name }) : t('registration.claimExplanation')}
    >
      {waits ? (
        <LinkButton to="/konto/organisationen">{t('registration.ownLink')}</LinkButton>
      ) : (
        <LinkButton to={`/akteure/${actor.slug}/uebernehmen`}>{t('registration.claim')}</LinkButton>
      )}
    </Section>
  );
}
