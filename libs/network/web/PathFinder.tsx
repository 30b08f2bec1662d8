import { useMemo, useRef } from 'react';
import type { NetworkOverview } from '@knotenpunkt/network/domain';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { ErrorNotice, Loading, TextButton } from '@knotenpunkt/webkit/ui';
import { ActorBox } from './closer/ActorBox';
import type { Ways, WaysAnswer } from './closer/useWays';
import { Way, type IntroducePart } from './closer/Way';
import { useFocusAfterAct } from './useFocusAfterAct';
import './path.css';

export interface PathFinderProps {
  overview: NetworkOverview;
  from: { id: string; label: string };
  to: { id: string; label: string } | null;
  answer: WaysAnswer;
  onTarget: (slug: string | null) => void;
  onChoose: (slug: string) => void;
  introduce: IntroducePart;
}

/** The ways from the chosen actor to another: the best told step by step, the others to open, who could introduce whom on each. */
export function PathFinder({ overview, from, to, answer, onTarget, onChoose, introduce }: PathFinderProps) {
  const t = useMessages('network');
  const without = useMemo(() => [from.id], [from.id]);
  const finder = useRef<HTMLDivElement>(null);
  const acts = useFocusAfterAct(finder, 'h3, input', to?.id);
  const aim = (slug: string | null) => {
    acts();
    onTarget(slug);
  };
  if (!to) {
    return (
      <div ref={finder} className="network-path">
        <ActorBox id="network-target" label={t('path.to')} overview={overview} without={without} onChoose={aim} />
      </div>
    );
  }
  const { ways, loading, error, retry } = answer;
  return (
    <div ref={finder} className="network-path network-path--told" aria-live="polite">
      <div className="network-path__head">
        <h3 tabIndex={-1}>{t('path.heading', { name: to.label })}</h3>
        <TextButton onClick={() => aim(null)}>{t('path.change')}</TextButton>
      </div>
      {loading ? <Loading /> : null}
      {error ? <ErrorNotice error={error} onRetry={retry} /> : null}
      {ways && ways.paths.length === 0 ? (
        <p>
          {t('path.none', { from: from.label, to: to.label })} {t('closer.ways.filtersCount')}
        </p>
      ) : null}
      {ways && ways.paths.length > 0 ? <ToldWays ways={ways} onChoose={onChoose} introduce={introduce} /> : null}
    </div>
  );
}

function ToldWays({ ways, onChoose, introduce }: { ways: Ways; onChoose: (slug: string) => void; introduce: IntroducePart }) {
  const t = useMessages('network');
  const format = useFormat();
  const [first, ...others] = ways.paths;
  const nameOf = (id: string) => ways.actors.get(id)?.label ?? '';
  return (
    <>
      <p className="kn-meta">
        {t('path.summary', {
          steps: t('path.steps', { count: ways.length ?? 0 }),
          ways: t('closer.ways.count', { count: ways.count, number: format.number(ways.count) }),
        })}
      </p>
      <Way path={first!} ways={ways} onChoose={onChoose} introduce={introduce} />
      {others.length > 0 ? (
        <details className="network-ways">
          <summary>{t('path.more', { count: others.length })}</summary>
          {ways.count > ways.paths.length ? <p className="kn-meta">{t('closer.ways.best', { count: ways.paths.length })}</p> : null}
          <ol>
            {others.map((path) => (
              <li key={path.join(' ')}>
                <details>
                  <summary>{t('closer.ways.over', { names: path.slice(1, -1).map(nameOf).join(' → ') })}</summary>
                  <Way path={path} ways={ways} onChoose={onChoose} introduce={introduce} />
                </details>
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </>
  );
}
