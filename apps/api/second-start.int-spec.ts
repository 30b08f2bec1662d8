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
    await postgres.stop();
    const anew = await startEmbeddedPostgres(join(folder, 'postgres'));
    expect(anew.adopted).toBe(false);
    await anew.stop();
  });

  it('keeps its database when a command that had started it ends', async () => {
    const command = await startEmbeddedPostgres(join(folder, 'postgres'));
    expect(command.adopted).toBe(false);
    const product = await startEmbeddedPostgres(join(folder, 'postgres'));
    expect(product.adopted).toBe(true);
    // Nobody is connected to the database itself yet.
    await command.stop();
    const running = await startServer(readConfiguration({ PORT: '0', DEMO: 'false', LOG_LEVEL: 'silent' }), product.url, 'all');
    expect((await fetch(`${running.address}/ready`)).status).toBe(200);
    await running.close();
    await product.stop();
    const anew = await startEmbeddedPostgres(join(folder, 'postgres'));
    expect(anew.adopted).toBe(false);
    await anew.stop();
  });

  it('waits for the last one to be gone, and starts one of its own', async () => {
    for (let round = 0; round < 3; round++) {
      const last = await startEmbeddedPostgres(join(folder, 'postgres'));
      const [, next] = await Promise.all([last.stop(), startEmbeddedPostgres(join(folder, 'postgres'))]);
      await next.stop();
    }
  });
});
