import './start-services';

/** After all integration specs. */
export default async function stopServices(): Promise<void> {
  await globalThis.testPostgres?.stop();
}
