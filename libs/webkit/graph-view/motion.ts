import { MOTION } from './camera';
import type { Point } from './model';

/** Moves marks to their new places, all in one short motion that slows down. Gives way after each picture. */
export function* moving(
  from: ReadonlyMap<string, Point>,
  places: Map<string, Point>,
  show: (positions: Map<string, Point>) => void,
): Generator<undefined, void> {
  const start = performance.now();
  for (let share = 0; share < 1; yield) {
    share = Math.min(1, (performance.now() - start) / MOTION);
    show(share < 1 ? between(from, places, share * (2 - share)) : places);
  }
}

function between(from: ReadonlyMap<string, Point>, places: ReadonlyMap<string, Point>, share: number): Map<string, Point> {
  return new Map(
    Array.from(places, ([id, to]): [string, Point] => {
      const at = from.get(id) ?? to;
      return [id, { x: at.x + (to.x - at.x) * share, y: at.y + (to.y - at.y) * share }];
    }),
  );
}
