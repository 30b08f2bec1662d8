import { useHref, useLocation } from 'react-router';
import { useRegion, useToday } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';

/** On paper, at the end: where the page stands, and of which day it is. */
export function PrintNote() {
  const t = useMessages('app');
  const format = useFormat();
  const { name } = useRegion();
  const date = format.date(useToday());
  const { pathname, search } = useLocation();
  const address = useHref({ pathname, search });
  return (
    <p className="kn-print-only kn-print-note">
      {t('layout.printed', { region: name, date })}
      <br />
      {window.location.origin + address}
    </p>
  );
}
