/** Arrays of one kind that `Columns` can make longer. */
type TypedArray = Int32Array | Uint8Array | Float64Array;

/** Typed arrays of equal length, one entry a row, that double when they are full. Columns are read by name, afresh after each `grow`. */
export class Columns<Names extends Record<string, TypedArray>> {
  constructor(public readonly at: Names) {}

  /** Makes room for row `row`; what is there stays. */
  grow(row: number): void {
    for (const name of Object.keys(this.at) as (keyof Names)[]) {
      const column: TypedArray = this.at[name]!;
      if (row < column.length) return;
      const Kind = column.constructor as new (length: number) => TypedArray;
      const longer = new Kind(Math.max(row + 1, column.length * 2));
      longer.set(column);
      this.at[name] = longer as Names[keyof Names];
    }
  }
}
