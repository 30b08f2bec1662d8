import { readFileSync } from 'node:fs';
import { expect, test } from './journey';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { press } from './keyboard';
import { expectAccessible, expectNoSidewaysScroll } from './people';

test('a reader finds by a misspelt word, narrows by filters, looks at the map by keyboard, and takes it along', async ({ page }) => {
  await page.goto('/akteure');
  const search = page.getByRole('searchbox', { name: 'Name oder Stichwort' });
  await search.fill('Dachdekcer');
  await expect(page.getByRole('link', { name: 'Dachdeckerbetrieb Steilberg' })).toBeVisible();
  await expect(page.getByText('„Dachdekcer“ steht hier so nirgends')).toBeVisible();
  await expectAccessible(page);

  await search.fill('');
  await expect(page).toHaveURL(/akteure$/);
  // Choices that are folded away are added to those in sight.
  await page.getByRole('group', { name: 'Handlungsfeld', exact: true }).getByRole('checkbox').first().click();
  await expect(page).toHaveURL(/feld=/);
  await page.locator('details', { hasText: 'Weitere Handlungsfelder' }).filter({ visible: true }).locator('summary').click();
  await page.getByRole('group', { name: 'Weitere Handlungsfelder' }).getByRole('checkbox').first().click();
  await expect(page).toHaveURL(/feld=[^&]+&feld=/);
  await page.getByRole('button', { name: 'Alle Filter lösen' }).click();
  await expect(page).toHaveURL(/akteure$/);

  await page.getByRole('group', { name: 'Branche' }).getByLabel('Gesundheit und Soziales').click();
  await expect(page).toHaveURL(/branche=Q/);
  await page.getByRole('group', { name: 'Größe' }).getByLabel('50 bis 249 Beschäftigte').click();
  await expect(page).toHaveURL(/branche=Q&groesse=mittel/);
  await expect(page.getByRole('link', { name: 'Seniorenzentrum Am Lindenhang gGmbH' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Spedition Hellwald' })).toBeHidden();

  await press(page, page.getByRole('button', { name: 'Karte', exact: true }));
  await expect(page.getByRole('img', { name: /^Karte der Region/ })).toBeVisible();
  await expectAccessible(page);
  const coming = page.waitForEvent('download');
  await press(page, page.getByRole('button', { name: 'Als CSV mitnehmen' }));
  const rows = parse(readFileSync(await (await coming).path()), { delimiter: ';', bom: true, columns: true }) as Record<string, string>[];
  expect(rows.map((row) => row['Größe'])).toEqual(rows.map(() => '50 bis 249 Beschäftigte'));
  expect(rows.map((row) => row['Name'])).toContain('Seniorenzentrum Am Lindenhang gGmbH');
  const book = page.waitForEvent('download');
  await press(page, page.getByRole('button', { name: 'Als Excel-Datei mitnehmen' }));
  expect(await readSheet(readFileSync(await (await book).path()))).toHaveLength(rows.length + 1);

  await page.reload();
  await expect(page.getByRole('button', { name: 'Karte', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await press(page, page.getByRole('list', { name: 'Akteure' }).getByRole('link', { name: 'Seniorenzentrum Am Lindenhang gGmbH' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Seniorenzentrum Am Lindenhang gGmbH' })).toBeVisible();

  await page.setViewportSize({ width: 390, height: 844 });
  for (const view of ['tabelle', 'karte']) {
    await page.goto(`/akteure?ansicht=${view}`);
    await expect(page.getByRole('link', { name: 'Alte Hasen e. V.' })).toBeVisible();
    await expectNoSidewaysScroll(page);
  }
});
