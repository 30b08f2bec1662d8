import type { ReactNode } from 'react';
import './table.css';

export interface TableColumn {
  id: string;
  label: ReactNode;
  /** Figures stand at the end of their column. */
  numeric?: boolean;
  /** Narrow cells in the middle, as for coverage bars. */
  centered?: boolean;
}

export interface TableRow {
  id: string;
  /** One cell for each column, by its id. The first one names the row. */
  cells: Record<string, ReactNode>;
  /** A chosen row is tinted and has a bar of 3 px. */
  selected?: boolean;
  /** A sum or a result below a heavy line. */
  total?: boolean;
}

export interface TableProps {
  /** What the table shows, for screen readers; `captionShown` writes it above. */
  caption: string;
  captionShown?: boolean;
  columns: TableColumn[];
  rows: TableRow[];
  /** On the phone every row becomes an entry of its own, each cell with its column's name. */
  stacked?: boolean;
}

/** Rows and columns. Wider than its place it scrolls sideways by itself, also by keyboard. */
export function Table({ caption, captionShown = false, columns, rows, stacked = false }: TableProps) {
  const classOf = (column: TableColumn) => (column.numeric ? 'kn-table__numeric' : column.centered ? 'kn-table__centered' : undefined);
  return (
    <div className="kn-table-place" tabIndex={0} role="group" aria-label={caption}>
      <table className={stacked ? 'kn-table kn-table--stacked' : 'kn-table'}>
        <caption className={captionShown ? 'kn-table__caption' : 'kn-hidden'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={classOf(column)}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells, selected, total }) => (
            <tr key={id} className={selected ? 'kn-table__selected' : total ? 'kn-table__total' : undefined}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.id} scope="row">
                    {cells[column.id]}
                  </th>
                ) : (
                  <td key={column.id} className={classOf(column)} data-label={typeof column.label === 'string' ? column.label : undefined}>
                    {cells[column.id]}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Terms with what they stand for, as on a Steckbrief: place, website, size. Empty values are left out. */
export function FactList({ facts }: { facts: { term: string; value: ReactNode }[] }) {
  return (
    <dl className="kn-fact-list">
      {facts
        .filter(({ value }) => value !== null && value !== undefined && value !== '')
        .map(({ term, value }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
