import { useId, type ReactNode } from 'react';
import './charts.css';

export interface MatrixChartProps {
  title: string;
  description: string;
  /** What rows and columns stand for: the mark heads a column, mark and label a row. */
  items: readonly { id: string; label: string; mark: ReactNode }[];
  /** `values[i][j]` between the items i and j, the same from both sides; null: there can be none. */
  values: readonly (readonly (number | null)[])[];
  /** What a cell tells, as a sentence: "Verwaltung und Wirtschaft: 12 Beziehungen". */
  sayCell: (one: string, other: string, value: number) => string;
}

const STEPS = 5;

/**
 * How much there is between any two things: a table whose cells are tinted by how much they hold. The number stands in every cell, and where
 * there is nothing the cell is hatched, so that nobody needs the colour.
 */
export function MatrixChart({ title, description, items, values, sayCell }: MatrixChartProps) {
  const id = useId();
  const most = Math.max(1, ...values.flat().map((value) => value ?? 0));
  const stepOf = (value: number) => (value === 0 ? 0 : Math.max(1, Math.ceil((Math.sqrt(value) / Math.sqrt(most)) * STEPS)));
  return (
    <figure className="kn-chart" aria-labelledby={id}>
      <figcaption>
        <h3 id={id}>{title}</h3>
        <p className="kn-muted">{description}</p>
      </figcaption>
      <div className="kn-matrix-place" tabIndex={0} role="group" aria-labelledby={id}>
        <table className="kn-matrix" aria-labelledby={id}>
          <thead>
            <tr>
              <td />
              {items.map(({ id: column, label, mark }) => (
                <th key={column} scope="col" title={label}>
                  {mark}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((row, i) => (
              <tr key={row.id}>
                <th scope="row">
                  <span className="kn-matrix__row">
                    <span aria-hidden="true">{row.mark}</span>
                    {row.label}
                  </span>
                </th>
                {items.map((column, j) => {
                  const value = values[i]?.[j] ?? null;
                  if (value === null) return <td key={column.id} />;
                  return (
                    <td
                      key={column.id}
                      className={`kn-matrix__cell kn-matrix__cell--${stepOf(value)}`}
                      title={sayCell(row.label, column.label, value)}
                    >
                      {value}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
