/** Who is tied to whom, as compressed sparse rows: what belongs to place `n` stands at `starts[n] … starts[n + 1]`, in order of the ties. */
export interface Adjacency {
  starts: Uint32Array;
  /** The other end of each tie, and which tie it is. */
  others: Uint32Array;
  ties: Uint32Array;
}

/** Each tie (a, b) from both ends; with `keeps` only some. */
export function adjacencyOf(
  count: number,
  { a, b }: { a: ArrayLike<number>; b: ArrayLike<number> },
  keeps: (tie: number) => boolean = () => true,
): Adjacency {
  const starts = new Uint32Array(count + 1);
  for (let tie = 0; tie < a.length; tie++) {
    if (!keeps(tie)) continue;
    starts[a[tie]! + 1]!++;
    starts[b[tie]! + 1]!++;
  }
  for (let place = 0; place < count; place++) starts[place + 1]! += starts[place]!;
  const next = starts.slice();
  const others = new Uint32Array(starts[count]!);
  const ties = new Uint32Array(starts[count]!);
  const put = (from: number, to: number, tie: number) => {
    const at = next[from]!++;
    others[at] = to;
    ties[at] = tie;
  };
  for (let tie = 0; tie < a.length; tie++) {
    if (!keeps(tie)) continue;
    put(a[tie]!, b[tie]!, tie);
    put(b[tie]!, a[tie]!, tie);
  }
  return { starts, others, ties };
}
