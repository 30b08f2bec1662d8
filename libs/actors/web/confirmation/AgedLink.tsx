import { useCoordinates } from '@knotenpunkt/identity/web';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { LinkButton } from '@knotenpunkt/webkit/ui';

/** "Lange nicht bestätigt", on the desk of those who coordinate; nothing for others. */
export function AgedLink() {
  const t = useMessages('actors');
  return useCoordinates() ? (
    <LinkButton kind="plain" to="/koordination/bestaetigungen">
      {t('aged.open')}
    </LinkButton>
  ) : null;
}
