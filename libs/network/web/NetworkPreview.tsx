import { Link, useNavigate } from 'react-router';
import type { NetworkOverview } from '@knotenpunkt/network/domain';
import { SmallNetwork } from '@knotenpunkt/webkit/graph-view';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { ErrorNotice, Section } from '@knotenpunkt/webkit/ui';
import { StateLine } from './NetworkPicture';
import { useDrawing } from './useDrawing';
import { useNetworkOverview } from './useNetworkOverview';
import './network.css';

/** The network as a small picture on the first page; a click leads to the actor in the network. */
export function NetworkPreview() {
  const t = useMessages('network');
  const { overview, error, retry } = useNetworkOverview();
  if (overview?.actorCount === 0) return null;
  return (
    <Section title={t('preview.title')} beside={<Link to="/netzwerk">{t('preview.open')}</Link>}>
      {error ? (
        <ErrorNotice error={error} onRetry={retry} />
      ) : (
        <div className="network-preview">{overview ? <Preview overview={overview} /> : null}</div>
      )}
    </Section>
  );
}

function Preview({ overview }: { overview: NetworkOverview }) {
  const navigate = useNavigate();
  const drawing = useDrawing(overview);
  const choose = (id: string) => {
    const slug = overview.byId(id)?.slug;
    if (slug) void navigate(`/netzwerk?akteur=${slug}`);
  };
  return (
    <>
      <SmallNetwork {...drawing} onSelect={choose} />
      <StateLine overview={overview} />
    </>
  );
}
