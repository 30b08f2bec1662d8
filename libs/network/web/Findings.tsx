import { useEffect } from 'react';
import type { NetworkOverview, OverviewActor } from '@knotenpunkt/network/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useQuery } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { KindMark } from '@knotenpunkt/webkit/ui';

const FINDINGS = graphql(`
  query NetworkFindings {
    networkFindings {
      bridges {
        actorId
        cutOff
      }
      unmetBenches {
        kinds
        actors
      }
      atEdge
    }
  }
`);

/** What is worth looking at, each a line that opens. */
export function Findings({ overview, onChoose }: { overview: NetworkOverview; onChoose: (slug: string) => void }) {
  const t = useMessages('network');
  const { data, refetch } = useQuery(FINDINGS);
  useEffect(() => void refetch(), [overview.seq, refetch]);
  const found = data?.networkFindings;
  if (!found) return null;
  const row = (actor: OverviewActor | null, note?: string) =>
    actor ? (
      <li key={actor.id}>
        <button type="button" className="network-row" onClick={() => onChoose(actor.slug)}>
          <KindMark kind={actor.kind} size={16} />
          <span className="network-row__text">
            {actor.label}
            {note ? <span className="kn-meta"> – {note}</span> : null}
          </span>
        </button>
      </li>
    ) : null;
  const { bridges, unmetBenches, atEdge } = found;
  return (
    <section aria-labelledby="network-findings" className="network-findings">
      <h2 id="network-findings" className="network-filter__title">
        {t('findings.title')}
      </h2>
      {bridges.length + unmetBenches.length + atEdge.length === 0 ? <p className="kn-meta">{t('findings.none')}</p> : null}
      {bridges.length > 0 ? (
        <details>
          <summary>{t('findings.bridges', { count: bridges.length })}</summary>
          <ul>{bridges.map(({ actorId, cutOff }) => row(overview.byId(actorId), t('findings.bridge', { count: cutOff })))}</ul>
        </details>
      ) : null}
      {unmetBenches.length > 0 ? (
        <details>
          <summary>{t('findings.benches', { count: unmetBenches.length })}</summary>
          <ul>
            {unmetBenches.map(({ kinds: [one, other], actors: [n, m] }) => (
              <li key={`${one} ${other}`} className="network-findings__pair">
                <KindMark kind={one!} size={16} silent />
                <KindMark kind={other!} size={16} silent />
                <span>{t('findings.bench', { one: t(`webkit:kinds.${one}`), other: t(`webkit:kinds.${other}`), n, m })}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {atEdge.length > 0 ? (
        <details>
          <summary>{t('findings.edge', { count: atEdge.length })}</summary>
          <ul>{atEdge.map((id) => row(overview.byId(id)))}</ul>
        </details>
      ) : null}
    </section>
  );
}
