import { useDeferredValue, useMemo, useState } from 'react';
import type { LocalDate } from '@knotenpunkt/kernel';
import {
  begunByMonth,
  changesBetween,
  completePast,
  daysShown,
  networkOn,
  nextOfFilm,
  within,
  type DayRange,
  type MonthBegun,
  type NetworkChanges,
  type NetworkOverview,
} from '@knotenpunkt/network/domain';
import type { NetworkViewControl } from '../useNetworkView';
import { useArrivals, type Arrived } from './useArrivals';
import { useFilm, type Film } from './useFilm';
import { useMovingDay } from './useMovingDay';
import { usePast } from './usePast';

/** The days the page is about, and what one can do with them. */
export interface TimeOfPage {
  /** The network of the day that is shown, and of today. */
  overview: NetworkOverview;
  today: NetworkOverview;
  /** The day one looks at, and the earlier one while two are compared. */
  day: LocalDate;
  from: LocalDate | null;
  range: DayRange;
  months: readonly MonthBegun[];
  changes: NetworkChanges | null;
  arrived: Arrived;
  film: Film;
  /** The day moves on and nothing is kept of it yet: while the slider is drawn, and in the film. */
  move: (day: LocalDate) => void;
  moveFrom: (day: LocalDate) => void;
  /** The day stands: it is in the address from now on. */
  stand: (day: LocalDate) => void;
  /** Today, compared with an earlier day. */
  since: (from: LocalDate) => void;
  /** The day that is shown, compared with an earlier one; null: no longer. */
  compare: (from: LocalDate | null) => void;
  /** The next end of a month. */
  goOn: () => void;
  past: { waiting: boolean; error: unknown; retry: () => void; want: () => void };
}

/** The network of the day the view is about, made from facts. */
export function useTime(today: NetworkOverview, pastAddress: string | null, { view, change }: NetworkViewControl): TimeOfPage {
  const [wanted, setWanted] = useState(false);
  const months = useMemo(() => begunByMonth(today), [today]);
  const range = useMemo(() => ({ first: months[0]!.month, last: today.asOf }), [months, today]);
  const chosen = daysShown(view, today.asOf);
  const shownDay = useMovingDay(chosen.day);
  const earlier = useMovingDay(chosen.from);
  const day = shownDay.day;
  const from = earlier.day !== null && earlier.day > day ? day : earlier.day;
  const answer = usePast(pastAddress, wanted || shownDay.moves || chosen.day !== today.asOf || chosen.from !== null);
  const { error, retry } = answer;
  const past = useMemo(() => (answer.past ? completePast(answer.past, today) : null), [answer.past, today]);
  const [drawnDay, drawnFrom] = [useDeferredValue(day), useDeferredValue(from)];
  const overview = useMemo(() => (past ? networkOn(today, past, drawnDay) : today), [today, past, drawnDay]);
  const changes = useMemo(
    () => (past && drawnFrom !== null ? changesBetween(past, drawnFrom, drawnDay) : null),
    [past, drawnFrom, drawnDay],
  );
  const arrived = useArrivals(today);
  const show = (at: LocalDate, since: LocalDate | null) => change({ asOf: at === today.asOf ? null : at, comparedWith: since });
  const stand = (at: LocalDate) => {
    const notAfter = at > today.asOf ? today.asOf : at;
    shownDay.set(notAfter, true);
    show(notAfter, from);
  };
  const film = useFilm(() => {
    if (!past) return true;
    const next = nextOfFilm(day, range);
    if (next !== null && next < range.last) {
      shownDay.set(next, false);
      return true;
    }
    stand(range.last);
    return false;
  });
  return {
    ...{ overview, today, day, from, range, months, changes, arrived, stand },
    film: {
      playing: film.playing,
      start: () => {
        shownDay.set(day >= range.last ? (from ?? range.first) : day, false);
        film.start();
      },
      stop: () => {
        film.stop();
        stand(day);
      },
    },
    move: (at) => shownDay.set(within(range, at), false),
    moveFrom: (at) => earlier.set(within(range, at), false),
    since: (since) => {
      shownDay.set(range.last, true);
      show(range.last, since);
    },
    compare: (since) => {
      if (since !== null && chosen.from !== null) earlier.set(since, true);
      show(day, since);
    },
    goOn: () => stand(nextOfFilm(day >= range.last ? (from ?? range.first) : day, range) ?? range.last),
    past: { waiting: !past && !error && (day !== today.asOf || from !== null), error, retry, want: () => setWanted(true) },
  };
}
