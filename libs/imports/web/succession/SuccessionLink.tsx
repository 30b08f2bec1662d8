import { useCoordinates, useViewer } from '@knotenpunkt/identity/web';
import { actsFor } from '@knotenpunkt/identity/domain';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { LinkButton, Section } from '@knotenpunkt/webkit/ui';
import { useSuccessionsOfActor } from './useSuccessions';

/** "Zusammenschluss festhalten", for those who administer an organisation and the coordination; nothing for others, or where it is closed. */
export function SuccessionLink({ actor }: { actor: { id: string; slug: string } }) {
  const t = useMessages('imports');
  const viewer = useViewer();
  const coordinates = useCoordinates() === true;
  const found = useSuccessionsOfActor(actor.slug);
  const may = coordinates || (viewer !== null && actsFor(viewer, actor.id, 'ADMINISTRATOR'));
  if (!may || !found || found.succeededBy) return null;
  return (
    <Section title={t('succession.linkTitle')} explanation={t('succession.linkLead')}>
      <LinkButton to={`/akteure/${actor.slug}/zusammenschluss`}>{t('succession.link')}</LinkButton>
    </Section>
  );
}

/** "Zusammenschlüsse", on the desk of those who coordinate; nothing for others. */
export function SuccessionsLink() {
  const t = useMessages('imports');
  return useCoordinates() === true ? (
    <LinkButton kind="plain" to="/koordination/zusammenschluesse">
      {t('succession.open')}
    </LinkButton>
  ) : null;
}
