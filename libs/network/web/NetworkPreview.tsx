import { Link, useNavigate } from 'react-router';
import { SmallNetwork } from '@knotenpunkt/webkit/graph-view';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { ErrorNotice, Section } from '@knotenpunkt/webkit/ui';
import { StateLine } from './NetworkPicture';
import { useDrawing } from './useDrawing';
import { useFirstPicture, useNetworkOverview, type FirstPicture } from './useNetworkOverview';
import './network.css';

/** The network as a small picture on the first page; a click leads to the actor in the network. */
export function NetworkPreview() {
  const t = useMessages('network');
  const answer = useNetworkOverview();
  const { error, retry } = answer;
  const seen = useFirstPicture(answer);
  if (seen?.overview.actorCount === 0) return null;
  return (
    <Section title={t('preview.title')} beside={<Link to="/netzwerk">{t('preview.open')}</Link>}>
      {error ? <ErrorNotice error={error} onRetry={retry} /> : <div className="network-preview">{seen ? <Preview {...seen} /> : null}</div>}
    </Section>
  );
}

function Preview({ overview, first }: FirstPicture) {
  const navigate = useNavigate();
  const drawing = useDrawing(overview, {}, first);
  const choose = (id: string) => {
    const slug = overview.byId(id)?.slug;
    if (slug) void navigate(`/netzwerk?akteur=${slug}`);
  };
  return (
    <>
      <SmallNetwork {...drawing} onSelect={choose} />
      <StateLine overview={overview} first={first} />
    </>
  );
}
