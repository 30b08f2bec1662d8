import { useMemo } from 'react';
import { addMonths, placeLabels, shareOf, shortTitle } from '@knotenpunkt/network/domain';
import { useWidth } from '@knotenpunkt/webkit/charts';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import type { ShownMark } from './useMarks';
import type { TimeOfPage } from './useTime';

/** Where things lie in the drawing. Pixels. */
const LINE = 26;
const BAR = 18;
const TEXT = 47;
const HEIGHT = 54;

/** What began each month, as bars; the line of days with what happened in the region. What it shows can be had as words and by keys beside it. */
export function TimeTrack({ time, marks }: { time: TimeOfPage; marks: readonly ShownMark[] }) {
  const t = useMessages('network');
  const format = useFormat();
  const { range, months, day, from } = time;
  const [host, width] = useWidth<HTMLDivElement>(0);
  const most = Math.max(1, ...months.map(({ count }) => count));
  const shown = useMemo(() => marks.filter((mark) => mark.day >= range.first), [marks, range]);
  const labels = useMemo(() => {
    const important = shown.toSorted((p, q) => q.participants - p.participants);
    const all = [
      { at: 1, text: t('time.today'), kind: 'today' },
      { at: 0, text: format.month(range.first), kind: 'tick' },
      ...important.map((mark) => ({ at: shareOf(range, mark.day), text: shortTitle(mark.title), kind: 'mark' })),
      ...months
        .filter(({ month }) => month > addMonths(range.first, 1) && month.endsWith('-01-01'))
        .map(({ month }) => ({ at: shareOf(range, month), text: month.slice(0, 4), kind: 'tick' })),
    ];
    const middles = placeLabels(all, width);
    return all.flatMap((label, index) => (middles[index] === null ? [] : [{ ...label, middle: middles[index]! }]));
  }, [shown, months, range, width, t, format]);
  const x = (share: number) => share * width;
  const [begin, end] = [x(from === null ? 0 : shareOf(range, from)), x(shareOf(range, day))];
  return (
    <div ref={host} className="network-time__track">
      <svg width={width} height={HEIGHT} aria-hidden="true">
        {months.map(({ month, count }) => {
          const left = x(shareOf(range, month));
          const high = (count / most) * BAR;
          return (
            <rect
              key={month}
              className="network-time__bar"
              x={left}
              y={LINE - 4 - high}
              width={Math.max(1, Math.min(6, width / months.length - 1))}
              height={high}
            />
          );
        })}
        <path className="network-time__whole" d={`M0 ${LINE}H${width}`} />
        <path className="network-time__part" d={`M${begin} ${LINE}H${end}`} />
        {labels.map(({ at, kind }) =>
          kind === 'tick' ? <path key={`tick ${at}`} className="network-time__tick" d={`M${x(at)} ${LINE}v8`} /> : null,
        )}
        {shown.map((mark) => (
          <g key={mark.id} className="network-time__mark" data-on={from === mark.eve || undefined} onClick={() => time.since(mark.eve)}>
            <title>{t('time.markTitle', { title: mark.title, date: format.date(mark.day, mark.precision) })}</title>
            <rect x={x(shareOf(range, mark.day)) - 12} y={LINE - 12} width={24} height={24} />
            <path d={`M${x(shareOf(range, mark.day))} ${LINE - 9}v18`} />
          </g>
        ))}
        {labels.map(({ middle, text, kind }) => (
          <text
            key={`${middle} ${text}`}
            className={`network-time__text network-time__text--${kind}`}
            x={middle}
            y={TEXT}
            textAnchor="middle"
          >
            {text}
          </text>
        ))}
      </svg>
    </div>
  );
}
