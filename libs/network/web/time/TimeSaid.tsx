import { useEffect, useState } from 'react';
import type { Grade } from '@knotenpunkt/kernel';
import type { NetworkChanges } from '@knotenpunkt/network/domain';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import type { TimeOfPage } from './useTime';

/** A day is said when it stands for so long. Milliseconds. */
const REST = 900;

/** What has become of the page, politely: the day when it stands, and in one sentence what came. */
export function TimeSaid({ time, changed }: { time: TimeOfPage; changed: NetworkChanges | null }) {
  const t = useMessages('network');
  const format = useFormat();
  const { overview, film } = time;
  const day = t('time.said', { date: format.date(overview.asOf), ties: t('state.ties', { count: overview.tieCount }) });
  const compared = changed ? t('time.changes.all', { count: changed.ties.length }) : '';
  const said = useRested(film.playing ? null : `${day} ${compared}`.trim());
  return (
    <>
      <p className="kn-hidden" aria-live="polite">
        {said}
      </p>
      <Came time={time} />
    </>
  );
}

/** The text once it stays the same; nothing of what it was at first. */
function useRested(text: string | null): string {
  const [first] = useState(text);
  const [rested, setRested] = useState('');
  useEffect(() => {
    if (text === null) return;
    const timer = setTimeout(() => setRested((before) => (before === '' && text === first ? '' : text)), REST);
    return () => clearTimeout(timer);
  }, [text, first]);
  return rested;
}

const SAID: Record<Grade, string> = { WORKS_TOGETHER: 'time.live.one', STATED: 'time.live.stated', MET: 'time.live.met' };

/** "Neu: Kompass und Gießerei arbeiten zusammen." */
function Came({ time: { today, arrived, day, range } }: { time: TimeOfPage }) {
  const t = useMessages('network');
  const { ties, actors } = arrived;
  const nameOf = (id: string) => today.byId(id)?.label ?? '';
  const [tie] = ties;
  const first = tie
    ? t(SAID[tie.grade as Grade], { a: nameOf(tie.a), b: nameOf(tie.b) })
    : actors[0]
      ? t('time.live.actor', { a: nameOf(actors[0]) })
      : '';
  const ended = new Set(tie ? [tie.a, tie.b] : [actors[0]]);
  const more = ties.length + actors.filter((id) => !ended.has(id)).length - (tie ? 1 : 0);
  return (
    <p className="network-time__came" aria-live="polite">
      {day === range.last && first ? (
        <>
          <svg className="network-time__sign" width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
            <path d="M4 0h2v4h4v2H6v4H4V6H0V4h4z" />
          </svg>
          {first} {more > 0 ? t('time.live.more', { count: more }) : null}
        </>
      ) : null}
    </p>
  );
}
