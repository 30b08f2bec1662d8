import { useId, useState } from 'react';
import { isLocalDate } from '@knotenpunkt/kernel';
import { within } from '@knotenpunkt/network/domain';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { DateField } from '@knotenpunkt/webkit/ui';
import type { TimeOfPage } from './useTime';

/** A year that is being written passes through the first centuries. */
const EARLIEST = '1900-01-01';

/** The day that is shown and, while two are compared, the other, to be written. */
export function DayFields({ time }: { time: TimeOfPage }) {
  const t = useMessages('network');
  const { day, from, range } = time;
  return (
    <div className="network-time__fields">
      {from === null ? null : <OneDay label={t('time.fieldFrom')} day={from} min={EARLIEST} max={day} onChoose={time.compare} />}
      <OneDay label={t('time.fieldDay')} day={day} min={from ?? EARLIEST} max={range.last} onChoose={time.stand} />
    </div>
  );
}

interface OneDayProps {
  label: string;
  day: string;
  min: string;
  max: string;
  onChoose: (day: string) => void;
}

/** What is being written counts once it is a day that is there; on leaving, the field says again what holds. */
function OneDay({ label, day, min, max, onChoose }: OneDayProps) {
  const id = useId();
  const [written, setWritten] = useState<string | null>(null);
  return (
    <DateField
      id={id}
      name={id}
      label={label}
      value={written ?? day}
      min={min}
      max={max}
      onChange={(text) => {
        setWritten(text);
        if (isLocalDate(text) && text >= EARLIEST && text <= max) onChoose(within({ first: min, last: max }, text));
      }}
      onLeave={() => setWritten(null)}
    />
  );
}
