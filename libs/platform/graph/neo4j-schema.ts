import { graphSchema } from '@knotenpunkt/graph-schema';
import type { Neo4jConnection } from './neo4j-connection';

const readVersions = 'MATCH (step:GraphSchema) RETURN step.version AS version';
const noteVersion = 'MERGE (step:GraphSchema {version: $version}) ON CREATE SET step.name = $name, step.appliedAt = datetime()';

/** Runs the steps of `graph-schema/` that this Neo4j has not seen. Each may be repeated, so two processes may do it at once. */
export async function bringSchemaUpToDate(connection: Neo4jConnection, milliseconds: number): Promise<void> {
  const rows = await connection.read(milliseconds, (run) => run<{ version: string }>(readVersions));
  const applied = new Set(rows.map((row) => row.version));
  for (const { version, name, statements } of graphSchema) {
    if (applied.has(version)) continue;
    // Neo4j changes its schema in transactions that do nothing else.
    for (const statement of statements) await connection.alone(milliseconds, statement);
    await connection.write(milliseconds, (run) => run(noteVersion, { version, name }));
  }
}
