import { Link, useLocation } from 'react-router';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Notice } from '@knotenpunkt/webkit/ui';
import { useViewer } from './useViewer';

/** Leads whoever has an office that waits for a second factor to the place where it is set up. */
export function SecondFactorNotice() {
  const t = useMessages('identity');
  const viewer = useViewer();
  const { pathname } = useLocation();
  if (!viewer?.awaitsSecondFactor) return null;
  const there = pathname.endsWith('/konto/sicherheit');
  return (
    <Notice tone="due" ways={there ? undefined : <Link to="/konto/sicherheit">{t('security.awaitsWay')}</Link>}>
      {t('security.awaits')}
    </Notice>
  );
}
