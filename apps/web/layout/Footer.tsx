import { Link } from 'react-router';
import { useConfiguration, useRegion } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { FactLine, TextButton } from '@knotenpunkt/webkit/ui';
import './footer.css';

export function Footer({ onKeys }: { onKeys: () => void }) {
  const t = useMessages('app');
  const { operator } = useConfiguration();
  const { example } = useRegion();
  return (
    <footer className="kn-footer kn-no-print">
      <p>
        <FactLine
          parts={[operator?.name ? t('footer.operator', { name: operator.name }) : t('footer.product'), example && t('footer.demo')]}
        />
      </p>
      <nav aria-label={t('footer.label')}>
        <ul>
          <li>
            <Link to="/impressum">{t('footer.imprint')}</Link>
          </li>
          <li>
            <Link to="/datenschutz">{t('footer.privacy')}</Link>
          </li>
          <li>
            <Link to="/barrierefreiheit">{t('footer.accessibility')}</Link>
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
