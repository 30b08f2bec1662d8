/**
 * Brings Nx's project graph on disk up to date, so that the boundaries rule judges the files as they are now. Without
 * Nx's daemon and its worker processes: nothing stays behind.
 */
export async function refreshProjectGraph() {
  process.env.NX_DAEMON = 'false';
  process.env.NX_ISOLATE_PLUGINS = 'false';
  process.env.NX_NO_CLOUD = 'true';
  const { createProjectGraphAsync } = await import('nx/src/devkit-exports.js');
  return createProjectGraphAsync({ exitOnError: false });
}
