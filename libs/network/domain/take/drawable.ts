import { atOnce, partOf } from '@knotenpunkt/kernel';
import { TakeWords } from './take-words';
import type { Taken, TakenNode, TakenTie } from './taken';

/** More than these one sheet cannot show. */
const MOST_DRAWN = { actors: 10_000, ties: 40_000 };

/** So many actors or ties are walked in one step. */
const STRIDE = 1_000;

interface Choice<Item> {
  /** How many there are to choose from, about: only to say how far it is. */
  of: number;
  most: number;
  order: (p: Item, q: Item) => number;
  /** Missing: all. */
  only?: (item: Item) => boolean;
}

/** The first in an order, without sorting all: half a million are walked once. */
function* firstOf<Item>(items: Iterable<Item>, { of, most, order, only = () => true }: Choice<Item>): Generator<number, Item[]> {
  let best: Item[] = [];
  let walked = 0;
  for (const item of items) {
    if (++walked % STRIDE === 0) yield Math.min(1, walked / of);
    if (!only(item)) continue;
    best.push(item);
    if (best.length >= 2 * most) best = best.sort(order).slice(0, most);
  }
  return best.sort(order).slice(0, most);
}

const byStrength = (p: TakenTie, q: TakenTie) => q.strength - p.strength || (p.a === q.a ? (p.b < q.b ? -1 : 1) : p.a < q.a ? -1 : 1);

/** The strongest ties. */
export function strongest({ ties, tieCount }: Pick<Taken, 'ties' | 'tieCount'>, most: number): TakenTie[] {
  return atOnce(firstOf(ties, { of: tieCount, most, order: byStrength }));
}

/** What can be drawn, at once. */
export function drawable(taken: Taken, most?: { actors: number; ties: number }): Taken {
  return atOnce(drawableInSteps(taken, most));
}

/**
 * The part of a large network that can be drawn: the chosen and those with the most ties, and the strongest ties among them. It says of
 * itself that it is a part; a network that is not too large stays as it is.
 */
export function* drawableInSteps(taken: Taken, most: { actors: number; ties: number } = MOST_DRAWN): Generator<number, Taken> {
  if (taken.nodes.length <= most.actors && taken.tieCount <= most.ties) return taken;
  const rank = (id: string) => Number(!taken.chosen.has(id));
  const order = (p: TakenNode, q: TakenNode) => rank(p.id) - rank(q.id) || q.degree - p.degree || (p.id < q.id ? -1 : 1);
  const nodes = yield* partOf(firstOf(taken.nodes, { of: taken.nodes.length, most: most.actors, order }), 0, 0.3);
  const ids = new Set(nodes.map(({ id }) => id));
  const only = ({ a, b }: TakenTie) => ids.has(a) && ids.has(b);
  const ties = yield* partOf(firstOf(taken.ties, { of: taken.tieCount, most: most.ties, order: byStrength, only }), 0.3, 1);
  const words = new TakeWords(taken.language);
  const drawn = words.fill(words.own.pdf.drawn, { actors: words.actors(nodes.length), ties: words.ties(ties.length) });
  return { ...taken, nodes, ties, tieCount: ties.length, about: [...taken.about, drawn] };
}
