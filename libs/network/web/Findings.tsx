import { useEffect, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useOwnActors } from '@knotenpunkt/actors/web';
import type { NetworkOverview } from '@knotenpunkt/network/domain';
import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useQuery } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { TextButton } from '@knotenpunkt/webkit/ui';
import { ApartLine, BenchLine, BridgeLine, EdgeLine, type FindingContext } from './closer/FindingLines';
import type { NetworkParts } from './page';
import './closer/closer.css';

const FINDINGS = graphql(`
  query NetworkFindings {
    networkFindings {
      bridges {
        actorId
        cutOff
        meeting {
          a
          b
          through
        }
      }
      bridgeCount
      unmetBenches {
        kinds
        actors
        meeting {
          a
          b
          through
        }
      }
      edgeActors {
        actorId
        tiedTo
        meeting {
          a
          b
          through
        }
      }
      atEdgeCount
      apart {
        communities
        theme
        actors
        foremost
      }
    }
  }
`);

export type FoundMissing = ResultOf<typeof FINDINGS>['networkFindings'];

/** So many of a kind are told before one asks for all. */
const FIRST_TOLD = 8;

export interface FindingsProps {
  overview: NetworkOverview;
  onChoose: (slug: string) => void;
  parts: NetworkParts;
}

/** What is missing in the network, each with its reason and with what one can do about it. */
export function Findings({ overview, onChoose, parts }: FindingsProps) {
  const t = useMessages('network');
  const own = useOwnActors();
  const { data, refetch } = useQuery(FINDINGS);
  useEffect(() => void refetch(), [overview.seq, refetch]);
  const found = data?.networkFindings;
  if (!found) return null;
  const { bridges, bridgeCount, unmetBenches, edgeActors, atEdgeCount, apart } = found;
  const context: FindingContext = { overview, onChoose, introduce: parts.introduce };
  const nothing = bridges.length + unmetBenches.length + edgeActors.length + apart.length === 0;
  return (
    <section aria-labelledby="network-findings" className="network-findings">
      <h2 id="network-findings" className="network-filter__title">
        {t('findings.title')}
      </h2>
      {nothing ? <p className="kn-meta">{t('findings.none')}</p> : null}
      <Finding title={t('findings.bridges', { count: bridgeCount })}>
        {bridges.map((bridge) => (
          <BridgeLine key={bridge.actorId} bridge={bridge} {...context} />
        ))}
      </Finding>
      <Finding title={t('findings.benches', { count: unmetBenches.length })}>
        {unmetBenches.map((benches) => (
          <BenchLine key={benches.kinds.join(' ')} benches={benches} {...context} />
        ))}
      </Finding>
      <Finding title={t('closer.findings.apart', { count: apart.length })}>
        {apart.map((pair) => (
          <ApartLine key={pair.communities.join(' ')} apart={pair} {...context} />
        ))}
      </Finding>
      <Finding title={t('findings.edge', { count: atEdgeCount })}>
        {edgeActors.map((actor) => (
          <EdgeLine key={actor.actorId} edge={actor} {...context} />
        ))}
      </Finding>
      {own && !own.signedIn && !nothing ? (
        <p className="kn-meta">
          {t('closer.findings.visitors')} <Link to="/anmelden?zurueck=/netzwerk">{t('closer.findings.signIn')}</Link>
        </p>
      ) : null}
    </section>
  );
}

/** One kind of finding, a line that opens; nothing where nothing was found. */
function Finding({ title, children }: { title: string; children: ReactNode[] }) {
  const t = useMessages('network');
  const [open, setOpen] = useState(false);
  const [all, setAll] = useState(false);
  if (children.length === 0) return null;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {/* Lines ask who may act: only once somebody looks. */}
      {open ? <ul>{all ? children : children.slice(0, FIRST_TOLD)}</ul> : null}
      {open && !all && children.length > FIRST_TOLD ? (
        <TextButton onClick={() => setAll(true)}>{t('communities.more', { count: children.length - FIRST_TOLD })}</TextButton>
      ) : null}
    </details>
  );
}
