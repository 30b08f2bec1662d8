import { useMemo, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { LocalDate } from '@knotenpunkt/kernel';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Table } from '@knotenpunkt/webkit/ui';
import { ChartFrame } from './ChartFrame';
import { gatherMarks, marksWithin, nearestDay, numbersOf, scalesOf, type DayValue } from './time-scale';
import { useWidth } from './useWidth';

/** One line of a chart; lines are told apart by dashes and the shape of their points as well as by colour. */
export interface ChartSeries {
  id: string;
  label: string;
  /** In order of time; every series has the same days. */
  values: readonly DayValue[];
}

/** Something that happened, at a day. */
export interface ChartMark {
  day: LocalDate;
  label: string;
}

export interface TimeChartProps {
  title: string;
  description: string;
  /** Three at most. */
  series: readonly ChartSeries[];
  /** Drawn with their numbers; `MarkList` says what they are, once for all charts that show the same. */
  marks?: readonly ChartMark[];
  /** The values are counts: nothing between them is written at the axis. */
  whole?: boolean;
  /** Writes a value: "12 %". */
  say: (value: number) => string;
}

const HEIGHT = 200;

/** Values over time. One stop of the keyboard: arrows go from day to day, and the day's values are read out. */
export function TimeChart({ title, description, series, marks = [], whole = false, say }: TimeChartProps) {
  const t = useMessages('webkit');
  const format = useFormat();
  const [place, width] = useWidth<HTMLDivElement>();
  const days = useMemo(() => series[0]?.values.map(({ day }) => day) ?? [], [series]);
  const [chosen, setChosen] = useState<number | null>(null);
  const scales = useMemo(() => {
    const all = series.flatMap(({ values }) => values);
    return all.length > 0 ? scalesOf(all, { width, height: HEIGHT }, whole) : null;
  }, [series, width, whole]);
  const shownMarks = useMemo(() => marksWithin(marks, days), [marks, days]);
  if (!scales) return null;
  const at = Math.min(chosen ?? days.length - 1, days.length - 1);
  const day = days[at]!;
  const reading = series
    .map(({ label, values }) => (series.length > 1 ? `${label}: ${say(values[at]!.value)}` : say(values[at]!.value)))
    .join(', ');
  const go = (event: KeyboardEvent) => {
    const next = stepOf(event.key, at, days.length);
    if (next === null) return;
    event.preventDefault();
    setChosen(next);
  };
  const point = (event: PointerEvent<SVGSVGElement>) =>
    setChosen(nearestDay(days, event.clientX - event.currentTarget.getBoundingClientRect().left, scales.x));
  return (
    <ChartFrame
      title={title}
      description={description}
      table={
        <Table
          caption={title}
          columns={[{ id: 'day', label: t('charts.day') }, ...series.map(({ id, label }) => ({ id, label, numeric: true }))]}
          rows={days
            .map((each, index) => ({
              id: each,
              cells: {
                day: format.shortDate(each),
                ...Object.fromEntries(series.map(({ id, values }) => [id, say(values[index]!.value)])),
              },
            }))
            .toReversed()}
        />
      }
    >
      {(ids) => (
        <>
          <p className="kn-chart__reading" aria-hidden="true">
            <span className="kn-muted">{format.date(day)}</span> {reading}
          </p>
          <div ref={place} className="kn-chart__place">
            <svg
              className="kn-chart__picture"
              width={width}
              height={HEIGHT}
              role="slider"
              tabIndex={0}
              aria-labelledby={ids.title}
              aria-describedby={ids.description}
              aria-valuemin={0}
              aria-valuemax={days.length - 1}
              aria-valuenow={at}
              aria-valuetext={`${format.date(day)}: ${reading}`}
              onKeyDown={go}
              onPointerMove={point}
              onPointerDown={point}
            >
              <Axes scales={scales} say={say} />
              {gatherMarks(shownMarks, scales.x).map((mark) => (
                <g key={mark.first} className="kn-chart__mark">
                  <line x1={mark.x} x2={mark.x} y1={scales.inner.top - 4} y2={scales.inner.bottom} />
                  <text x={mark.x} y={12} textAnchor="middle">
                    {numbersOf(mark)}
                  </text>
                </g>
              ))}
              {series.map(({ id, values }, index) => (
                <g key={id} className={`kn-chart__series kn-chart__series--${index + 1}`}>
                  <path d={scales.path(values)} />
                  <Dot shape={index} x={scales.x(day)} y={scales.y(values[at]!.value)} />
                </g>
              ))}
              <line className="kn-chart__cursor" x1={scales.x(day)} x2={scales.x(day)} y1={scales.inner.top} y2={scales.inner.bottom} />
            </svg>
          </div>
          {series.length > 1 ? <SeriesKey series={series} /> : null}
        </>
      )}
    </ChartFrame>
  );
}

