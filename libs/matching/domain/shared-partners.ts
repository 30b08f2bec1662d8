import type { Id } from '@knotenpunkt/kernel';

/** Somebody two actors both work with, and with how many that one works in all. */
export interface SharedPartner {
  id: Id;
  /** Its number of partners; at least 2, since both work with it. */
  partners: number;
}

/** Who works with whom. */
export type Neighbours = ReadonlyMap<Id, ReadonlySet<Id>>;

/** Neighbours from pairs. */
export function neighboursOf(pairs: readonly { a: Id; b: Id }[]): Map<Id, Set<Id>> {
  const neighbours = new Map<Id, Set<Id>>();
  const join = (from: Id, to: Id) => neighbours.set(from, (neighbours.get(from) ?? new Set()).add(to));
  for (const { a, b } of pairs) {
    join(a, b);
    join(b, a);
  }
  return neighbours;
}

/** Partners of both, the ones with fewest partners first: they say most. */
export function sharedPartners(neighbours: Neighbours, a: Id, b: Id): SharedPartner[] {
  const ofB = neighbours.get(b) ?? new Set();
  return [...(neighbours.get(a) ?? [])]
    .filter((id) => id !== a && id !== b && ofB.has(id))
    .map((id) => ({ id, partners: Math.max(2, neighbours.get(id)?.size ?? 0) }))
    .sort((x, y) => x.partners - y.partners || (x.id < y.id ? -1 : 1));
}

/**
 * Σ 1/ln(partners): a shared partner who works with few says more than one who works with everybody (Adamic & Adar
 * 2003, "Friends and neighbors on the Web"). Better than resource allocation at finding a partner for one actor on the
 * judged H2020 tasks (hit@10 .540 against .465); used for that.
 */
export function adamicAdar(shared: readonly SharedPartner[]): number {
  return shared.reduce((sum, { partners }) => sum + 1 / Math.log(partners), 0);
}

/**
 * Σ 1/partners: each shared partner has one unit to give and parts it among all it works with (Zhou, Lü & Zhang 2009,
 * "Predicting missing links via local information"). The best simple score for completing an alliance on the H2020
 * tasks (hit@10 .250 against .230), and it reaches more of those who are seldom found; used for that.
 */
export function resourceAllocation(shared: readonly SharedPartner[]): number {
  return shared.reduce((sum, { partners }) => sum + 1 / partners, 0);
}
