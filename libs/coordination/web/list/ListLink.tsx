import { useMessages } from '@knotenpunkt/webkit/i18n';
import { LinkButton } from '@knotenpunkt/webkit/ui';
import { useCoordinates } from '@knotenpunkt/identity/web';

/** "Liste einlesen (XLSX)", on the desk of those who coordinate; nothing for others. */
export function ListLink() {
  const t = useMessages('coordination');
  return useCoordinates() ? (
    <LinkButton kind="plain" to="/koordination/liste">
      {t('list.open')}
    </LinkButton>
  ) : null;
}
