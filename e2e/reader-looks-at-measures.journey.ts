import { readFile } from 'node:fs/promises';
import { expect, test } from './journey';
import { expectAccessible } from './people';

test('a reader sees by keyboard how the network grew, who stands between others, and takes the numbers along', async ({ page }) => {
  await page.goto('/netzwerk');
  await page.getByRole('link', { name: 'Kennzahlen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Kennzahlen' })).toBeVisible();

  // The first start measures the months before in the background.
  const ties = page.getByRole('slider', { name: 'Beziehungen' });
  await expect(ties).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Die Monate davor werden nachgerechnet …')).toBeHidden({ timeout: 60_000 });
  const numberAt = async () => Number((await ties.getAttribute('aria-valuetext'))!.split(': ')[1]);
  await ties.focus();
  const today = await numberAt();
  await page.keyboard.press('PageDown');
  const yearBefore = await numberAt();
  expect(yearBefore).toBeGreaterThan(0);
  expect(yearBefore).toBeLessThan(today);

  const matrix = page.getByRole('table', { name: 'Wer mit wem, nach Art' });
  await expect(matrix.getByRole('rowheader', { name: /^Verwaltung/ })).toBeVisible();
  await expectAccessible(page);

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Verlauf als CSV' }).click()]);
  const lines = (await readFile((await download.path())!, 'utf8')).trim().split('\r\n');
  expect(lines[0]).toContain('day,origin,actors,ties');
  expect(Number(lines.at(-1)!.split(',')[3])).toBe(today);

  const broker = page.getByRole('figure', { name: 'Vermittelnde Akteure' }).getByRole('link').first();
  await broker.click();
  await expect(page).toHaveURL(/\/netzwerk\?akteur=/);
  await expect(page.getByRole('complementary', { name: 'Gewählter Akteur' })).toBeVisible();
});
