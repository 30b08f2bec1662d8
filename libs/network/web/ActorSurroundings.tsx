import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import { graphql, readFragment } from '@knotenpunkt/webkit/contract';
import { useLiveChanges, useQuery } from '@knotenpunkt/webkit/data';
import { SmallNetwork } from '@knotenpunkt/webkit/graph-view';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { ErrorNotice, GradeLine, KindMark, Loading, Section } from '@knotenpunkt/webkit/ui';
import { GRADES } from '@knotenpunkt/kernel';
import { otherEnd, TIE_PARTS } from './TieEntry';
import './network.css';

const AROUND = graphql(`
  query ActorAround($actorId: ID!) {
    surroundings(actorId: $actorId, depth: 1) {
      actor {
        id
        label
        slug
        kind
      }
      nodes {
        distance
        actor {
          id
          label
          slug
          kind
        }
      }
      ties {
        ...TieParts
      }
    }
  }
`);

/** More would not be readable in a small picture. */
const MOST_SHOWN = 14;

/** Whom an actor is tied to, as a small picture with the same in words; for the Steckbrief. */
export function ActorSurroundings({ actor: { id: actorId } }: { actor: { id: string } }) {
  const t = useMessages('network');
  const navigate = useNavigate();
  const { data, error, loading, refetch } = useQuery(AROUND, { variables: { actorId } });
  useLiveChanges([], () => void refetch());
  const around = data?.surroundings;
  const drawn = useMemo(() => {
    if (!around) return null;
    const all = readFragment(TIE_PARTS, around.ties);
    const own = all.filter(({ a, b }) => a.id === actorId || b.id === actorId);
    const strongest = [...own].sort((p, q) => q.strength - p.strength).slice(0, MOST_SHOWN);
    const shown = new Set([actorId, ...strongest.map((tie) => otherEnd(tie as never, actorId).id)]);
    const nodes = around.nodes.filter(({ actor }) => shown.has(actor.id)).map(({ actor }) => actor);
    const ties = all.filter(({ a, b }) => shown.has(a.id) && shown.has(b.id)).map(({ a, b, grade }) => ({ a: a.id, b: b.id, grade }));
    const degree = (id: string) => ties.filter(({ a, b }) => a === id || b === id).length;
    return {
      nodes: nodes.map(({ id, label, kind }) => ({ id, label, kind, degree: degree(id), community: null })),
      ties,
      neighbours: strongest.map((tie) => ({ ...otherEnd(tie as never, actorId), grade: tie.grade })),
      slugs: new Map(nodes.map(({ id, slug }) => [id, slug])),
    };
  }, [around, actorId]);
  if (error && !around) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (loading && !around) return <Loading />;
  if (!around || !drawn) return null;
  const open = <Link to={`/netzwerk?akteur=${around.actor.slug}`}>{t('surroundings.open')}</Link>;
  const grades = GRADES.filter((grade) => drawn.ties.some((tie) => tie.grade === grade));
  return (
    <Section title={t('surroundings.title')} beside={drawn.ties.length > 0 ? open : undefined}>
      {drawn.ties.length === 0 ? (
        <p className="kn-muted">{t('surroundings.none')}</p>
      ) : (
        <>
          <SmallNetwork
            nodes={drawn.nodes}
            ties={drawn.ties}
            centerId={actorId}
            framed
            onSelect={(id) => void navigate(`/akteure/${drawn.slugs.get(id)}`)}
          />
          <ul className="network-key">
            {grades.map((grade) => (
              <li key={grade}>
                <GradeLine grade={grade} silent /> {t(`webkit:grades.${grade}`)}
              </li>
            ))}
          </ul>
          <ul className="kn-hidden network-neighbours">
            {drawn.neighbours.map(({ id, label, slug, kind, grade }) => (
              <li key={id}>
                <Link to={`/akteure/${slug}`}>
                  <KindMark kind={kind} /> {label}
                </Link>
                : {t(`webkit:grades.${grade}`)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
