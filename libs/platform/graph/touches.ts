import type { Id } from '@knotenpunkt/kernel';
import type { Adjacency } from './adjacency';
import type { FactReader } from './fact-store';
import type { EdgeFact, NodeFact } from './graph-port';

/**
 * Notes, while facts come in, which actors may look different from before or have other ties: rather some too many than one too few. A tie
 * changes only between two of them.
 */
export class Touches implements FactReader {
  /** Ids of nodes that are others than before; by them those around are touched. */
  private readonly changed = new Set<Id>();
  /** Ids of nodes in which others take part than before. */
  private readonly joined = new Set<Id>();
  private readonly touched = new Set<Id>();

  constructor(private readonly adjacency: Adjacency) {}

  putNode(fact: NodeFact): void {
    // What is told again as it was changes no tie, but its owner has something new to show.
    (this.adjacency.holdsNode(fact) ? this.touched : this.changed).add(fact.id);
    this.adjacency.putNode(fact);
  }

  dropNode(id: Id): void {
    this.changed.add(id);
    this.adjacency.dropNode(id);
  }

  putEdge(fact: EdgeFact): void {
    if (this.adjacency.holdsEdge(fact)) return;
    this.touchEdge(this.adjacency.endsOf(fact.id));
    this.adjacency.putEdge(fact);
    this.touchEdge(fact);
  }

  dropEdge(id: Id): void {
    this.touchEdge(this.adjacency.endsOf(id));
    this.adjacency.dropEdge(id);
  }

  /** Ids of who was touched since the last call; others than actors may be among them. */
  take(): Set<Id> {
    const found = new Set(this.touched);
    for (const id of this.joined) this.addAround(id, found);
    for (const id of this.changed) {
      this.addAround(id, found);
      this.adjacency.eachOut(this.adjacency.find(id), (row) => this.addAround(this.idOf(this.adjacency.edge.at.to[row]!), found));
    }
    for (const each of [this.changed, this.joined, this.touched]) each.clear();
    return found;
  }

  private touchEdge(ends: Pick<EdgeFact, 'from' | 'to' | 'declared'> | null): void {
    if (!ends) return;
    this.touched.add(ends.from).add(ends.to);
    if (!ends.declared) this.joined.add(ends.to);
  }

  private addAround(id: Id, found: Set<Id>): void {
    found.add(id);
    this.adjacency.eachIn(this.adjacency.find(id), (row) => found.add(this.idOf(this.adjacency.edge.at.from[row]!)));
  }

  private idOf(number: number): Id {
    return this.adjacency.idOf(number);
  }
}
