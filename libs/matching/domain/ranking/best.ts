/** The places with the highest values above zero among those allowed, at most `count`, best first; of equals the first. */
export function bestOf(values: ArrayLike<number>, allowed: (place: number) => boolean, count: number): number[] {
  const top: number[] = [];
  let least = 0;
  for (let place = 0; place < values.length; place++) {
    const value = values[place]!;
    if (!(value > least) || !allowed(place)) continue;
    let at = top.length;
    while (at > 0 && values[top[at - 1]!]! < value) at--;
    top.splice(at, 0, place);
    if (top.length > count) top.pop();
    if (top.length === count) least = values[top[count - 1]!]!;
  }
  return top;
}
