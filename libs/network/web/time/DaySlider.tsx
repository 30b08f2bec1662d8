import { useState } from 'react';
import { fromDay, toDay, type LocalDate } from '@knotenpunkt/kernel';
import { dayByKey, within, type DayRange } from '@knotenpunkt/network/domain';
import { useFormat } from '@knotenpunkt/webkit/i18n';
import { useAtRest } from '@knotenpunkt/webkit/ui';

export interface DaySliderProps {
  label: string;
  /** The earlier of two days: its thumb is hollow. */
  earlier?: boolean;
  describedBy: string;
  day: LocalDate;
  /** Where it may stand, on a line that leads through `whole`. */
  range: DayRange;
  whole: DayRange;
  onMove: (day: LocalDate) => void;
  /** It rests. */
  onStand: (day: LocalDate) => void;
}

/** It rests when it was not moved for so long. Milliseconds. */
const REST = 300;

/** A day on a line: the browser's own slider, by keys in steps of days, months and years. */
export function DaySlider({ label, earlier = false, describedBy, day, range, whole, onMove, onStand }: DaySliderProps) {
  const format = useFormat();
  const [moved, setMoved] = useState<LocalDate | null>(null);
  useAtRest(moved, REST, (at) => {
    setMoved(null);
    onStand(at);
  });
  const go = (to: LocalDate) => {
    const at = within(range, to);
    onMove(at);
    setMoved(at);
  };
  return (
    <input
      className={earlier ? 'network-time__slider network-time__slider--earlier' : 'network-time__slider'}
      type="range"
      min={toDay(whole.first)}
      max={toDay(whole.last)}
      step={1}
      value={toDay(day)}
      aria-label={label}
      aria-valuetext={format.date(day)}
      aria-describedby={describedBy}
      onChange={(event) => go(fromDay(Number(event.target.value)))}
      onKeyDown={(event) => {
        const to = event.altKey || event.ctrlKey || event.metaKey ? null : dayByKey(event.key, day, range);
        if (to === null) return;
        event.preventDefault();
        go(to);
      }}
    />
  );
}
