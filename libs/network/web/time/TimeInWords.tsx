import { useState } from 'react';
import { Link } from 'react-router';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Entry, EntryList, ErrorNotice, TextButton } from '@knotenpunkt/webkit/ui';
import type { NetworkPageState } from '../page';
import { DayFields } from './DayFields';
import { TimeActs } from './TimeBar';
import { TimeSaid } from './TimeSaid';
import type { ShownMark } from './useMarks';
import type { TimeOfPage } from './useTime';
import './time.css';

/** So many events are told before one asks for all. */
const TOLD = 5;

type TimeInWordsProps = Pick<NetworkPageState, 'time' | 'marks' | 'changed'>;

/** Time in words: a day, two days, and what happened in the region as a list; behind one line where there is little room. */
export function TimeInWords({ folded, ...time }: TimeInWordsProps & { folded: boolean }) {
  const t = useMessages('network');
  if (folded)
    return (
      <details className="network__fold" open={time.time.from === null ? undefined : true}>
        <summary>{t('time.label')}</summary>
        <div className="network-time-words">
          <Days {...time} />
        </div>
      </details>
    );
  return (
    <section className="network-time-words" aria-labelledby="network-time-words">
      <h2 id="network-time-words">{t('time.label')}</h2>
      <Days {...time} />
    </section>
  );
}

function Days({ time, marks, changed }: TimeInWordsProps) {
  const t = useMessages('network');
  const { from, past } = time;
  return (
    <>
      {from === null ? <DayFields time={time} /> : null}
      <TimeActs time={time} marks={marks} />
      {past.error && from === null ? <ErrorNotice error={past.error} onRetry={past.retry} /> : null}
      {past.waiting ? <p className="kn-muted">{t('time.loading')}</p> : null}
      <TimeSaid time={time} changed={changed} />
      <MarksInWords time={time} marks={marks} />
    </>
  );
}

/** What happened in the region, the latest first; each leads to what changed since. */
export function MarksInWords({ time, marks }: { time: TimeOfPage; marks: readonly ShownMark[] }) {
  const t = useMessages('network');
  const format = useFormat();
  const [all, showAll] = useState(false);
  const latest = marks.toReversed();
  const told = all ? latest : latest.slice(0, TOLD);
  const rest = latest.length - told.length;
  return (
    <details className="network-time-marks">
      <summary>{t('time.marks.title')}</summary>
      <p className="kn-muted">{t(marks.length === 0 ? 'time.marks.none' : 'time.marks.intro')}</p>
      <EntryList>
        {told.map((mark) => (
          <Entry
            key={mark.id}
            selected={time.from === mark.eve}
            over={`${format.date(mark.day, mark.precision)} · ${t(`time.marks.${mark.kind}`)}`}
            title={mark.address ? <Link to={mark.address}>{mark.title}</Link> : mark.title}
            meta={t('time.marks.participants', { count: mark.participants })}
            actions={
              <TextButton aria-label={t('time.marks.since', { title: mark.title })} onClick={() => time.since(mark.eve)}>
                {t('time.marks.sinceShort')}
              </TextButton>
            }
          />
        ))}
      </EntryList>
      {rest > 0 ? <TextButton onClick={() => showAll(true)}>{t('time.marks.more', { count: rest })}</TextButton> : null}
    </details>
  );
}
