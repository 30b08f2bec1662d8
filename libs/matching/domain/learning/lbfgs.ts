/** Value of a function at a point; writes the gradient into the second argument. */
export type Slope = (point: Float64Array, gradient: Float64Array) => number;

const MEMORY = 10;
const ARMIJO = 1e-4;

/**
 * A minimum of a smooth function by L-BFGS (Liu & Nocedal 1989; two-loop recursion of Nocedal 1980) with backtracking. Ends when no entry of
 * the gradient exceeds `tolerance`, or after so many steps.
 */
export function minimised(slope: Slope, start: Float64Array, { steps = 200, tolerance = 1e-5 } = {}): Float64Array {
  let point = start.slice();
  let gradient = new Float64Array(point.length);
  let value = slope(point, gradient);
  const moves: Float64Array[] = [];
  const turns: Float64Array[] = [];
  for (let step = 0; step < steps && largest(gradient) > tolerance; step++) {
    const direction = downhill(gradient, moves, turns);
    const steepness = dot(direction, gradient);
    if (!(steepness < 0)) break;
    let stride = step === 0 ? Math.min(1, 1 / norm(gradient)) : 1;
    const next = new Float64Array(point.length);
    const nextGradient = new Float64Array(point.length);
    let nextValue = Infinity;
    for (let halving = 0; halving < 30; halving++, stride /= 2) {
      for (let at = 0; at < point.length; at++) next[at] = point[at]! + stride * direction[at]!;
      nextValue = slope(next, nextGradient);
      if (nextValue <= value + ARMIJO * stride * steepness) break;
    }
    if (!(nextValue < value)) break;
    const move = next.map((coordinate, at) => coordinate - point[at]!);
    const turn = nextGradient.map((one, at) => one - gradient[at]!);
    if (dot(move, turn) > 1e-12 * norm(move) * norm(turn)) {
      moves.push(move);
      turns.push(turn);
      if (moves.length > MEMORY) {
        moves.shift();
        turns.shift();
      }
    }
    [point, gradient, value] = [next, nextGradient, nextValue];
  }
  return point;
}

function downhill(gradient: Float64Array, moves: readonly Float64Array[], turns: readonly Float64Array[]): Float64Array {
  const direction = gradient.map((value) => -value);
  const shares = new Float64Array(moves.length);
  for (let at = moves.length - 1; at >= 0; at--) {
    shares[at] = dot(moves[at]!, direction) / dot(moves[at]!, turns[at]!);
    add(direction, turns[at]!, -shares[at]!);
  }
  const last = moves.length - 1;
  if (last >= 0) {
    const scale = dot(moves[last]!, turns[last]!) / dot(turns[last]!, turns[last]!);
    for (let at = 0; at < direction.length; at++) direction[at]! *= scale;
  }
  moves.forEach((move, at) => add(direction, move, shares[at]! - dot(turns[at]!, direction) / dot(move, turns[at]!)));
  return direction;
}

function add(vector: Float64Array, other: Float64Array, factor: number): void {
  for (let at = 0; at < vector.length; at++) vector[at]! += factor * other[at]!;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}

const norm = (vector: Float64Array) => Math.sqrt(dot(vector, vector));
const largest = (vector: Float64Array) => vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
