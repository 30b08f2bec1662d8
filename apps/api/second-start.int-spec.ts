import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration } from '@knotenpunkt/platform/config';
import { startEmbeddedPostgres } from '@knotenpunkt/platform/database';
import { startServer } from './server';

describe('a second start on the folder of a running product', () => {
  const folder = mkdtempSync(join(tmpdir(), 'second-start-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('fails by the port and takes the database from nobody; the last one to go stops it', async () => {
    const postgres = await startEmbeddedPostgres(join(folder, 'postgres'));
    const configuration = readConfiguration({ PORT: '0', DEMO: 'false', LOG_LEVEL: 'silent' });
    const running = await startServer(configuration, postgres.url, 'all');
    const ready = async () => (await fetch(`${running.address}/ready`)).status;
    try {
      const second = await startEmbeddedPostgres(join(folder, 'postgres'));
      expect(second.adopted).toBe(true);
      const samePort = { ...configuration, port: Number(new URL(running.address).port) };
      await expect(startServer(samePort, second.url, 'all')).rejects.toMatchObject({ code: 'EADDRINUSE' });
      await second.stop();
      expect(await ready()).toBe(200);
    } finally {
      await running.close();
    }
    const last = await startEmbeddedPostgres(join(folder, 'postgres'));
    expect(last.adopted).toBe(true);
    await last.stop();
    const anew = await startEmbeddedPostgres(join(folder, 'postgres'));
    expect(anew.adopted).toBe(false);
    await anew.stop();
  });
});
