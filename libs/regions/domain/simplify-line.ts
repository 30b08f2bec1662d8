/** Pairs of longitude and latitude. */
export type Line = readonly (readonly [lon: number, lat: number])[];

/** The line without points that lie nearer than `tolerance` to what is left of it (Douglas & Peucker 1973); its ends stay, and of a ring a triangle. */
export function simplified(line: Line, tolerance: number): Line {
  const last = line.length - 1;
  const kept = new Uint8Array(line.length);
  kept[0] = 1;
  kept[last] = 1;
  const isRing = line.length > 3 && line[0]![0] === line[last]![0] && line[0]![1] === line[last]![1];
  // Ends that coincide span nothing: a ring is cut where it is farthest from its beginning, and there again.
  const parts: [number, number][] = [[0, last]];
  if (isRing) {
    const far = farthest(line, 0, last).at;
    parts.splice(0, 1, [0, far], [far, last]);
    kept[far] = 1;
    const [before, after] = [farthest(line, 0, far), farthest(line, far, last)];
    kept[before.distance > after.distance ? before.at : after.at] = 1;
  }
  while (parts.length > 0) {
    const [from, to] = parts.pop()!;
    const { at, distance } = farthest(line, from, to);
    if (distance <= tolerance) continue;
    kept[at] = 1;
    parts.push([from, at], [at, to]);
  }
  return line.filter((_, at) => kept[at] === 1);
}

/** Of the points between two of a line the one farthest from the way between them. */
function farthest(line: Line, from: number, to: number): { at: number; distance: number } {
  const found = { at: from, distance: -1 };
  const [[x, y], [u, v]] = [line[from]!, line[to]!];
  const squared = (u - x) ** 2 + (v - y) ** 2;
  for (let at = from + 1; at < to; at++) {
    const [lon, lat] = line[at]!;
    const along = squared === 0 ? 0 : Math.max(0, Math.min(1, ((lon - x) * (u - x) + (lat - y) * (v - y)) / squared));
    const distance = Math.hypot(lon - x - along * (u - x), lat - y - along * (v - y));
    if (distance > found.distance) Object.assign(found, { at, distance });
  }
  return found;
}
