import { Link } from 'react-router';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import './parts.css';

export interface Crumb {
  label: string;
  /** Left out for the place one is at. */
  to?: string;
}

/** Where this page stands: "Akteure / Wirtschaft". On the phone the nearest place above, as a way back. */
export function Breadcrumbs({ crumbs }: { crumbs: Crumb[] }) {
  const t = useMessages('webkit');
  return (
    <nav className="kn-breadcrumbs" aria-label={t('breadcrumbs.label')}>
      <ol>
        {crumbs.map(({ label, to }) => (
          <li key={label}>{to ? <Link to={to}>{label}</Link> : <span>{label}</span>}</li>
        ))}
      </ol>
    </nav>
  );
}
