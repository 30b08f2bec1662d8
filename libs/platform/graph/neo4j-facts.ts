import neo4j, { type Integer } from 'neo4j-driver';
import type { Id } from '@knotenpunkt/kernel';
import { ownerKey, plainFacts } from './fact-store';
import type { EdgeFact, FactRow, Facts, NodeFact, VectorFact } from './graph-port';
import type { Run } from './neo4j-connection';
import * as statements from './neo4j-statements';

/** Properties of nodes and relationships; what is null is not stored. */
type Properties = Record<string, string | number | boolean | string[] | number[] | null | Integer>;

export interface NodeRow extends Record<string, unknown> {
  node: Omit<NodeFact, 'id' | 'type'>;
  id?: Id;
  type: NodeFact['type'];
}

export interface EdgeRow extends Record<string, unknown> {
  edge: EdgeFact;
  type: 'ACTS_IN' | 'DECLARES';
  from: Id;
  to: Id;
}

/** A node of Neo4j as the fact it was made from. */
export function nodeOf(row: NodeRow): NodeFact {
  const { regionId, audience, kind, themes } = row.node;
  return { id: row.id ?? (row.node as NodeFact).id, type: row.type, regionId, audience, kind: kind ?? '', themes: themes ?? [] };
}

/** A vector of Neo4j as the fact it was made from. */
export function vectorOf({ id, of, kind, regionId, audience, values }: VectorFact): VectorFact {
  return { id, of, kind, regionId, audience, values };
}

/** A relationship of Neo4j as the fact it was made from. */
export function edgeOf({ edge, type, from, to }: EdgeRow): EdgeFact {
  const { id, regionId, role, since, weight, grade, audience, halfLifeDays } = edge;
  const declared = type === 'DECLARES';
  const until = edge.until ?? null;
  const confirmedOn = edge.confirmedOn ?? null;
  return { id, from, to, regionId, role, since, until, weight, grade, audience, halfLifeDays, confirmedOn, declared };
}

/** Replaces what the owners of the rows said before, and notes the `seq`; all in the transaction of `run`. */
export async function writeRows(run: Run, rows: readonly FactRow[]): Promise<void> {
  await run(statements.lockState);
  const fresh = await newest(run, rows);
  if (fresh.length === 0) return;
  const keys = fresh.map(ownerKey);
  const nodes = new Set<Id>();
  const edges = new Set<Id>();
  const ends = new Set<Id>();
  for (const { id } of await run<{ id: Id }>(statements.withdrawNodes, { keys })) nodes.add(id);
  await run(statements.withdrawVectors, { keys });
  for (const statement of statements.withdrawEdges) {
    for (const withdrawn of await run<{ id: Id; ends: Id[] }>(statement, { keys })) {
      edges.add(withdrawn.id);
      for (const end of withdrawn.ends) ends.add(end);
    }
  }
  const told = fresh.map((row) => ({ owner: ownerKey(row), seq: neo4j.int(row.seq), facts: plainFacts(row.facts) }));
  for (const { facts } of told) {
    for (const node of facts.nodes) nodes.add(node.id);
    for (const edge of facts.edges) {
      edges.add(edge.id);
      ends.add(edge.from).add(edge.to);
    }
  }
  await tell(run, fresh, told, [...new Set([...nodes, ...ends])]);
  await run(statements.settleNodes, { ids: [...nodes] });
  await run(statements.settleEdges, { ids: [...edges] });
  await run(statements.dropLonelyThings, { ids: [...new Set([...nodes, ...ends])] });
  await run(statements.writeSeq, { seq: neo4j.int(Math.max(...fresh.map((row) => row.seq))) });
}

/** The last row of each owner, without those that the graph has, or has newer. */
async function newest(run: Run, rows: readonly FactRow[]): Promise<FactRow[]> {
  const last = new Map<string, FactRow>();
  for (const row of rows) {
    const before = last.get(ownerKey(row));
    if (!before || before.seq < row.seq) last.set(ownerKey(row), row);
  }
  const known = await run<{ key: string; seq: number }>(statements.readOwners, { keys: [...last.keys()] });
  for (const { key, seq } of known) if (last.get(key)!.seq <= seq) last.delete(key);
  return [...last.values()];
}

interface Told {
  owner: string;
  seq: Integer;
  facts: Facts;
}

async function tell(run: Run, rows: readonly FactRow[], told: readonly Told[], things: readonly Id[]): Promise<void> {
  await run(statements.writeOwners, {
    owners: rows.map((row) => ({ key: ownerKey(row), type: row.ownerType, id: row.ownerId, seq: neo4j.int(row.seq) })),
  });
  await run(statements.makeThings, { ids: things });
  const nodes = told.flatMap(({ owner, seq, facts }) =>
    facts.nodes.map(({ id, ...node }) => ({ owner, id, properties: { ...node, seq } as Properties })),
  );
  await run(statements.tellNodes, { rows: nodes });
  const edges = told.flatMap(({ owner, seq, facts }) =>
    facts.edges.map(({ from, to, declared, ...edge }) => ({ from, to, declared, properties: { ...edge, owner, seq } as Properties })),
  );
  await run(statements.tellEdges('ACTS_IN'), { rows: edges.filter((edge) => !edge.declared) });
  await run(statements.tellEdges('DECLARES'), { rows: edges.filter((edge) => edge.declared) });
  const vectors = told.flatMap(({ owner, facts }) => (facts.vectors ?? []).map((vector): Properties => ({ ...vector, owner })));
  if (vectors.length > 0) await run(statements.tellVectors, { rows: vectors });
}
