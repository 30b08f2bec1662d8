import type { Grade, Id } from '@knotenpunkt/kernel';
import type { NetworkOverview } from '../columns/network-overview';
import type { Shown } from '../view/shown';

/** The tie between two actors in the columns; −1: there is none. */
export function tieBetween(network: NetworkOverview, one: Id, other: Id): number {
  const [from, to] = [network.placeOf(one), network.placeOf(other)];
  if (from < 0 || to < 0) return -1;
  const { actors, ties } = network.neighboursOf(from);
  const at = actors.indexOf(to);
  return at < 0 ? -1 : ties[at]!;
}

/** Whether a view shows the tie between two; a tie that is newer than the columns is shown if its grade is. */
export function showsTie(network: NetworkOverview, shown: Shown, tie: { a: Id; b: Id; grade: Grade }, grades: readonly Grade[]): boolean {
  const at = tieBetween(network, tie.a, tie.b);
  return at < 0 ? grades.includes(tie.grade) : shown.ties[at] === 1;
}

/** Of what is shown only these ties and their ends: for filters that the columns know nothing of, such as roles. */
export function onlyTies(network: NetworkOverview, shown: Shown, ties: readonly { a: Id; b: Id }[], keep: readonly Id[]): Shown {
  const left: Shown = { actors: new Uint8Array(shown.actors.length), ties: new Uint8Array(shown.ties.length), actorCount: 0, tieCount: 0 };
  const show = (id: Id) => {
    const place = network.placeOf(id);
    if (place < 0 || !shown.actors[place] || left.actors[place]) return;
    left.actors[place] = 1;
    left.actorCount++;
  };
  for (const id of keep) show(id);
  for (const { a, b } of ties) {
    const tie = tieBetween(network, a, b);
    if (tie < 0 || !shown.ties[tie] || left.ties[tie]) continue;
    left.ties[tie] = 1;
    left.tieCount++;
    show(a);
    show(b);
  }
  return left;
}
