import type { NetworkOverview, OverviewActor } from '@knotenpunkt/network/domain';
import { graphql, readFragment } from '@knotenpunkt/webkit/contract';
import { useLiveChanges, useQuery } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { CloseIcon, ErrorNotice, GradeLine, IconButton, Loading, ProvenanceNote } from '@knotenpunkt/webkit/ui';
import { TIE_PARTS, TieSentence, type ReasonData, type TieData } from '../TieEntry';
import { StrengthLine } from './StrengthLine';
import '../panel.css';
import './closer.css';

const EVIDENCE = graphql(`
  query TieEvidence($a: ID!, $b: ID!, $asOf: LocalDate) {
    tieEvidence(a: $a, b: $b, asOf: $asOf) {
      ...TieParts
    }
  }
`);

export interface TieEvidenceProps {
  overview: NetworkOverview;
  /** The day that is told; null: today. */
  asOf: string | null;
  one: OverviewActor;
  other: OverviewActor;
  onClose: () => void;
}

/** Everything one tie comes from: what, in which roles, since when, how strong and how faded, with links to it. */
export function TieEvidence({ overview, asOf, one, other, onClose }: TieEvidenceProps) {
  const t = useMessages('network');
  const format = useFormat();
  const { data, loading, error, refetch } = useQuery(EVIDENCE, { variables: { a: one.id, b: other.id, asOf } });
  useLiveChanges([], () => void refetch());
  const tie: TieData | null = data?.tieEvidence ? readFragment(TIE_PARTS, data.tieEvidence) : null;
  return (
    <section aria-labelledby="network-evidence" className="network-evidence">
      <header className="network-evidence__head">
        <h2 id="network-evidence">{t('closer.evidence.title', { one: one.label, other: other.label })}</h2>
        <IconButton label={t('closer.evidence.close')} onClick={onClose}>
          <CloseIcon />
        </IconButton>
      </header>
      {loading && !data ? <Loading /> : null}
      {error && !data ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {data && !tie ? <p>{t('closer.evidence.none', { one: one.label, other: other.label })}</p> : null}
      {tie ? (
        <>
          <p className="network-tie__meta">
            <GradeLine grade={tie.grade} silent />
            <span>
              {t(`webkit:grades.${tie.grade}`)}, {t('panel.since', { date: format.month(tie.since) })}
            </span>
          </p>
          <p>
            <StrengthLine {...tie} />
          </p>
          <h3>{t('closer.evidence.reasons', { count: tie.reasons.length })}</h3>
          <ul className="network-evidence__reasons">
            {tie.reasons.map((reason) => (
              <li key={reason.nodeId}>
                <p>
                  <TieSentence tie={tie} reason={reason} />
                </p>
                <p className="kn-meta">
                  <ReasonMeta reason={reason} today={asOf ?? overview.asOf} />
                </p>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

function ReasonMeta({ reason, today }: { reason: ReasonData; today: string }) {
  const t = useMessages('network');
  const format = useFormat();
  const period = format.period({ date: reason.since }, reason.until ? { date: reason.until } : null, today);
  return (
    <>
      {t(`webkit:grades.${reason.grade}`)} · {period} · <StrengthLine {...reason} />
      {reason.sourceNote ? (
        <>
          {' '}
          <ProvenanceNote />
        </>
      ) : null}
    </>
  );
}
