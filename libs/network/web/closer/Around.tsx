import { ringsOf, STEPS, type NetworkView, type Shown } from '@knotenpunkt/network/domain';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { ErrorNotice, KindMark, Loading, Segments, TextButton } from '@knotenpunkt/webkit/ui';
import { HiddenClassesNote } from './HiddenClassesNote';
import type { AroundAnswer, AroundNode } from './useAround';
import './closer.css';

export interface AroundProps {
  actor: { id: string; label: string };
  view: NetworkView;
  answer: AroundAnswer;
  shown: Shown;
  /** Whether the picture looks around others as well: several are chosen, or a way is told. */
  several: boolean;
  onChange: (part: Partial<NetworkView>) => void;
  onChoose: (slug: string) => void;
  /** The list has all rings open; beside the picture they open by hand. */
  open?: boolean;
}

/** How far around the chosen actor one looks, and who is found there, ring by ring. */
export function Around({ actor, view, answer, shown, several, onChange, onChoose, open = false }: AroundProps) {
  const t = useMessages('network');
  const { around, loading, error, retry } = answer;
  const rings = around ? ringsOf(around.nodes, around.ties) : [];
  const byId = new Map(around?.nodes.map((node) => [node.id, node]));
  return (
    <section aria-labelledby="network-around" className="network-around">
      <h2 id="network-around">{t('closer.around.title')}</h2>
      <Segments
        label={t('closer.around.steps', { name: actor.label })}
        value={String(view.steps)}
        options={STEPS.map((steps) => ({ value: String(steps), label: steps === 0 ? t('closer.around.all') : String(steps) }))}
        onChange={(value) => onChange({ steps: STEPS.find((steps) => String(steps) === value) ?? 0 })}
      />
      {view.steps === 0 ? (
        <p className="kn-meta">{t('closer.around.hint')}</p>
      ) : (
        <p className="kn-meta" role="status">
          {t(several ? 'closer.around.shownAll' : 'closer.around.shown', {
            actors: t('state.actors', { count: shown.actorCount }),
            ties: t('state.ties', { count: shown.tieCount }),
          })}{' '}
          {around?.truncated ? t('closer.around.truncated') : ''}
        </p>
      )}
      {view.steps > 0 ? <HiddenClassesNote view={view} /> : null}
      {loading ? <Loading /> : null}
      {error ? <ErrorNotice error={error} onRetry={retry} /> : null}
      {view.steps > 0
        ? rings.map(({ distance, members }) => (
            <details key={distance} className="network-ring" open={open}>
              <summary>
                {t('closer.around.ring', {
                  steps: t('path.steps', { count: distance }),
                  actors: t('state.actors', { count: members.length }),
                })}
              </summary>
              <ul>
                {members.map(({ node, via }) => (
                  <Member key={node.id} node={node} via={via === null ? null : (byId.get(via) ?? null)} onChoose={onChoose} />
                ))}
              </ul>
            </details>
          ))
        : null}
      {view.steps > 0 && around && rings.length === 0 ? <p>{t('closer.around.nobody', { name: actor.label })}</p> : null}
    </section>
  );
}

function Member({ node, via, onChoose }: { node: AroundNode; via: AroundNode | null; onChoose: (slug: string) => void }) {
  const t = useMessages('network');
  return (
    <li>
      <KindMark kind={node.kind} size={16} />
      <span>
        <TextButton onClick={() => onChoose(node.slug)}>{node.name}</TextButton>
        {via ? <span className="kn-meta"> {t('closer.around.via', { name: via.label })}</span> : null}
      </span>
    </li>
  );
}
