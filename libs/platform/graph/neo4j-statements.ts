import { NODE_TYPES } from './adjacency';

/** The labels a fact may give a node, beside `Thing`. */
const LABELS = NODE_TYPES.filter((type) => type !== null);

export const readSeq = `OPTIONAL MATCH (state:GraphState {name: 'facts'}) RETURN coalesce(state.seq, 0) AS seq`;

/** Whoever writes begins with this: it holds the state until the end of the transaction, so that writers follow each other. */
export const lockState = `
  MERGE (state:GraphState {name: 'facts'})
  ON CREATE SET state.seq = 0
  SET state.changedAt = datetime()
  RETURN state.seq AS seq`;

export const writeSeq = `
  MATCH (state:GraphState {name: 'facts'})
  SET state.seq = CASE WHEN state.seq < $seq THEN $seq ELSE state.seq END`;

export const readOwners = `
  MATCH (owner:FactOwner) WHERE owner.key IN $keys
  RETURN owner.key AS key, owner.seq AS seq`;

export const writeOwners = `
  UNWIND $owners AS row
  MERGE (owner:FactOwner {key: row.key})
  SET owner.seq = row.seq, owner.type = row.type, owner.id = row.id`;

/** Takes back what the owners said of nodes; gives the ids. */
export const withdrawNodes = `
  UNWIND $keys AS key
  MATCH (:FactOwner {key: key})-[told:TELLS_OF]->(thing:Thing)
  WITH told, thing.id AS id
  DELETE told
  RETURN id`;

/** Takes back what the owners said of edges; gives their ids and those of their ends. */
export const withdrawEdges = (['ACTS_IN', 'DECLARES'] as const).map(
  (type) => `
  UNWIND $keys AS key
  MATCH (from:Thing)-[edge:${type} {owner: key}]->(to:Thing)
  WITH edge, edge.id AS id, [from.id, to.id] AS ends
  DELETE edge
  RETURN id, ends`,
);

/** Takes back what the owners said of vectors. */
export const withdrawVectors = `
  UNWIND $keys AS key
  MATCH (vector:Vector {owner: key})
  DELETE vector`;

export const tellVectors = `
  UNWIND $rows AS row
  CREATE (vector:Vector)
  SET vector = row`;

export const countVectors = 'MATCH (vector:Vector) RETURN count(vector) AS count';

/** Of the vectors nearest to one those that count; the index knows nothing of regions. */
export const nearestVectors = `
  CALL db.index.vector.queryNodes('vector_values', $among, $vector) YIELD node
  WHERE node.regionId = $regionId AND node.audience IN $audiences AND node.kind = $kind
  RETURN node.of AS of, node.values AS values`;

/** A new index is filled beside the work; until then it cannot be asked. */
export const awaitIndexes = 'CALL db.awaitIndexes(25)';

export const makeThings = `
  UNWIND $ids AS id
  MERGE (:Thing {id: id})`;

export const tellNodes = `
  UNWIND $rows AS row
  MATCH (owner:FactOwner {key: row.owner})
  MATCH (thing:Thing {id: row.id})
  CREATE (owner)-[told:TELLS_OF]->(thing)
  SET told = row.properties`;

export const tellEdges = (type: 'ACTS_IN' | 'DECLARES') => `
  UNWIND $rows AS row
  MATCH (from:Thing {id: row.from})
  MATCH (to:Thing {id: row.to})
  CREATE (from)-[edge:${type}]->(to)
  SET edge = row.properties`;

/** Of several owners who speak of the same node the latest holds; a node nobody speaks of becomes a bare one. */
export const settleNodes = `
  UNWIND $ids AS id
  MATCH (thing:Thing {id: id})
  OPTIONAL MATCH (owner:FactOwner)-[told:TELLS_OF]->(thing)
  WITH thing, told, owner ORDER BY told.seq DESC, owner.key
  WITH thing, collect(told) AS claims
  WITH thing, claims, head(claims) AS best
  FOREACH (told IN claims | SET told.holds = (told = best))
  REMOVE ${LABELS.map((label) => `thing:${label}`).join(', ')}
  SET thing = {id: thing.id, regionId: best.regionId, audience: best.audience, kind: best.kind, themes: best.themes}
  ${LABELS.map((label) => `FOREACH (yes IN CASE best.type WHEN '${label}' THEN [1] ELSE [] END | SET thing:${label})`).join('\n  ')}`;

/** The same for edges, whichever of the two types an owner gave one. */
export const settleEdges = `
  UNWIND $ids AS id
  CALL (id) {
    MATCH (:Thing)-[edge:ACTS_IN {id: id}]->(:Thing) RETURN edge
    UNION ALL
    MATCH (:Thing)-[edge:DECLARES {id: id}]->(:Thing) RETURN edge
  }
  WITH id, edge ORDER BY edge.seq DESC, edge.owner
  WITH id, collect(edge) AS claims
  WITH claims, head(claims) AS best
  FOREACH (edge IN claims | SET edge.holds = (edge = best))`;

/** Bare nodes to which nothing leads any more. */
export const dropLonelyThings = `
  MATCH (thing:Thing) WHERE thing.id IN $ids AND NOT (thing)--()
  DELETE thing`;

