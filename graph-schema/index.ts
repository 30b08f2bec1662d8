import V001 from './V001__actor_id.cypher';
import V002 from './V002__thing_id.cypher';
import V003 from './V003__fact_owner.cypher';
import V004 from './V004__edges.cypher';
import V005 from './V005__vectors.cypher';

/** One step of the schema of Neo4j. Append-only; each statement may be repeated. */
export interface GraphSchemaStep {
  version: string;
  name: string;
  statements: string[];
}

function step(version: string, name: string, text: string): GraphSchemaStep {
  const withoutRemarks = text.replace(/^\s*\/\/.*$/gm, '');
  return { version, name, statements: withoutRemarks.split(';').map((one) => one.trim()).filter(Boolean) }; // prettier-ignore
}

/** All steps in the order in which they run. */
export const graphSchema: readonly GraphSchemaStep[] = [
  step('V001', 'actor_id', V001),
  step('V002', 'thing_id', V002),
  step('V003', 'fact_owner', V003),
  step('V004', 'edges', V004),
  step('V005', 'vectors', V005),
];
