import { useCoordinates } from '@knotenpunkt/identity/web';
import { graphql } from '@knotenpunkt/webkit/contract';
import { skipToken, useQuery } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { LinkButton } from '@knotenpunkt/webkit/ui';

const WAITING = graphql(`
  query RegistrationsWaiting {
    registrationsWaiting
  }
`);

/** "Organisationen prüfen (2)", on the desk of those who coordinate; nothing for others. */
export function RegistrationsLink() {
  const t = useMessages('actors');
  const coordinates = useCoordinates();
  const { data } = useQuery(WAITING, coordinates ? { fetchPolicy: 'cache-and-network' } : skipToken);
  if (!coordinates) return null;
  const count = data?.registrationsWaiting ?? 0;
  return (
    <LinkButton kind="plain" to="/koordination/organisationen">
      {count > 0 ? t('registration.deskLink', { count }) : t('registration.deskLinkNone')}
    </LinkButton>
  );
}
