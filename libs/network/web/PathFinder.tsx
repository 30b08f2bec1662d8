import { useMemo, type ReactNode } from 'react';
import type { NetworkOverview } from '@knotenpunkt/network/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { skipToken, useQuery } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { ComboBox, ErrorNotice, KindMark, Loading, TextButton } from '@knotenpunkt/webkit/ui';
import { readTies, TieSentence, type TieData } from './TieEntry';
import './path.css';

const PATHS = graphql(`
  query NetworkPaths($from: ID!, $to: ID!) {
    paths(from: $from, to: $to) {
      length
      count
      paths
      actors {
        id
        label
        slug
        kind
      }
      ties {
        ...TieParts
      }
    }
  }
`);

export interface Ways {
  length: number | null;
  count: number;
  paths: readonly (readonly string[])[];
  actors: ReadonlyMap<string, { id: string; label: string; slug: string; kind: string }>;
  ties: readonly TieData[];
}

/** The shortest ways between two actors; null while nobody asked or the answer is on its way. */
export function useWays(from: string | null, to: string | null) {
  const { data, loading, error, refetch } = useQuery(PATHS, from && to ? { variables: { from, to } } : skipToken);
  const ways = useMemo<Ways | null>(() => {
    if (!data || !from || !to) return null;
    const { length, count, paths, actors, ties } = data.paths;
    return { length: length ?? null, count, paths, actors: new Map(actors.map((actor) => [actor.id, actor])), ties: readTies(ties) };
  }, [data, from, to]);
  return { ways, loading: loading && !ways, error: ways ? null : error, retry: () => void refetch() };
}

/** What to do about two between whom one stands: the later room that introduces people brings it. */
export type IntroducePart = (about: { a: { id: string; name: string }; b: { id: string; name: string }; through: string }) => ReactNode;

export interface PathFinderProps {
  overview: NetworkOverview;
  from: { id: string; label: string };
  to: { id: string; label: string } | null;
  answer: ReturnType<typeof useWays>;
  onTarget: (slug: string | null) => void;
  onChoose: (slug: string) => void;
  introduce: IntroducePart;
}

/** The way from the chosen actor to another, told step by step with what ties each two. */
export function PathFinder({ overview, from, to, answer, onTarget, onChoose, introduce }: PathFinderProps) {
  const t = useMessages('network');
  const options = useMemo(
    () =>
      overview.actors
        .filter(({ id }) => id !== from.id)
        .map((actor) => ({
          id: actor.slug,
          text: actor.name,
          content: (
            <span className="network-option">
              <KindMark kind={actor.kind} size={16} /> {actor.name}
            </span>
          ),
        }))
        .sort((p, q) => p.text.localeCompare(q.text, 'de')),
    [overview, from.id],
  );
  if (!to) {
    return (
      <div className="network-path">
        <ComboBox id="network-target" name="target" label={t('path.to')} options={options} value={null} onChange={onTarget} />
      </div>
    );
  }
  const { ways, loading, error, retry } = answer;
  const path = ways?.paths[0];
  return (
    <div className="network-path network-path--told" aria-live="polite">
      <div className="network-path__head">
        <h3>{t('path.heading', { name: to.label })}</h3>
        <TextButton onClick={() => onTarget(null)}>{t('path.change')}</TextButton>
      </div>
      {loading ? <Loading /> : null}
      {error ? <ErrorNotice error={error} onRetry={retry} /> : null}
      {ways && !path ? <p>{t('path.none', { from: from.label, to: to.label })}</p> : null}
      {ways && path ? (
        <>
          <p className="kn-meta">
            {t('path.summary', { steps: t('path.steps', { count: ways.length ?? 0 }), ways: t('path.ways', { count: ways.count }) })}
          </p>
          <Steps path={path} ways={ways} onChoose={onChoose} />
          {path.length === 3 ? (
            <div className="network-path__acts">
              {introduce({ a: { id: from.id, name: from.label }, b: { id: to.id, name: to.label }, through: path[1]! })}
            </div>
          ) : null}
        </>
      ) : null}
    </div>
  );
}

function Steps({ path, ways, onChoose }: { path: readonly string[]; ways: Ways; onChoose: (slug: string) => void }) {
  return (
    <ol className="network-steps">
      {path.map((id, at) => {
        const actor = ways.actors.get(id);
        const next = path[at + 1];
        const tie = next ? ways.ties.find(({ a, b }) => (a.id === id && b.id === next) || (b.id === id && a.id === next)) : undefined;
        const reason = tie?.reasons[0];
        if (!actor) return null;
        return (
          <li key={id} className="network-step">
            <KindMark kind={actor.kind} size={18} />
            <div>
              <TextButton onClick={() => onChoose(actor.slug)}>{actor.label}</TextButton>
              {tie && reason ? (
                <p>
                  <TieSentence tie={tie} reason={reason} />
                </p>
              ) : null}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
