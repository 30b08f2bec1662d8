import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// Jest does not map aliases in its global set-up, so this goes by path.
// eslint-disable-next-line @nx/enforce-module-boundaries
import { startNeo4jServer, type RunningNeo4j } from '../graph/neo4j-server';
import { neo4jLibrary } from './neo4j-library';
import startServices from './start-services';

declare global {
  var testNeo4j: RunningNeo4j | undefined;
}

/** Before all specs on Neo4j: Postgres and an empty Neo4j. One that NEO4J_URL names is used instead, and emptied. */
export default async function startServicesWithNeo4j(): Promise<void> {
  await startServices();
  if (process.env['NEO4J_URL']) return;
  const folder = mkdtempSync(join(tmpdir(), 'knotenpunkt-neo4j-'));
  globalThis.testNeo4j = await startNeo4jServer({ folder, library: neo4jLibrary(), say: (line) => process.stderr.write(`${line}\n`) });
  process.env['NEO4J_URL'] = globalThis.testNeo4j.url;
}
