import { Link, useLocation } from 'react-router';
import { DUTY_ADDRESSES, DUTY_PAGES } from '@knotenpunkt/moderation/domain';
import { useConfiguration, useRegion } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { FactLine, TextButton } from '@knotenpunkt/webkit/ui';
import './footer.css';

export function Footer({ onKeys }: { onKeys: () => void }) {
  const t = useMessages('app');
  const duties = useMessages('moderation');
  const { operator } = useConfiguration();
  const { example } = useRegion();
  const { pathname } = useLocation();
  return (
    <footer className="kn-footer kn-no-print">
      <p>
        <FactLine
          parts={[operator?.name ? t('footer.operator', { name: operator.name }) : t('footer.product'), example && t('footer.demo')]}
        />
      </p>
      <nav aria-label={t('footer.label')}>
        <ul>
          {DUTY_PAGES.map((page) => (
            <li key={page}>
              <Link to={`/${DUTY_ADDRESSES[page]}`}>{duties(`duty.pages.${page}`)}</Link>
            </li>
          ))}
          <li>
            <Link to={`/barriere-melden?${new URLSearchParams({ seite: reportedPage(pathname) }).toString()}`}>
              {duties('barrier.link')}
            </Link>
          </li>
          <li>
            <Link to="/daten/offen">{t('footer.openData')}</Link>
          </li>
          <li>
            <TextButton onClick={onKeys}>{t('footer.keys')}</TextButton>
          </li>
        </ul>
      </nav>
    </footer>
  );
}

/** Without what looks like the random part of a link in a mail: that is a secret of its reader. */
function reportedPage(pathname: string): string {
  return pathname
    .split('/')
    .filter((part) => part.length < 30 || !/[A-Z]/.test(part))
    .join('/');
}