/** What the marks of charts that show these days are. */
export function MarkList({ marks, days }: { marks: readonly ChartMark[]; days: readonly LocalDate[] }) {
  const t = useMessages('webkit');
  const format = useFormat();
  const shown = marksWithin(marks, days);
  if (shown.length === 0) return null;
  return (
    <details className="kn-chart__marks">
      <summary>{t('charts.marks', { count: shown.length })}</summary>
      <ol>
        {shown.map((mark, index) => (
          <li key={`${mark.day} ${index}`}>
            <span className="kn-muted">{format.shortDate(mark.day)}</span> {mark.label}
          </li>
        ))}
      </ol>
    </details>
  );
}

function stepOf(key: string, at: number, count: number): number | null {
  const steps: Record<string, number> = {
    ArrowLeft: at - 1,
    ArrowDown: at - 1,
    ArrowRight: at + 1,
    ArrowUp: at + 1,
    PageDown: at - 12,
    PageUp: at + 12,
    Home: 0,
    End: count - 1,
  };
  const next = steps[key];
  return next === undefined ? null : Math.max(0, Math.min(count - 1, next));
}

function Axes({ scales: { days, values, inner }, say }: { scales: ReturnType<typeof scalesOf>; say: (value: number) => string }) {
  const format = useFormat();
  return (
    <g className="kn-chart__axes">
      {values.map(({ y, value }) => (
        <g key={value}>
          <line x1={inner.left} x2={inner.right} y1={y} y2={y} />
          <text x={inner.left - 6} y={y + 4} textAnchor="end">
            {say(value)}
          </text>
        </g>
      ))}
      {days
        .filter(({ x }) => x <= inner.right - 20)
        .map(({ x, day }) => (
          <text key={day} x={x} y={inner.bottom + 18} textAnchor={x < inner.left + 24 ? 'start' : 'middle'}>
            {day.endsWith('-01') ? format.shortDate(day, 'MONTH') : format.shortDate(day)}
          </text>
        ))}
    </g>
  );
}

/** A disc, a square, a diamond. */
function Dot({ shape, x, y }: { shape: number; x: number; y: number }) {
  if (shape === 0) return <circle cx={x} cy={y} r={5} />;
  if (shape === 1) return <rect x={x - 4.5} y={y - 4.5} width={9} height={9} />;
  return <path className="kn-chart__diamond" d={`M${x} ${y - 6.5}L${x + 6.5} ${y}L${x} ${y + 6.5}L${x - 6.5} ${y}Z`} />;
}

function SeriesKey({ series }: { series: readonly ChartSeries[] }) {
  return (
    <ul className="kn-chart__key">
      {series.map(({ id, label }, index) => (
        <li key={id}>
          <svg width={36} height={14} aria-hidden="true">
            <g className={`kn-chart__series kn-chart__series--${index + 1}`}>
              <path d="M0 7H36" />
              <Dot shape={index} x={18} y={7} />
            </g>
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
