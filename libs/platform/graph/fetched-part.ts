import { AUDIENCES, type Id } from '@knotenpunkt/kernel';
import { Adjacency } from './adjacency';
import { DerivedTies } from './derive-ties';
import type { EdgeFact, GraphQuestion, NodeFact } from './graph-port';
import type { Run } from './neo4j-connection';
import { edgeOf, nodeOf, type EdgeRow, type NodeRow } from './neo4j-facts';
import * as statements from './neo4j-statements';
import { TieGraph, type Wanted } from './tie-graph';

/** An actor at an edge, and what ties follow from; the order is that of `neo4j-statements`. */
type Part = [
  ...[actorId: Id, kind: string | null, actorAudience: NodeFact['audience']],
  ...[since: string, until: string | null, confirmedOn: string | null],
  ...[weight: number, grade: EdgeFact['grade'], audience: EdgeFact['audience'], halfLifeDays: number],
  /** Only where a question asks for them. */
  ...[role?: string, themes?: string[] | null],
];

/** A node with everybody who takes part in it, and what is declared besides. */
interface GroupRow extends Record<string, unknown> {
  /** Null where only something is declared. */
  id: Id | null;
  kind: string | null;
  /** Only where a question asks for them. */
  themes?: string[] | null;
  audience: NodeFact['audience'];
  /** Null for a bare node. */
  type: NodeFact['type'] | null;
  parts: Part[];
  declared: [edgeId: Id, from: Id, to: Id, other: Part][];
}

/**
 * The part of one audience's graph that a question needs, fetched from Neo4j as it goes. Whatever is shared comes with all its
 * participants, so that a tie is either as strong as it is, or not there. What was fetched for ties _among_ actors is
 * not all that ties them: nothing may be asked of them afterwards but that.
 */
export class FetchedPart {
  private readonly adjacency = new Adjacency();
  private readonly ties: DerivedTies;
  private readonly nodes = new Set<Id>();
  private readonly groups = new Set<Id>();
  private readonly declared = new Set<Id>();
  private readonly around = new Set<Id>();
  private readonly statements: statements.PartStatements;
  private readonly visible: { regionId: Id; audiences: string[] };

  constructor(
    private readonly run: Run,
    private readonly question: GraphQuestion,
  ) {
    const { regionId, audience, asOf, grades = [], roles = [], themes = [] } = question;
    this.statements = roles.length + themes.length > 0 ? statements.withRolesAndThemes : statements.plain;
    // What is looked for has a number before the first of it is fetched.
    for (const text of [...roles, ...themes]) this.adjacency.numberOf(text);
    this.ties = new DerivedTies(this.adjacency, { regionId, audience, asOf, grades, roles });
    this.visible = { regionId, audiences: AUDIENCES.slice(0, AUDIENCES.indexOf(audience) + 1) };
  }

  graph(asked: readonly Id[]): TieGraph {
    return new TieGraph(this.adjacency, this.ties, this.question, asked);
  }

  async fetch({ ties, actors }: Wanted): Promise<void> {
    // What ties those to anybody is there already.
    const ids = actors.filter((id) => !this.around.has(id));
    if (ids.length === 0) return;
    const statement = ties === 'all' ? this.statements.readAround : this.statements.readAmong;
    for (const row of await this.run<GroupRow>(statement, { ids, ...this.visible })) {
      this.takeGroup(row);
      for (const declared of row.declared) this.takeDeclared(...declared);
    }
    if (ties === 'all') for (const id of ids) this.around.add(id);
  }

  /** Everything of the region. */
  async fetchAll(): Promise<void> {
    for (const statement of statements.readRegion) {
      const edges = (await this.run<EdgeRow>(statement, this.visible)).map(edgeOf);
      const ids = new Set(edges.flatMap((edge) => [edge.from, edge.to]).filter((id) => !this.nodes.has(id)));
      if (ids.size > 0) for (const row of await this.run<NodeRow>(statements.readNodes, { ids: [...ids] })) this.takeNode(nodeOf(row));
      for (const edge of edges) this.adjacency.putEdge(edge);
    }
  }

  private takeGroup({ id, kind, themes, audience, type, parts }: GroupRow): void {
    if (id === null || this.groups.has(id)) return;
    this.groups.add(id);
    if (type) this.takeNode(this.nodeFact(id, type, kind, audience, themes));
    for (const [at, part] of parts.entries()) {
      this.takeNode(this.nodeFact(part[0], 'Actor', part[1], part[2], part[11]));
      // Nobody asks for the id of such an edge; it only has to be one of its own.
      this.adjacency.putEdge(this.edgeFact(`${id} ${at}`, part[0], id, part));
    }
  }

  private takeDeclared(id: Id, from: Id, to: Id, other: Part): void {
    // A known edge stays as it is: ties that were derived already name its row.
    if (this.declared.has(id)) return;
    this.declared.add(id);
    this.takeNode(this.nodeFact(other[0], 'Actor', other[1], other[2], other[11]));
    this.adjacency.putEdge({ ...this.edgeFact(id, from, to, other), declared: true });
  }

  private takeNode(node: NodeFact): void {
    if (this.nodes.has(node.id)) return;
    this.nodes.add(node.id);
    this.adjacency.putNode(node);
  }

  /** The region at home plays no part in ties. */
  private nodeFact(
    id: Id,
    type: NodeFact['type'],
    kind: string | null,
    audience: NodeFact['audience'],
    themes: string[] | null | undefined,
  ): NodeFact {
    return { id, type, regionId: this.visible.regionId, audience, kind: kind ?? '', themes: themes ?? [] };
  }

  private edgeFact(id: string, from: Id, to: Id, part: Part): EdgeFact {
    const [, , , since, until, confirmedOn, weight, grade, audience, halfLifeDays, role = ''] = part;
    const { regionId } = this.visible;
    return { id, from, to, regionId, role, since, until, confirmedOn, weight, grade, audience, halfLifeDays };
  }
}
