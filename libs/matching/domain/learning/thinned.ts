import type { Choice } from './conditional-logit';
import { randomFrom } from './random';

/**
 * A choice with all right candidates and about `others` of the wrong ones, drawn by a seed. The weights of a conditional logit stay the same in
 * expectation when all wrong ones have the same chance to be drawn (McFadden 1978, "Modelling the choice of residential location").
 */
export function thinned(choice: Choice, width: number, { others, seed }: { others: number; seed: number }): Choice {
  const candidates = choice.features.length / width;
  const chance = others / Math.max(1, candidates - choice.right.length);
  if (chance >= 1) return choice;
  const next = randomFrom(seed);
  const right = new Set(choice.right);
  const kept = Array.from({ length: candidates }, (_, place) => place).filter((place) => next() < chance || right.has(place));
  const features = new Float32Array(kept.length * width);
  kept.forEach((place, at) => features.set(choice.features.subarray(place * width, (place + 1) * width), at * width));
  return { features, right: kept.flatMap((place, at) => (right.has(place) ? [at] : [])), room: choice.room };
}
