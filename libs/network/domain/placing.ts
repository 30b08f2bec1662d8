import { SQUARE } from './columns/network-columns';

/** A place in the picture. */
export interface Place {
  x: number;
  y: number;
}

/** A number from 0 (inclusive) to 1 that depends on the text alone: 32-bit FNV-1a, then mixed once more (MurmurHash3's finaliser). */
export function fraction(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000;
}

/** Random numbers that are the same with every run: a linear congruential generator (Numerical Recipes), 0 to 1. */
export function steadyRandom(seed: string): () => number {
  let state = Math.floor(fraction(seed) * 0x1_0000_0000) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 0x1_0000_0000;
  };
}

/** Where an actor begins that was never placed: somewhere in the square, always the same for the same id. */
export function firstPlace(id: string): Place {
  return { x: fraction(`${id} x`) * SQUARE, y: fraction(`${id} y`) * SQUARE };
}

/** Near the actors it is tied to: their middle, moved aside a little so that nobody lies on top of another; without any, at the edge. */
export function placeNear(id: string, neighbours: readonly Place[]): Place {
  const angle = fraction(id) * 2 * Math.PI;
  const half = SQUARE / 2;
  if (neighbours.length === 0) return { x: half + Math.cos(angle) * half, y: half + Math.sin(angle) * half };
  const middle = meanOf(neighbours);
  const aside = SQUARE * 0.03;
  return inside({ x: middle.x + Math.cos(angle) * aside, y: middle.y + Math.sin(angle) * aside });
}

function inside({ x, y }: Place): Place {
  const clamp = (value: number) => Math.min(SQUARE, Math.max(0, value));
  return { x: clamp(x), y: clamp(y) };
}

function meanOf(places: readonly Place[]): Place {
  const count = Math.max(1, places.length);
  return {
    x: places.reduce((sum, { x }) => sum + x, 0) / count,
    y: places.reduce((sum, { y }) => sum + y, 0) / count,
  };
}

/** Brings places into the square, proportions kept, the smaller extent centred. */
export function fitSquare(places: readonly Place[]): Place[] {
  if (places.length === 0) return [];
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of places) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  const span = Math.max(right - left, bottom - top);
  if (!(span > 0)) return places.map(() => ({ x: SQUARE / 2, y: SQUARE / 2 }));
  const scale = SQUARE / span;
  const [marginX, marginY] = [(SQUARE - (right - left) * scale) / 2, (SQUARE - (bottom - top) * scale) / 2];
  return places.map(({ x, y }) => inside({ x: (x - left) * scale + marginX, y: (y - top) * scale + marginY }));
}

/**
 * Turns, scales and shifts new places so that those who were there before lie as near as possible to where they were
 * (Procrustes superimposition, least squares; no mirroring). `before` has null for those who are new. Fewer than three known
 * places, or all in one spot, hold nothing: the places come back unchanged.
 */
export function alignTo(before: readonly (Place | null)[], now: readonly Place[]): Place[] {
  const known = now.map((_, at) => at).filter((at) => before[at]);
  if (known.length < 3) return [...now];
  const from = known.map((at) => now[at]!);
  const to = known.map((at) => before[at]!);
  const [fromMiddle, toMiddle] = [meanOf(from), meanOf(to)];
  let [dot, cross, length] = [0, 0, 0];
  from.forEach((place, at) => {
    const [px, py] = [place.x - fromMiddle.x, place.y - fromMiddle.y];
    const [qx, qy] = [to[at]!.x - toMiddle.x, to[at]!.y - toMiddle.y];
    dot += px * qx + py * qy;
    cross += px * qy - py * qx;
    length += px * px + py * py;
  });
  if (length < 1e-9 || Math.hypot(dot, cross) < 1e-9) return [...now];
  // Cosine and sine of the turn, times the scale.
  const [cos, sin] = [dot / length, cross / length];
  return now.map(({ x, y }) => {
    const [px, py] = [x - fromMiddle.x, y - fromMiddle.y];
    return { x: toMiddle.x + cos * px - sin * py, y: toMiddle.y + sin * px + cos * py };
  });
}

/** So far a place may move from one snapshot to the next: a seventieth of the picture, seen and still found. */
export const SMALL_STEP = 15;

/**
 * Goes from the places of the last snapshot towards better ones, nobody further than `SMALL_STEP`, so that who knows the
 * picture finds everything where it was. `free`: who may go all the way (new, or in another community than before).
 */
export function moveTowards(before: readonly (Place | null)[], wanted: readonly Place[], free: readonly boolean[]): Place[] {
  return wanted.map((place, at) => {
    const from = before[at];
    if (!from || free[at]) return inside(place);
    const distance = Math.hypot(place.x - from.x, place.y - from.y);
    const part = distance > SMALL_STEP ? SMALL_STEP / distance : 1;
    return inside({ x: from.x + (place.x - from.x) * part, y: from.y + (place.y - from.y) * part });
  });
}
