import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Person } from './person';
import { Product } from './product';
import { until } from '../until';

describe('a product that is started while a backup runs that had started the database', () => {
  it('keeps its database when the backup ends, and stops it itself', async () => {
    const product = await Product.onFreePort();
    const pidFile = join(product.folder, 'postgres/postmaster.pid');
    try {
      await product.start();
      await product.stop();
      expect(existsSync(pidFile)).toBe(false);
      const backup = spawn('node', [resolve(import.meta.dirname, '../../../dist/api/main.js'), 'backup'], {
        env: { ...process.env, GRAPH: 'embedded', DATA_FOLDER: product.folder },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const ended = once(backup, 'exit');
      await until(30_000, () => existsSync(pidFile));
      // Held, so that it cannot be over before the product is there.
      backup.kill('SIGSTOP');
      await product.start();
      backup.kill('SIGCONT');
      expect(await ended).toEqual([0, null]);
      const katrin = await Person.signedIn(product.address, 'katrin.vossebrink');
      expect(await katrin.write(await katrin.organisation())).toBeNull();
      await product.stop();
      expect(existsSync(pidFile)).toBe(false);
    } finally {
      await product.end();
    }
  }, 240_000);
});
