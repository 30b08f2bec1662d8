import { steadyRandom } from '../placing';

/** Ties of an invented network, for tests and measurements. */
export interface SampleNetwork {
  order: number;
  a: number[];
  b: number[];
  weight: number[];
}

/** Actors in groups: most ties stay within a group, some lead out; always the same for the same seed. */
export function randomNetwork(seed: string, order: number, { tiesEach = 3, groupSize = 12, outside = 0.15 } = {}): SampleNetwork {
  const random = steadyRandom(seed);
  // The first numbers of the generator lie close for like seeds.
  for (let at = 0; at < 5; at++) random();
  const seen = new Set<number>();
  const [a, b, weight]: number[][] = [[], [], []] as never;
  for (let tie = 0; tie < order * tiesEach; tie++) {
    const from = Math.floor(random() * order);
    const group = Math.floor(from / groupSize) * groupSize;
    const to = random() < outside ? Math.floor(random() * order) : Math.min(order - 1, group + Math.floor(random() * groupSize));
    const [low, high] = from < to ? [from, to] : [to, from];
    if (low === high || seen.has(low * order + high)) continue;
    seen.add(low * order + high);
    a!.push(low);
    b!.push(high);
    weight!.push(Math.ceil(random() * 8) / 4);
  }
  return { order, a: a!, b: b!, weight: weight! };
}
