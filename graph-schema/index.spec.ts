import { readdirSync } from 'node:fs';
import { graphSchema } from './index';

describe('the schema of Neo4j', () => {
  it('lists every file, in order', () => {
    const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.cypher'));
    expect(graphSchema.map(({ version, name }) => `${version}__${name}.cypher`)).toEqual(files.toSorted());
  });

  it('can be applied again, statement by statement', () => {
    const statements = graphSchema.flatMap((step) => step.statements);
    expect(statements.filter((text) => !/^(CREATE|DROP) .* IF (NOT )?EXISTS/.test(text))).toEqual([]);
    expect(statements.length).toBeGreaterThanOrEqual(graphSchema.length);
  });
});