/** Owners first: whoever is without one is told again in full, so a clearing that broke off does no harm. */
export const forgetOwners = `MATCH (one) WHERE one:FactOwner OR one:GraphState DETACH DELETE one`;
export const forgetVectors = `MATCH (vector:Vector) CALL (vector) { DELETE vector } IN TRANSACTIONS OF 5000 ROWS`;
export const forgetThings = `MATCH (thing:Thing) CALL (thing) { DETACH DELETE thing } IN TRANSACTIONS OF 5000 ROWS`;

const VISIBLE = (edge: string) => `${edge}.holds AND ${edge}.regionId = $regionId AND ${edge}.audience IN $audiences`;
/** As much of an edge and its actor as ties follow from, in the order of `Part`. */
const part = (actor: string, more: string): string =>
  `[${actor}.id, ${actor}.kind, ${actor}.audience, edge.since, edge.until, edge.confirmedOn, edge.weight, edge.grade, edge.audience, edge.halfLifeDays${more}]`;
const EDGE = `properties(edge) AS edge, type(edge) AS type, startNode(edge).id AS from, endNode(edge).id AS to`;
const TYPE = (thing: string) => `[label IN labels(${thing}) WHERE label <> 'Thing'][0]`;

/** Planned once: every step follows an id or an edge, whatever the amounts, and planning costs more than answering. */
const PLANNED_ONCE = 'CYPHER replan=skip';

/** What is read of the graph around actors. */
export interface PartStatements {
  /**
   * Everything the ties of the actors follow from: themselves with their own members, what they take part in, and what is declared.
   * One statement, because a statement costs more than the few rows most questions need. What may be seen is looked at where the
   * participants are read, and not on the way there as well: what is read of an edge costs more than the edge.
   */
  readAround: string;
  /** The same, without what ties none of the actors to another of them. */
  readAmong: string;
}

/** `described`: with roles and themes, which most questions do not look at. */
function partStatements(described: boolean): PartStatements {
  const partOf = (actor: string) => part(actor, described ? `, edge.role, ${actor}.themes` : '');
  // A node as the thing its participants share, with all of them: only so is known how many they are.
  const group = `shared.id AS id, shared.kind AS kind, ${described ? 'shared.themes' : 'null'} AS themes, shared.audience AS audience,
  ${TYPE('shared')} AS type, [(shared)<-[edge:ACTS_IN]-(member:Actor) WHERE ${VISIBLE('edge')} | ${partOf('member')}] AS parts`;
  const declared = `[edge.id, startNode(edge).id, endNode(edge).id, ${partOf('other')}]`;
  return {
    readAround: `${PLANNED_ONCE}
  UNWIND $ids AS id
  MATCH (actor:Thing {id: id})
  CALL (actor) {
    RETURN actor AS shared
    UNION
    MATCH (actor)-[:ACTS_IN]->(shared:Thing)
    RETURN shared
  }
  WITH DISTINCT shared
  RETURN ${group},
    [(shared)-[edge:DECLARES]-(other:Actor) WHERE ${VISIBLE('edge')} | ${declared}] AS declared`,
    readAmong: `${PLANNED_ONCE}
  UNWIND $ids AS id
  MATCH (:Thing {id: id})-[own:ACTS_IN]->(shared:Thing)
  WITH shared, count(own) AS inside WHERE inside > 1 OR (shared:Actor AND shared.id IN $ids)
  RETURN ${group}, [] AS declared
  UNION ALL
  UNWIND $ids AS id
  MATCH (:Thing {id: id})-[edge:DECLARES]->(other:Actor) WHERE ${VISIBLE('edge')} AND other.id IN $ids
  RETURN null AS id, null AS kind, null AS themes, null AS audience, null AS type, [] AS parts, collect(${declared}) AS declared`,
  };
}

export const plain = partStatements(false);
export const withRolesAndThemes = partStatements(true);

export const readSomeActors = `MATCH (actor:Actor) RETURN actor.id AS id, actor.regionId AS regionId LIMIT 25`;

/** All edges of a region that an audience sees. */
export const readRegion = (['ACTS_IN', 'DECLARES'] as const).map(
  (type) => `
  MATCH (:Thing)-[edge:${type} {regionId: $regionId}]->(:Thing) WHERE ${VISIBLE('edge')}
  RETURN ${EDGE}`,
);

/** What is known of nodes; of bare ones nothing. */
export const readNodes = `${PLANNED_ONCE}
  MATCH (thing:Thing) WHERE thing.id IN $ids AND size(labels(thing)) > 1
  RETURN properties(thing) AS node, ${TYPE('thing')} AS type`;

/** Every word of every owner. What holds is read from the node itself, where questions read it, too. */
export const readToldNodes = `
  MATCH (owner:FactOwner)-[told:TELLS_OF]->(thing:Thing)
  WITH owner, thing, told, CASE WHEN told.holds THEN properties(thing) ELSE properties(told) END AS node
  WHERE $regionId IS NULL OR node.regionId = $regionId
  RETURN owner.key AS owner, thing.id AS id, node, CASE WHEN told.holds THEN ${TYPE('thing')} ELSE told.type END AS type`;

export const readToldVectors = `
  MATCH (vector:Vector) WHERE $regionId IS NULL OR vector.regionId = $regionId
  RETURN vector.owner AS owner, properties(vector) AS vector`;

export const readToldEdges = (['ACTS_IN', 'DECLARES'] as const).map(
  (type) => `
  MATCH (:Thing)-[edge:${type}]->(:Thing) WHERE $regionId IS NULL OR edge.regionId = $regionId
  RETURN edge.owner AS owner, ${EDGE}`,
);
