import { readFileSync } from 'node:fs';
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
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('ist fertig.');
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
