import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './journey';
import { freePort, OwnServer } from './own-server';

/** Holds the Neo4j of a folder, or lets it go on: whoever asks it hears nothing. */
function signal(folder: string, name: 'STOP' | 'CONT'): void {
  const { stdout } = spawnSync('pgrep', ['-f', join(folder, 'neo4j/StartNeo4j.java')], { encoding: 'utf8' });
  spawnSync('kill', [`-${name}`, ...stdout.trim().split('\n')]);
}

test('the graph does not answer: network and Steckbrief say so, everything else goes on, and they recover', async ({ browser }) => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'graph-away-'));
  // One of its own, also where the others share one: it is held here.
  const server = new OwnServer(await freePort(), folder, { NEO4J_URL: '' });
  try {
    await server.start();
    const page = await browser.newPage({ baseURL: server.address });
    const told = page.getByRole('alert').filter({ hasText: 'Das Netzwerk antwortet gerade nicht. Listen und Steckbriefe gehen weiter.' });
    const again = told.getByRole('button', { name: 'Noch einmal versuchen' });
    signal(folder, 'STOP');
    await page.goto('/netzwerk?akteur=baeckerei-kornglueck');
    await expect(told.first()).toBeVisible({ timeout: 20_000 });
    await page.goto('/akteure/baeckerei-kornglueck');
    await expect(page.getByRole('heading', { level: 1, name: /Kornglück/ })).toBeVisible();
    await expect(told.first()).toBeVisible({ timeout: 20_000 });
    await expect(page.getByRole('link', { name: '4 × 9 im Verkauf' }).first()).toBeVisible();
    signal(folder, 'CONT');
    await expect(async () => {
      if (await again.first().isVisible()) await again.first().click();
      await expect(page.getByRole('link', { name: 'Im Netzwerk zeigen' })).toBeVisible({ timeout: 3_000 });
    }).toPass({ timeout: 60_000 });
    await expect(told).toHaveCount(0);
    await page.goto('/netzwerk?akteur=baeckerei-kornglueck');
    await expect(
      page.getByRole('complementary', { name: 'Gewählter Akteur' }).getByRole('link', { name: '4 × 9 im Verkauf' }).first(),
    ).toBeVisible();
  } finally {
    signal(folder, 'CONT');
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
