import type { Meeting, FindingsInput } from '../findings';
import { linkCount, nextTo, type Links } from './links';

/** Two kinds of actor no two of which work together. */
export interface UnmetBenches {
  kinds: [string, string];
  /** How many actors there are of each. */
  actors: [number, number];
  /** One of each who could be introduced by somebody who works with both; null: there is nobody. */
  meeting: Meeting | null;
}

/** From so many actors on a kind counts as a bench. */
export const BENCH = 3;

/** The pairs of benches without a link, the largest first. */
export function unmetBenches({ actors: { ids, kind }, kinds }: FindingsInput, links: Links): UnmetBenches[] {
  const counts = new Uint32Array(kinds.length);
  for (const each of kind) counts[each]!++;
  const met = new Uint8Array(kinds.length * kinds.length);
  for (let actor = 0; actor < links.count; actor++)
    for (const other of nextTo(links, actor)) met[kind[actor]! * kinds.length + kind[other]!] = 1;
  const pairs: [number, number][] = [];
  for (let one = 0; one < kinds.length; one++)
    for (let other = one + 1; other < kinds.length; other++)
      if (counts[one]! >= BENCH && counts[other]! >= BENCH && !met[one * kinds.length + other]) pairs.push([one, other]);
  const meetings = meetingsOf(kind, kinds.length, links, pairs);
  return pairs
    .map(([one, other], at): UnmetBenches => {
      const found = meetings[at];
      return {
        kinds: [kinds[one]!, kinds[other]!],
        actors: [counts[one]!, counts[other]!],
        meeting: found ? { a: ids[found[0]]!, b: ids[found[1]]!, through: ids[found[2]]! } : null,
      };
    })
    .sort((p, q) => q.actors[0] + q.actors[1] - (p.actors[0] + p.actors[1]) || (p.kinds.join() < q.kinds.join() ? -1 : 1));
}

/** For each pair of kinds the two with the most links who have a common neighbour, and that neighbour. */
function meetingsOf(
  kind: Uint8Array,
  kindCount: number,
  links: Links,
  pairs: readonly [number, number][],
): ([number, number, number] | null)[] {
  const best: ([number, number, number] | null)[] = pairs.map(() => null);
  const linked = pairs.map(() => -1);
  const foremost = new Int32Array(kindCount);
  if (pairs.length === 0) return best;
  for (let through = 0; through < links.count; through++) {
    foremost.fill(-1);
    for (const other of nextTo(links, through)) {
      const known = foremost[kind[other]!]!;
      if (known < 0 || linkCount(links, other) > linkCount(links, known)) foremost[kind[other]!] = other;
    }
    pairs.forEach(([one, other], at) => {
      const [a, b] = [foremost[one]!, foremost[other]!];
      if (a < 0 || b < 0) return;
      const sum = linkCount(links, a) + linkCount(links, b);
      if (sum <= linked[at]!) return;
      linked[at] = sum;
      best[at] = [a, b, through];
    });
  }
  return best;
}
