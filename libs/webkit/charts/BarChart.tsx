import type { ReactNode } from 'react';
import { Table } from '@knotenpunkt/webkit/ui';
import { ChartFrame } from './ChartFrame';

export interface Bar {
  id: string;
  label: ReactNode;
  value: number;
  /** Drawn hatched: told apart without colour. */
  hatched?: boolean;
}

export interface BarChartProps {
  title: string;
  description: string;
  bars: readonly Bar[];
  /** What the columns of the table are called. */
  columns: { label: string; value: string };
  say: (value: number) => string;
}

/** Values beside each other, each with its name and number in words: the picture says nothing that is not written. */
export function BarChart({ title, description, bars, columns, say }: BarChartProps) {
  const most = bars.reduce((found, { value }) => Math.max(found, value), 0) || 1;
  return (
    <ChartFrame
      title={title}
      description={description}
      table={
        <Table
          caption={title}
          columns={[
            { id: 'label', label: columns.label },
            { id: 'value', label: columns.value, numeric: true },
          ]}
          rows={bars.map(({ id, label, value }) => ({ id, cells: { label, value: say(value) } }))}
        />
      }
    >
      {() => (
        <ul className="kn-bars">
          {bars.map(({ id, label, value, hatched = false }) => (
            <li key={id}>
              <span className="kn-bars__label">{label}</span>
              <svg className="kn-bars__bar" width="100%" height={14} aria-hidden="true">
                <Hatching id={id} />
                <rect className="kn-bars__ground" width="100%" height={14} />
                <rect className="kn-bars__value" width={`${(value / most) * 100}%`} height={14} />
                {hatched ? <rect fill={`url(#kn-hatching-${id})`} width={`${(value / most) * 100}%`} height={14} /> : null}
              </svg>
              <span className="kn-bars__number">{say(value)}</span>
            </li>
          ))}
        </ul>
      )}
    </ChartFrame>
  );
}

function Hatching({ id }: { id: string }) {
  return (
    <pattern id={`kn-hatching-${id}`} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line className="kn-bars__hatch" x1={0} y1={0} x2={0} y2={6} />
    </pattern>
  );
}
