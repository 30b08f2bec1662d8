import { addDays, dayIn } from '@knotenpunkt/kernel';
import { addMonths } from '@knotenpunkt/network/domain';
import { useNews } from '@knotenpunkt/notices/web';
import { useRegion } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Menu, type MenuGroup } from '@knotenpunkt/webkit/ui';
import type { ShownMark } from './useMarks';
import type { TimeOfPage } from './useTime';

/** So many events are in the menu, the latest; all of them stand in the list. */
const MOST_EVENTS = 12;

/** The day before the reader's last visit, so that what happened on that day after it is told too; null for visitors. */
export function useEveOfVisit() {
  const { timeZone } = useRegion();
  const { news } = useNews();
  if (!news?.since) return null;
  const visit = dayIn(new Date(news.since), timeZone);
  return { visit, eve: addDays(visit, -1) };
}

/** From which day on one wants to know what changed. */
export function CompareMenu({ time, marks }: { time: TimeOfPage; marks: readonly ShownMark[] }) {
  const t = useMessages('network');
  const format = useFormat();
  const visited = useEveOfVisit();
  const { range } = time;
  const since = (id: string, label: string, day: string) => ({ id, label, onChoose: () => time.since(day) });
  const groups: MenuGroup[] = [
    {
      id: 'since',
      title: t('time.since'),
      entries: [
        ...(visited ? [since('visit', t('time.sinceVisit', { date: format.date(visited.visit) }), visited.eve)] : []),
        since('yesterday', t('time.sinceYesterday'), addDays(range.last, -1)),
        since('week', t('time.sinceWeek'), addDays(range.last, -7)),
        since('month', t('time.sinceMonth'), addMonths(range.last, -1)),
        since('year', t('time.sinceYear'), addMonths(range.last, -12)),
      ],
    },
    ...(marks.length === 0
      ? []
      : [
          {
            id: 'events',
            title: t('time.sinceEvent'),
            entries: marks
              .slice(-MOST_EVENTS)
              .reverse()
              .map(({ id, day, precision, title, eve }) =>
                since(id, t('time.eventEntry', { date: format.shortDate(day, precision), title }), eve),
              ),
          },
        ]),
  ];
  return <Menu trigger={t('time.compare')} groups={groups} />;
}
