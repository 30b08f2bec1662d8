import { Link } from 'react-router';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { useCoordinates } from '@knotenpunkt/identity/web';

/** "Mehreren schreiben", beside lists of what waits, for those who coordinate; nothing for others. */
export function LettersLink() {
  const t = useMessages('coordination');
  return useCoordinates() ? <Link to="/koordination/nachfragen">{t('letters.open')}</Link> : null;
}
