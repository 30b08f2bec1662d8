import { useId } from 'react';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { ErrorNotice, TextButton } from '@knotenpunkt/webkit/ui';
import { StateLine } from '../NetworkPicture';
import type { NetworkPageState } from '../page';
import { CompareMenu } from './CompareMenu';
import { DaySlider } from './DaySlider';
import { TimeSaid } from './TimeSaid';
import { TimeTrack } from './TimeTrack';
import type { ShownMark } from './useMarks';
import { useStillness } from './useStillness';
import type { TimeOfPage } from './useTime';
import './time.css';

/** The day that is shown, what began each month, and what happened in the region: below the picture. */
export function TimeBar({ time, marks, changed }: Pick<NetworkPageState, 'time' | 'marks' | 'changed'>) {
  const t = useMessages('network');
  const { overview, day, from, range, past } = time;
  const hintId = useId();
  return (
    <section className="network-time" aria-label={t('time.label')} onPointerEnter={past.want} onFocus={past.want}>
      <div className="network-time__head">
        <StateLine overview={overview} />
        <TimeActs time={time} marks={marks} />
      </div>
      {past.error ? <ErrorNotice error={past.error} onRetry={past.retry} /> : null}
      <div className="network-time__line">
        <TimeTrack time={time} marks={marks} />
        {from === null ? null : (
          <DaySlider
            label={t('time.from')}
            earlier
            describedBy={hintId}
            day={from}
            range={{ first: range.first, last: day }}
            whole={range}
            onMove={time.moveFrom}
            onStand={time.compare}
          />
        )}
        <DaySlider
          label={t('time.slider')}
          describedBy={hintId}
          day={day}
          range={from === null ? range : { first: from, last: range.last }}
          whole={range}
          onMove={time.move}
          onStand={time.stand}
        />
      </div>
      <p id={hintId} className="kn-hidden">
        {t('time.keys')}
      </p>
      <TimeSaid time={time} changed={changed} />
    </section>
  );
}

/** Play, compare, back to today. */
export function TimeActs({ time, marks }: { time: TimeOfPage; marks: readonly ShownMark[] }) {
  const t = useMessages('network');
  const still = useStillness();
  const { film, day, range, from } = time;
  return (
    <div className="network-time__acts">
      {still ? (
        <TextButton onClick={time.goOn}>{t('time.nextMonth')}</TextButton>
      ) : (
        <TextButton aria-pressed={film.playing} onClick={film.playing ? film.stop : film.start}>
          <svg className="network-time__sign" width="10" height="12" viewBox="0 0 10 12" aria-hidden="true">
            <path d={film.playing ? 'M0 0h3.5v12H0zM6.5 0H10v12H6.5z' : 'M0 0l10 6-10 6z'} />
          </svg>
          {t(film.playing ? 'time.pause' : 'time.play')}
        </TextButton>
      )}
      <CompareMenu time={time} marks={marks} />
      {from === null ? null : <TextButton onClick={() => time.compare(null)}>{t('time.compareEnd')}</TextButton>}
      {day === range.last ? null : <TextButton onClick={() => time.stand(range.last)}>{t('time.backToToday')}</TextButton>}
    </div>
  );
}
