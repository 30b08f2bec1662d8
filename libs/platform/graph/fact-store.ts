import type { Id } from '@knotenpunkt/kernel';
import type { EdgeFact, FactRow, Facts, NodeFact, VectorFact } from './graph-port';
import type { VectorStore } from './vector-store';

/** What one owner says about a node or an edge. */
interface Claim<Fact> {
  owner: string;
  seq: number;
  fact: Fact;
}

/** Is told which fact about an id holds from now on. */
export interface FactReader {
  putNode(fact: NodeFact): void;
  dropNode(id: Id): void;
  putEdge(fact: EdgeFact): void;
  dropEdge(id: Id): void;
}

export function ownerKey(row: Pick<FactRow, 'ownerType' | 'ownerId'>): string {
  return `${row.ownerType}:${row.ownerId}`;
}

/** The same facts in one form: each id once (the last holds), optional fields filled in, no foreign ones. */
export function plainFacts(facts: Facts): Facts {
  const nodes = new Map(facts.nodes.map((node) => [node.id, plainNode(node)]));
  const edges = new Map(facts.edges.map((edge) => [edge.id, plainEdge(edge)]));
  const vectors = new Map((facts.vectors ?? []).map((vector) => [vector.id, plainVector(vector)]));
  return { nodes: [...nodes.values()], edges: [...edges.values()], vectors: [...vectors.values()] };
}

function plainVector({ id, of, kind, regionId, audience, values }: VectorFact): VectorFact {
  return { id, of, kind, regionId, audience, values: [...values] };
}

function plainNode(node: NodeFact): NodeFact {
  const { id, type, regionId, audience } = node;
  return { id, type, regionId, audience, kind: node.kind ?? '', themes: [...(node.themes ?? [])] };
}

function plainEdge(edge: EdgeFact): EdgeFact {
  const { id, from, to, regionId, role, since, weight, grade, audience, halfLifeDays } = edge;
  const until = edge.until ?? null;
  const confirmedOn = edge.confirmedOn ?? null;
  return {
    id,
    from,
    to,
    regionId,
    role,
    since,
    until,
    weight,
    grade,
    audience,
    halfLifeDays,
    confirmedOn,
    declared: edge.declared ?? false,
  };
}

/**
 * All facts, by owner. Where two owners speak of the same node or edge the one with the higher `seq` holds, and when it
 * falls silent the other holds again: so the state depends on the rows there are, never on the order they came in.
 */
export class FactStore {
  private readonly owners = new Map<string, { seq: number; facts: Facts }>();
  private readonly nodes = new Claims<NodeFact>();
  private readonly edges = new Claims<EdgeFact>();
  private highest = 0;

  constructor(
    private readonly reader: FactReader,
    private readonly vectors: VectorStore | null = null,
  ) {}

  /** The highest `seq` taken; 0 when there was none. */
  get seq(): number {
    return this.highest;
  }

  /** False when a row of this owner with the same or a higher `seq` was taken before. */
  take(row: FactRow): boolean {
    const owner = ownerKey(row);
    const before = this.owners.get(owner);
    if (before && before.seq >= row.seq) return false;
    const facts = plainFacts(row.facts);
    const touchedNodes = new Set<Id>();
    const touchedEdges = new Set<Id>();
    for (const node of before?.facts.nodes ?? []) this.nodes.withdraw(node.id, owner, touchedNodes);
    for (const edge of before?.facts.edges ?? []) this.edges.withdraw(edge.id, owner, touchedEdges);
    for (const node of facts.nodes) this.nodes.make(node.id, { owner, seq: row.seq, fact: node }, touchedNodes);
    for (const edge of facts.edges) this.edges.make(edge.id, { owner, seq: row.seq, fact: edge }, touchedEdges);
    this.vectors?.tell(owner, facts.vectors ?? []);
    this.owners.set(owner, { seq: row.seq, facts });
    this.highest = Math.max(this.highest, row.seq);
    for (const id of touchedNodes) {
      const node = this.nodes.holding(id);
      if (node) this.reader.putNode(node);
      else this.reader.dropNode(id);
    }
    for (const id of touchedEdges) {
      const edge = this.edges.holding(id);
      if (edge) this.reader.putEdge(edge);
      else this.reader.dropEdge(id);
    }
    return true;
  }

  *all(): Generator<{ owner: string; facts: Facts }> {
    for (const [owner, { facts }] of this.owners) yield { owner, facts };
  }
}

class Claims<Fact> {
  private readonly byId = new Map<Id, Claim<Fact>[]>();

  make(id: Id, claim: Claim<Fact>, touched: Set<Id>): void {
    touched.add(id);
    const claims = this.byId.get(id);
    if (claims) claims.push(claim);
    else this.byId.set(id, [claim]);
  }

  withdraw(id: Id, owner: string, touched: Set<Id>): void {
    touched.add(id);
    const rest = (this.byId.get(id) ?? []).filter((claim) => claim.owner !== owner);
    if (rest.length > 0) this.byId.set(id, rest);
    else this.byId.delete(id);
  }

  holding(id: Id): Fact | null {
    const claims = this.byId.get(id) ?? [];
    // `seq` is unique among rows; the owner decides only where a caller broke that rule.
    const [best] = claims.toSorted((a, b) => b.seq - a.seq || (a.owner < b.owner ? -1 : 1));
    return best?.fact ?? null;
  }
}
