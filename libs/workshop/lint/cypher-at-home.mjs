import { mayHoldCypher } from './fences.mjs';
import { placeOf } from './place.mjs';

const CYPHER = [
  // MATCH (a:Actor), MERGE (n {id: …}), CREATE (n:Actor) – SQL writes MERGE INTO and CREATE TABLE.
  /\b(MATCH|MERGE|CREATE)\s*\(\s*\w*\s*[:{)]/,
  // (a)-[r:SHARES]->(b), (a)<-[…
  /\)\s*<?-\s*\[[^\]]*\]\s*->?\s*\(/,
  /\bUNWIND\s+\$?[\w.]+\s+AS\b/,
  /\bCALL\s+(db|dbms|apoc|gds)\./,
  /\bDETACH\s+DELETE\b/,
];

/** @type {import('eslint').Rule.RuleModule} */
export default {
  meta: {
    type: 'problem',
    docs: { description: 'Cypher stands in the Neo4j adapter and in graph-schema/ only.' },
    schema: [],
    messages: { cypher: 'Cypher stands in libs/platform/graph/neo4j* and graph-schema/ only: ask the GraphPort instead.' },
  },
  create(context) {
    if (mayHoldCypher(placeOf(context))) return {};
    return {
      Literal(node) {
        if (typeof node.value === 'string' && CYPHER.some((sign) => sign.test(String(node.value))))
          context.report({ node, messageId: 'cypher' });
      },
      TemplateLiteral(node) {
        const text = node.quasis.map((quasi) => quasi.value.raw).join('x');
        if (CYPHER.some((sign) => sign.test(text))) context.report({ node, messageId: 'cypher' });
      },
    };
  },
};
