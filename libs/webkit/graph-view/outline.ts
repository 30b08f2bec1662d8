type Corner = [x: number, y: number];

/**
 * The corners of a path of straight lines (commands M L H V and their small forms, closed by z). Curved paths are walked
 * along by `pointsAlong` instead.
 */
export function cornersOf(path: string): Corner[] {
  const corners: Corner[] = [];
  let [x, y] = [0, 0];
  for (const [, command, numbers] of path.matchAll(/([MLHVmlhv])([^A-Za-z]*)/g)) {
    const values = [...numbers!.matchAll(/-?\d*\.?\d+/g)].map(Number);
    const relative = command === command!.toLowerCase();
    const kind = command!.toUpperCase();
    while (values.length > 0) {
      if (kind === 'H') x = values.shift()! + (relative ? x : 0);
      else if (kind === 'V') y = values.shift()! + (relative ? y : 0);
      else {
        x = values.shift()! + (relative ? x : 0);
        y = values.shift()! + (relative ? y : 0);
      }
      corners.push([x, y]);
    }
  }
  return corners;
}

/** Points at equal distances along any path. Needs a browser. */
export function pointsAlong(path: string, steps: number): Corner[] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  element.setAttribute('d', path);
  const length = element.getTotalLength();
  return Array.from({ length: steps }, (_, step): Corner => {
    const { x, y } = element.getPointAtLength((step / steps) * length);
    return [x, y];
  });
}
