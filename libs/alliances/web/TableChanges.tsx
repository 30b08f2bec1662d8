import { useCompetences } from '@knotenpunkt/actors/web';
import { useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import type { TableActor, TableChange } from './coverage';
import './alliances.css';

export interface WonAndLost {
  gains: readonly TableChange[];
  losses: readonly TableChange[];
}

/** One part of a change in words: "Wirtschaft am Tisch", "„Fahrpläne“ nur noch teilweise gedeckt". */
export function usePartWords(): (change: TableChange) => string {
  const t = useMessages('alliances');
  const language = useLanguage();
  const catalogue = useCompetences();
  return (change) => {
    if (change.type === 'BENCH') {
      const bench = t(`themes:benches.${change.id}`);
      return t(change.after > change.before ? 'page.build.benchTaken' : 'page.build.benchLeft', { bench });
    }
    const name = catalogue?.label(change.id, language) ?? change.id;
    const lost = change.after === 'none' || (change.after === 'half' && change.before === 'full');
    const key = change.after === 'full' ? 'covered' : change.after === 'none' ? 'uncovered' : lost ? 'onlyPartly' : 'partly';
    return t(`page.build.${key}`, { name });
  };
}

/** A whole change as a sentence, for those who hear it. */
export function useChangeSentence(): (change: WonAndLost) => string {
  const t = useMessages('alliances');
  const words = usePartWords();
  return ({ gains, losses }) => {
    if (gains.length + losses.length === 0) return t('page.build.nothingChanges');
    const told = (sign: 'gain' | 'loss', parts: readonly TableChange[]) =>
      parts.length > 0 ? `${t(`page.build.${sign}`)} ${parts.map(words).join(', ')}.` : '';
    return [told('gain', gains), told('loss', losses)].filter(Boolean).join(' ');
  };
}

/** What a table wins and loses, line by line; `also`: what somebody else knows to change besides. */
export function TableChanges({
  gains,
  losses,
  also = { gains: [], losses: [] },
}: WonAndLost & {
  also?: TableActor['also'];
}) {
  const t = useMessages('alliances');
  const words = usePartWords();
  if (gains.length + losses.length + also.gains.length + also.losses.length === 0)
    return <p className="alliances-candidate__why">{t('page.build.nothingChanges')}</p>;
  const line = (text: string, sign: 'gain' | 'loss') => (
    <li key={`${sign} ${text}`} className={sign === 'gain' ? 'alliances-gain' : 'alliances-loss'}>
      <span aria-hidden>{sign === 'gain' ? '+' : '−'}</span>
      <span>
        <span className="kn-hidden">{t(`page.build.${sign}`)} </span>
        {text}
      </span>
    </li>
  );
  return (
    <ul className="alliances-changes">
      {[...gains.map(words), ...also.gains].map((text) => line(text, 'gain'))}
      {[...losses.map(words), ...also.losses].map((text) => line(text, 'loss'))}
    </ul>
  );
}
