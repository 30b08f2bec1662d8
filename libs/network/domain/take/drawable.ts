import { TakeWords } from './take-words';
import type { Taken, TakenTie } from './taken';

/** More than these one sheet cannot show. */
const MOST_DRAWN = { actors: 10_000, ties: 40_000 };

/** The strongest ties, without sorting all of them: half a million are walked once. */
export function strongest(ties: Iterable<TakenTie>, most: number): TakenTie[] {
  const order = (p: TakenTie, q: TakenTie) => q.strength - p.strength || (p.a + p.b < q.a + q.b ? -1 : 1);
  let best: TakenTie[] = [];
  for (const tie of ties) {
    best.push(tie);
    if (best.length >= 4 * most) best = best.sort(order).slice(0, most);
  }
  return best.sort(order).slice(0, most);
}

function* among(ties: Iterable<TakenTie>, ids: ReadonlySet<string>): Generator<TakenTie> {
  for (const tie of ties) if (ids.has(tie.a) && ids.has(tie.b)) yield tie;
}

/**
 * The part of a large network that can be drawn: the chosen and those with the most ties, and the strongest ties among them. It says of
 * itself that it is a part; a network that is not too large stays as it is.
 */
export function drawable(taken: Taken, most: { actors: number; ties: number } = MOST_DRAWN): Taken {
  if (taken.nodes.length <= most.actors && taken.tieCount <= most.ties) return taken;
  const rank = (id: string) => Number(!taken.chosen.has(id));
  const nodes = taken.nodes
    .toSorted((p, q) => rank(p.id) - rank(q.id) || q.degree - p.degree || (p.id < q.id ? -1 : 1))
    .slice(0, most.actors);
  const ties = strongest(among(taken.ties, new Set(nodes.map(({ id }) => id))), most.ties);
  const words = new TakeWords(taken.language);
  const drawn = words.fill(words.own.pdf.drawn, { actors: words.actors(nodes.length), ties: words.ties(ties.length) });
  return { ...taken, nodes, ties, tieCount: ties.length, about: [...taken.about, drawn] };
}
