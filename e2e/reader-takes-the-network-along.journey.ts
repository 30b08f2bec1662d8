import { readFileSync } from 'node:fs';
import { packNetwork, sampleNetwork } from '@knotenpunkt/network/domain';
import { expect, test, type Download, type Page } from './journey';
import { press } from './keyboard';
import { browserOf, expectAccessible, expectNoSidewaysScroll } from './people';

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}

/** Takes a format along by keyboard, from within the open dialog. */
async function take(page: Page, name: RegExp): Promise<Download> {
  const coming = page.waitForEvent('download');
  const button = page.getByRole('dialog').getByRole('button', { name });
  await press(page, button);
  const download = await coming;
  await expect(page.getByRole('dialog').getByRole('status').filter({ hasText: 'ist fertig.' })).toBeVisible();
  return download;
}

test('a reader takes along by keyboard what is shown, as picture and as data, and finds what stands open', async ({ page, browser }) => {
  await page.goto('/netzwerk?arten=union,chamber');
  const open = page.getByRole('button', { name: 'Mitnehmen' });
  await press(page, open);
  const dialog = page.getByRole('dialog', { name: 'Mitnehmen' });
  await expect(dialog).toContainText('Nur: Kammern und Gewerkschaft, Betriebs- und Personalräte.');
  await expectAccessible(page);

  const svg = await take(page, /^SVG/);
  expect(svg.suggestedFilename()).toMatch(/^netzwerk-harkenrode-\d{4}-\d\d-\d\d\.svg$/);
  expect(await textOf(svg)).toContain('Nur: Kammern und Gewerkschaft');
  const { nodes } = JSON.parse(await textOf(await take(page, /^JSON/))) as { nodes: { kind: string }[] };
  expect(new Set(nodes.map(({ kind }) => kind))).toEqual(new Set(['UNION', 'CHAMBER']));
  await expect(dialog).toContainText(`${nodes.length} Akteure`);
  const table = (await textOf(await take(page, /^CSV, Akteure/))).trim().split('\r\n');
  expect(table).toHaveLength(nodes.length + 1);
  const png = readFileSync(await (await take(page, /^PNG für/)).path());
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2_246, 1_588]);
  expect((await textOf(await take(page, /^PDF/))).slice(0, 8)).toBe('%PDF-1.7');

  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(open).toBeFocused();

  await page.getByRole('contentinfo').getByRole('link', { name: 'Offene Daten' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Offene Daten' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Datenlizenz Deutschland' }).first()).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  const file = await page.request.get('/daten/offen/harkenrode/netzwerk.gexf');
  expect(file.headers()['access-control-allow-origin']).toBe('*');

  const member = await browserOf(browser, 'jonas.petri');
  await member.goto('/netzwerk');
  await member.getByRole('button', { name: 'Mitnehmen' }).click();
  await expect(member.getByRole('dialog')).toContainText('Bitte nicht öffentlich weitergeben.');
  const theirs = JSON.parse(await textOf(await take(member, /^JSON/))) as { source: { licence: unknown } };
  expect(theirs.source.licence).toBeNull();
});

/** More than a sheet shows: what is drawn has to be chosen first. */
const MANY = { actors: 20_000, tieFactor: 4 };

test('of a network of thousands a reader takes a picture along while the page goes on, or calls it off', async ({ page }) => {
  const bytes = Buffer.from(packNetwork(sampleNetwork(MANY.actors, MANY)));
  await page.route(/\/daten\/netzwerk\/[^/]+\/[^/]+\/[^/.]+\.bin$/, (route) => route.fulfill({ body: bytes }));
  await page.route(/\.regions\.bin$/, (route) => route.fulfill({ status: 404 }));
  await page.goto('/netzwerk');
  await page.getByRole('button', { name: 'Mitnehmen' }).click();
  const dialog = page.getByRole('dialog', { name: 'Mitnehmen' });
  await expect(dialog).toContainText('20.000 Akteure');

  // Called off while it is drawn: a page that does not answer would have finished first.
  const svg = dialog.getByRole('button', { name: /^SVG/ });
  await svg.click();
  await expect(dialog.getByRole('progressbar')).toBeVisible();
  await dialog.getByRole('button', { name: 'Abbrechen' }).press('Enter');
  await expect(dialog.getByRole('progressbar')).toBeHidden();
  await expect(svg).toBeFocused();
  await expect(dialog.getByText('ist fertig.')).toBeHidden();

  // Somebody knocks all the while: no time without an answer is most of the whole.
  await page.evaluate(() => {
    const knocking = { since: performance.now(), last: performance.now(), longest: 0 };
    Object.assign(window, { knocking });
    setInterval(() => {
      const now = performance.now();
      knocking.longest = Math.max(knocking.longest, now - knocking.last);
      knocking.last = now;
    });
  });
  const png = readFileSync(await (await take(page, /^PNG, groß/)).path());
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([4_492, 3_176]);
  const part = await page.evaluate(() => {
    const { knocking } = window as unknown as { knocking: { since: number; last: number; longest: number } };
    return knocking.longest / (knocking.last - knocking.since);
  });
  expect(part).toBeLessThan(1 / 2);
});
