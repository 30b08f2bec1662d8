import { useCoordinates } from '@knotenpunkt/identity/web';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { LinkButton } from '@knotenpunkt/webkit/ui';

/** "Listen importieren", on the desk of those who coordinate; nothing for others. */
export function ImportLink() {
  const t = useMessages('imports');
  return useCoordinates() ? (
    <LinkButton kind="plain" to="/koordination/import">
      {t('import.open')}
    </LinkButton>
  ) : null;
}
