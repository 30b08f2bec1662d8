/** A sparse matrix of zeros and ones in compressed rows: the columns of row r are `at[start[r]] … at[start[r + 1] - 1]`, ascending. */
export interface Rows {
  start: Int32Array;
  at: Int32Array;
}

/** Compressed rows from lists of columns; repeated columns count once. */
export function rowsFrom(lists: readonly (readonly number[])[]): Rows {
  const sorted = lists.map((list) => [...new Set(list)].sort((a, b) => a - b));
  const start = new Int32Array(sorted.length + 1);
  sorted.forEach((list, row) => (start[row + 1] = start[row]! + list.length));
  const at = new Int32Array(start[sorted.length]!);
  sorted.forEach((list, row) => at.set(list, start[row]));
  return { start, at };
}

/** Rows and columns exchanged; `columns` is the number of columns. */
export function transposed({ start, at }: Rows, columns: number): Rows {
  const starts = new Int32Array(columns + 1);
  for (const column of at) starts[column + 1]!++;
  for (let column = 0; column < columns; column++) starts[column + 1]! += starts[column]!;
  const next = starts.slice();
  const rows = new Int32Array(at.length);
  for (let row = 0; row + 1 < start.length; row++) {
    for (let entry = start[row]!; entry < start[row + 1]!; entry++) rows[next[at[entry]!]!++] = row;
  }
  return { start: starts, at: rows };
}

/** Matrix times vector: for each row the sum of `vector` over its columns. */
export function times({ start, at }: Rows, vector: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(start.length - 1);
  for (let row = 0; row < sums.length; row++) {
    let sum = 0;
    for (let entry = start[row]!; entry < start[row + 1]!; entry++) sum += vector[at[entry]!]!;
    sums[row] = sum;
  }
  return sums;
}

/**
 * Transposed matrix times vector: for each column the sum of `vector` over the rows it stands in. With few long rows this is faster than
 * `times` on the transposed matrix with its many short ones, and what is zero costs nothing.
 */
export function timesTransposed({ start, at }: Rows, vector: ArrayLike<number>, columns: number): Float64Array {
  const sums = new Float64Array(columns);
  for (let row = 0; row + 1 < start.length; row++) {
    const value = vector[row]!;
    if (value === 0) continue;
    for (let entry = start[row]!; entry < start[row + 1]!; entry++) sums[at[entry]!]! += value;
  }
  return sums;
}

/** Number of entries of each row. */
export function counts({ start }: Rows): Float64Array {
  return Float64Array.from({ length: start.length - 1 }, (_, row) => start[row + 1]! - start[row]!);
}
