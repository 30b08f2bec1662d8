import { useMemo } from 'react';
import type { SeriesDay } from '@knotenpunkt/network/domain';
import { MarkList, TimeChart } from '@knotenpunkt/webkit/charts';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Columns, EmptyState } from '@knotenpunkt/webkit/ui';
import { useMarks } from '../time/useMarks';
import { useShare } from './useShare';

type Told = Exclude<keyof SeriesDay, 'day' | 'origin'>;

/** What became of the measures over time, with what happened in the region as marks. */
export function Development({ days }: { days: readonly SeriesDay[] }) {
  const t = useMessages('network');
  const format = useFormat();
  const share = useShare();
  const marks = useMarks();
  const shownMarks = useMemo(
    () => marks.map(({ day, title, kind }) => ({ day, label: t(`measures.marks.${kind}`, { title }) })),
    [marks, t],
  );
  const charts = useMemo(() => {
    const line = (id: Told) => ({ id, label: t(`measures.lines.${id}`), values: days.map((day) => ({ day: day.day, value: day[id] })) });
    return [
      { id: 'ties', series: [line('ties')], isShare: false },
      { id: 'moving', series: [line('newTies'), line('fadedTies')], isShare: false },
      { id: 'density', series: [line('density')], isShare: true },
      { id: 'cohesion', series: [line('largestShare'), line('centralisation')], isShare: true },
      { id: 'alone', series: [line('isolated')], isShare: false },
      { id: 'parts', series: [line('components')], isShare: false },
    ];
  }, [days, t]);
  const found = days.findLast(({ origin }) => origin === 'FACTS');
  if (days.length < 2) return <EmptyState>{t('measures.development.begins')}</EmptyState>;
  return (
    <>
      <MarkList marks={shownMarks} days={days.map(({ day }) => day)} />
      <Columns count={2}>
        {charts.map(({ id, series, isShare }) => (
          <TimeChart
            key={id}
            title={t(`measures.charts.${id}.title`)}
            description={t(`measures.charts.${id}.description`)}
            series={series}
            marks={shownMarks}
            whole={!isShare}
            say={isShare ? share : (value) => format.number(value)}
          />
        ))}
      </Columns>
      {found ? <p className="kn-meta">{t('measures.development.found', { date: format.date(found.day) })}</p> : null}
    </>
  );
}
