import { AUDIENCES, GRADES, OPEN_END, toDay, type Audience, type Id } from '@knotenpunkt/kernel';
import { Columns } from './columns';
import type { EdgeFact, NodeFact, NodeType } from './graph-port';

/** 0 is a bare node: something was said about it, but its owner has not arrived. */
export const NODE_TYPES: readonly (NodeType | null)[] = [null, 'Actor', 'Initiative', 'Challenge', 'Alliance', 'Event', 'Theme'];
export const ACTOR = NODE_TYPES.indexOf('Actor');
export const EVENT = NODE_TYPES.indexOf('Event');
export const THEME = NODE_TYPES.indexOf('Theme');

/** So many changes at least are kept beside the index before it is built anew; more where the index itself is large. */
const SMALLEST_REBUILD = 2048;

const NOTHING: number[] = [];

/**
 * Who takes part in what, as numbers: one row a node, one row an edge, and for each node the rows of its edges (compressed
 * sparse rows). Changes go to a small overlay; a dead row stays in the index, marked, until the index is built anew.
 * Knows nothing of owners: whoever fills it decides which fact holds.
 */
export class Adjacency {
  private readonly numbers = new Map<string, number>();
  private readonly ids: string[] = [];
  readonly node = new Columns({
    type: new Uint8Array(256),
    audience: new Uint8Array(256),
    region: new Int32Array(256),
    kind: new Int32Array(256),
  });
  /** Numbers of the themes of each node. */
  private readonly themes: (readonly number[] | undefined)[] = [];
  readonly edge = new Columns({
    from: new Int32Array(256),
    to: new Int32Array(256),
    region: new Int32Array(256),
    role: new Int32Array(256),
    since: new Int32Array(256),
    until: new Int32Array(256),
    confirmed: new Int32Array(256),
    weight: new Float64Array(256),
    halfLife: new Float64Array(256),
    grade: new Uint8Array(256),
    audience: new Uint8Array(256),
    declared: new Uint8Array(256),
    alive: new Uint8Array(256),
  });
  private readonly rowOf = new Map<Id, number>();
  private readonly edgeIds: Id[] = [];
  private rows = 0;
  private free: number[] = [];
  private readonly out = new Index();
  private readonly in = new Index();
  private changes = 0;

  constructor(private readonly smallestRebuild = SMALLEST_REBUILD) {}

  /** The number that stands for a text (an id, a kind, a region); made when it is new. */
  numberOf(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const number = this.ids.push(text) - 1;
    this.numbers.set(text, number);
    this.node.grow(number);
    return number;
  }

  /** The number of an id that something was said about; -1 for any other, so that questions leave no trace. */
  find(id: Id): number {
    return this.numbers.get(id) ?? -1;
  }

  /** The text a number stands for. */
  idOf(number: number): string {
    return this.ids[number]!;
  }

  kindOf(node: number): string {
    return this.ids[this.node.at.kind[node]!] ?? '';
  }

  /** Whether the node has one of these themes, told as numbers. */
  hasThemeOf(node: number, wanted: ReadonlySet<number>): boolean {
    return this.themes[node]?.some((theme) => wanted.has(theme)) ?? false;
  }

  edgeIdOf(row: number): Id {
    return this.edgeIds[row]!;
  }

  /** All actors, in no particular order. */
  *actors(): Generator<number> {
    for (let n = 0; n < this.ids.length; n++) if (this.node.at.type[n] === ACTOR) yield n;
  }

  putNode(fact: NodeFact): void {
    const n = this.numberOf(fact.id);
    const region = this.numberOf(fact.regionId);
    const kind = fact.kind ? this.numberOf(fact.kind) : -1;
    const columns = this.node.at;
    columns.type[n] = NODE_TYPES.indexOf(fact.type);
    columns.audience[n] = AUDIENCES.indexOf(fact.audience);
    columns.region[n] = region;
    columns.kind[n] = kind;
    this.themes[n] = fact.themes?.length ? fact.themes.map((theme) => this.numberOf(theme)) : undefined;
  }

  /** The node becomes a bare one. */
  dropNode(id: Id): void {
    this.node.at.type[this.numberOf(id)] = 0;
  }

  putEdge(fact: EdgeFact): void {
    this.dropEdge(fact.id);
    const from = this.numberOf(fact.from);
    const to = this.numberOf(fact.to);
    const region = this.numberOf(fact.regionId);
    const role = this.numberOf(fact.role);
    const row = this.free.pop() ?? this.rows++;
    this.edge.grow(row);
    const columns = this.edge.at;
    columns.from[row] = from;
    columns.to[row] = to;
    columns.region[row] = region;
    columns.role[row] = role;
    columns.since[row] = toDay(fact.since);
    columns.until[row] = fact.until ? toDay(fact.until) : OPEN_END;
    columns.confirmed[row] = fact.confirmedOn ? toDay(fact.confirmedOn) : columns.since[row]!;
    columns.weight[row] = fact.weight;
    columns.halfLife[row] = fact.halfLifeDays;
    columns.grade[row] = GRADES.indexOf(fact.grade);
    columns.audience[row] = AUDIENCES.indexOf(fact.audience);
    columns.declared[row] = fact.declared ? 1 : 0;
    columns.alive[row] = 1;
    this.rowOf.set(fact.id, row);
    this.edgeIds[row] = fact.id;
    this.out.add(from, row);
    this.in.add(to, row);
    this.changed();
  }

