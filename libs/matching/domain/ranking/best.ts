/** Those of some places with the highest values above zero, at most `count`, best first; of equals the first. */
export function bestOf(values: ArrayLike<number>, among: ArrayLike<number>, count: number): number[] {
  const top: number[] = [];
  let least = 0;
  for (let one = 0; one < among.length; one++) {
    const place = among[one]!;
    const value = values[place]!;
    if (!(value > least)) continue;
    let at = top.length;
    while (at > 0 && values[top[at - 1]!]! < value) at--;
    top.splice(at, 0, place);
    if (top.length > count) top.pop();
    if (top.length === count) least = values[top[count - 1]!]!;
  }
  return top;
}
