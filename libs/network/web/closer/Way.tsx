import type { ReactNode } from 'react';
import { firstIntroduction } from '@knotenpunkt/network/domain';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { KindMark, TextButton } from '@knotenpunkt/webkit/ui';
import { TieSentence } from '../TieEntry';
import type { Ways } from './useWays';

/** What to do about two between whom one stands: the later room that introduces people brings it. */
export type IntroducePart = (about: { a: { id: string; name: string }; b: { id: string; name: string }; through: string }) => ReactNode;

export interface WayProps {
  path: readonly string[];
  ways: Ways;
  onChoose: (slug: string) => void;
  introduce: IntroducePart;
}

/** One way, told step by step with what ties each two, and who could introduce whom on it. */
export function Way({ path, ways, onChoose, introduce }: WayProps) {
  return (
    <>
      <ol className="network-steps">
        {path.map((id, at) => {
          const actor = ways.actors.get(id);
          const next = path[at + 1];
          const tie = next ? ways.tieBetween(id, next) : undefined;
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
      {path.length > 2 ? <WhoIntroduces path={path} ways={ways} introduce={introduce} /> : null}
    </>
  );
}

/** Who would be asked to introduce whom, why that one, and the way to ask. */
function WhoIntroduces({ path, ways, introduce }: Omit<WayProps, 'onChoose'>) {
  const t = useMessages('network');
  const first = firstIntroduction(path, ways.gradeBetween);
  const nameOf = (id: string) => ways.actors.get(id)?.label ?? '';
  if (!first) return <p className="kn-meta">{t('closer.ways.onlyMet')}</p>;
  const { a, b, through } = first;
  const names = { through: nameOf(through), a: nameOf(a), b: nameOf(b) };
  return (
    <div className="network-path__acts">
      <p className="kn-meta">
        {t('closer.ways.introduces', names)} {path.length > 3 ? t('closer.ways.firstStep', { target: nameOf(path.at(-1)!) }) : null}
      </p>
      {introduce({ a: { id: a, name: names.a }, b: { id: b, name: names.b }, through })}
    </div>
  );
}
