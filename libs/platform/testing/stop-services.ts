import './start-services-with-neo4j';

/** After all integration specs. */
export default async function stopServices(): Promise<void> {
  await Promise.all([globalThis.testPostgres?.stop(), globalThis.testNeo4j?.stop()]);
  globalThis.testPostgres = undefined;
  globalThis.testNeo4j = undefined;
}