  dropEdge(id: Id): void {
    const row = this.rowOf.get(id);
    if (row === undefined) return;
    this.rowOf.delete(id);
    this.edge.at.alive[row] = 0;
    this.changed();
  }

  /** Whether the node is told as it is here already. */
  holdsNode({ id, type, audience, kind }: NodeFact): boolean {
    const n = this.find(id);
    const columns = this.node.at;
    if (n < 0 || columns.type[n] !== NODE_TYPES.indexOf(type) || columns.audience[n] !== AUDIENCES.indexOf(audience)) return false;
    return this.kindOf(n) === (kind ?? '');
  }

  /** Whether the edge is told as it is here already. */
  holdsEdge(fact: EdgeFact): boolean {
    const row = this.rowOf.get(fact.id);
    if (row === undefined) return false;
    const columns = this.edge.at;
    const since = toDay(fact.since);
    return (
      this.ids[columns.from[row]!] === fact.from &&
      this.ids[columns.to[row]!] === fact.to &&
      this.ids[columns.region[row]!] === fact.regionId &&
      columns.since[row] === since &&
      columns.until[row] === (fact.until ? toDay(fact.until) : OPEN_END) &&
      columns.confirmed[row] === (fact.confirmedOn ? toDay(fact.confirmedOn) : since) &&
      columns.weight[row] === fact.weight &&
      columns.halfLife[row] === fact.halfLifeDays &&
      columns.grade[row] === GRADES.indexOf(fact.grade) &&
      columns.audience[row] === AUDIENCES.indexOf(fact.audience) &&
      columns.declared[row] === (fact.declared ? 1 : 0)
    );
  }

  /** Between whom an edge stands; null where there is none of this id. */
  endsOf(edgeId: Id): { from: Id; to: Id; declared: boolean } | null {
    const row = this.rowOf.get(edgeId);
    if (row === undefined) return null;
    const { from, to, declared } = this.edge.at;
    return { from: this.ids[from[row]!]!, to: this.ids[to[row]!]!, declared: declared[row] === 1 };
  }

  /** For whom the edges of a region are, ends included. */
  audiencesOf(regionId: Id): Set<Audience> {
    const [region, found] = [this.find(regionId), new Set<number>()];
    const { edge, node } = this;
    for (let row = 0; row < this.rows; row++) {
      if (!edge.at.alive[row] || edge.at.region[row] !== region) continue;
      const ends = [edge.at.from[row]!, edge.at.to[row]!].map((end) => node.at.audience[end]!);
      found.add(Math.max(edge.at.audience[row]!, ...ends));
    }
    return new Set(Array.from(found, (audience) => AUDIENCES[audience]!));
  }

  /** Calls `visit` with the row of each living edge that begins at the node. */
  eachOut(node: number, visit: (row: number) => void): void {
    this.out.each(node, this.edge.at.alive, visit);
  }

  /** About how many edges begin at the node: dead ones that the index still names count as well. */
  countOut(node: number): number {
    return this.out.size(node);
  }

  /** Calls `visit` with the row of each living edge that ends at the node. */
  eachIn(node: number, visit: (row: number) => void): void {
    this.in.each(node, this.edge.at.alive, visit);
  }

  private changed(): void {
    if (++this.changes < Math.max(this.smallestRebuild, this.rowOf.size / 2)) return;
    this.changes = 0;
    this.out.rebuild(this.ids.length, this.rows, this.edge.at.from, this.edge.at.alive);
    this.in.rebuild(this.ids.length, this.rows, this.edge.at.to, this.edge.at.alive);
    // Only now is no dead row named by the index any more, so only now may rows be used again.
    this.free = [];
    for (let row = 0; row < this.rows; row++) if (!this.edge.at.alive[row]) this.free.push(row);
  }
}

/** The rows at each node: `rows[offsets[n] … offsets[n + 1])`, and what was added since the last rebuild. */
class Index {
  private offsets = new Int32Array(1);
  private sorted = new Int32Array(0);
  private readonly overlay = new Map<number, number[]>();

  add(node: number, row: number): void {
    const added = this.overlay.get(node);
    if (added) added.push(row);
    else this.overlay.set(node, [row]);
  }

  each(node: number, alive: Uint8Array, visit: (row: number) => void): void {
    const end = this.offsets[node + 1] ?? 0;
    for (let i = end === 0 ? 0 : this.offsets[node]!; i < end; i++) {
      const row = this.sorted[i]!;
      if (alive[row]) visit(row);
    }
    for (const row of this.overlay.get(node) ?? NOTHING) if (alive[row]) visit(row);
  }

  size(node: number): number {
    const end = this.offsets[node + 1] ?? 0;
    return (end === 0 ? 0 : end - this.offsets[node]!) + (this.overlay.get(node)?.length ?? 0);
  }

  /** A counting sort of the living rows by their end. */
  rebuild(nodes: number, rows: number, end: Int32Array, alive: Uint8Array): void {
    const offsets = new Int32Array(nodes + 1);
    for (let row = 0; row < rows; row++) if (alive[row]) offsets[end[row]! + 1]!++;
    for (let node = 0; node < nodes; node++) offsets[node + 1]! += offsets[node]!;
    const sorted = new Int32Array(offsets[nodes]!);
    const next = offsets.slice(0, nodes);
    for (let row = 0; row < rows; row++) if (alive[row]) sorted[next[end[row]!]!++] = row;
    this.offsets = offsets;
    this.sorted = sorted;
    this.overlay.clear();
  }
}
