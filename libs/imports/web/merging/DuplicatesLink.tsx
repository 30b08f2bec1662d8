import { useCoordinates } from '@knotenpunkt/identity/web';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { LinkButton } from '@knotenpunkt/webkit/ui';
import { useDuplicatesWaiting } from './useMerging';

/** "Doppelte Einträge", on the desk of those who coordinate, with how many wait; nothing for others. */
export function DuplicatesLink() {
  const t = useMessages('imports');
  const coordinates = useCoordinates() === true;
  const waiting = useDuplicatesWaiting(coordinates);
  return coordinates ? (
    <LinkButton kind="plain" to="/koordination/doppelte">
      {waiting ? t('merging.openWithCount', { count: waiting > 99 ? '99+' : String(waiting) }) : t('merging.open')}
    </LinkButton>
  ) : null;
}
