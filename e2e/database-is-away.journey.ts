import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './journey';
import { freePort, OwnServer } from './own-server';

/** Holds every process of a Postgres, or lets them go on: whoever asks it hears nothing. */
function signal(folder: string, name: 'STOP' | 'CONT'): void {
  const [postmaster] = readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n');
  const { stdout } = spawnSync('ps', ['-o', 'pid=', '--ppid', postmaster!], { encoding: 'utf8' });
  const others = stdout.split('\n').flatMap((line) => line.trim() || []);
  spawnSync('kill', [`-${name}`, postmaster!, ...others]);
}

test('the database does not answer: the page says so, and goes on by itself afterwards', async ({ browser }) => {
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'database-away-'));
  const server = new OwnServer(await freePort(), folder);
  try {
    await server.start();
    const page = await browser.newPage({ baseURL: server.address });
    await page.goto('/vorhaben');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    signal(folder, 'STOP');
    await page.getByRole('link', { name: 'Akteure' }).first().click();
    const told = page.getByRole('alert').filter({ hasText: 'Unsere Datenbank antwortet gerade nicht.' });
    await expect(told.first()).toBeVisible({ timeout: 20_000 });
    signal(folder, 'CONT');
    await told.first().getByRole('button', { name: 'Noch einmal versuchen' }).click();
    await expect(page.getByRole('link', { name: /Kompass/ }).first()).toBeVisible({ timeout: 20_000 });
  } finally {
    signal(folder, 'CONT');
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
