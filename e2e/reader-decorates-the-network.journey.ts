import { expect, test, type Page } from './journey';
import { press, tabTo } from './keyboard';
import { expectAccessible } from './people';

const legendOf = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });

/** What stands at the end of each line of the legend, by its name. */
async function countsOf(page: Page, title: string): Promise<Map<string, number>> {
  const rows = await legendOf(page, title).getByRole('button').allInnerTexts();
  return new Map(rows.map((row) => row.split('\n')).map(([name, count]) => [name!, Number(count)]));
}

/** The groups of the list, with how many are said to be in each. */
async function groupsOf(page: Page, label: string): Promise<Map<string, number>> {
  const heads = await page.getByRole('navigation', { name: label }).locator('.network-groups__head').allInnerTexts();
  return new Map(heads.map((head) => head.split('\n')).map(([name, count]) => [name!, Number(count)]));
}

test('a reader colours the network, takes a class back in the legend, and finds both again after a reload', async ({ page }) => {
  await page.goto('/netzwerk');
  await page.locator('summary', { hasText: 'Darstellung' }).click();
  await page.getByLabel('Farbe', { exact: true }).selectOption('nach Gemeinschaft');
  await expect(page).toHaveURL(/farbe=gemeinschaft/);
  const legend = legendOf(page, 'Farbe: Gemeinschaft');
  const first = legend.getByRole('button').first();
  const name = (await first.innerText()).split('\n')[0]!;
  await expect(first).toHaveAttribute('aria-pressed', 'true');
  await first.click();
  await expect(page).toHaveURL(/ausgeblendet=/);

  await page.reload();
  const hidden = legendOf(page, 'Farbe: Gemeinschaft').getByRole('button', { name });
  await expect(hidden).toHaveAttribute('aria-pressed', 'false');
  await expectAccessible(page);

  // Another colouring has other classes: nothing of it is hidden.
  await page.locator('summary', { hasText: 'Darstellung' }).click();
  await page.getByLabel('Farbe', { exact: true }).selectOption('nach Zahl der Beziehungen');
  await expect(page).not.toHaveURL(/ausgeblendet=/);
  await expect(legendOf(page, 'Farbe: Zahl der Beziehungen').getByRole('button', { pressed: false })).toHaveCount(0);

  await page.getByRole('button', { name: /sind sich begegnet/ }).click();
  await expect(page).toHaveURL(/beziehungen=works_together(,|%2C)stated(,|%2C)met/);
  await page.getByRole('button', { name: 'Alles zeigen', exact: true }).click();
  await expect(page.getByRole('button', { name: /sind sich begegnet/ })).toHaveAttribute('aria-pressed', 'false');
});

test('the map of a region that has outlines is drawn on them; nothing of them is fetched before, and nothing from anywhere else', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const ofOutlines = () => asked.filter((address) => address.includes('/daten/umrisse/'));
  await page.goto('/netzwerk');
  await expect(page.getByText(/Stand: /)).toBeVisible();
  expect(ofOutlines()).toEqual([]);
  await page.goto('/netzwerk?anordnung=karte');
  await expect(page.getByText('Die Linien zeigen Gemeinden und Ortsteile.')).toBeVisible();
  expect(new Set(ofOutlines()).size).toBe(1);
  expect(asked.filter((address) => /^https?:/.test(address) && !address.startsWith(new URL(page.url()).origin))).toEqual([]);
  await page.getByRole('button', { name: 'Als Liste' }).click();
  await expect(page.getByText('Links stehen die Akteure nach Ort.')).toBeVisible();
  await expect(page.getByText('Die Linien zeigen')).toHaveCount(0);

  // The real region has none: the ground is plain, and nothing is said of lines.
  await page.goto('/r/dortmund/netzwerk?anordnung=karte');
  await expect(page.getByText(/steht an seinem Ort/)).toBeVisible();
  await expect(page.getByText('Die Linien zeigen')).toHaveCount(0);
});

test('every arrangement says how to read it, and the list tells the same groups with the same numbers', async ({ page }) => {
  // Wide enough for the arrangements to stand above the picture as words.
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/netzwerk');
  const arrangements = page.getByRole('group', { name: 'Anordnung' });
  await arrangements.getByRole('button', { name: 'Ringe nach Art' }).click();
  await expect(page).toHaveURL(/anordnung=ringe/);
  await expect(page.getByText(/Je Art ein Ring/)).toBeVisible();
  const kinds = await countsOf(page, 'Wer');
  expect(kinds.size).toBeGreaterThan(5);

  await page.getByRole('button', { name: 'Als Liste' }).click();
  await expect(page.getByRole('navigation', { name: 'Akteure nach Art' })).toBeVisible();
  expect(await groupsOf(page, 'Akteure nach Art')).toEqual(kinds);

  await page.getByLabel('Geordnet nach').selectOption('Art und Handlungsfeld');
  const table = page.getByRole('table');
  await expect(table.getByRole('row').first()).toBeVisible();
  const cell = table.getByRole('link', { name: /Akteure?: Wirtschaft, Handwerk/ });
  const wanted = Number(await cell.innerText());
  await cell.click();
  await expect(page).toHaveURL(/arten=company/);
  await expect(page).toHaveURL(/feld=handwerk/);
  await expect.poll(async () => [...(await groupsOf(page, 'Akteure nach Handlungsfeld'))]).toEqual([['Handwerk', wanted]]);
  await expectAccessible(page);

  await page.goto('/netzwerk?anordnung=karte');
  await expect(page.getByText(/steht an seinem Ort/)).toBeVisible();
  await arrangements.getByRole('button', { name: 'Zeit' }).click();
  await expect(page.getByText(/wann die erste Beziehung/)).toBeVisible();
  await expectAccessible(page);
});

test('the same by keyboard alone', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/netzwerk');
  await press(page, page.locator('summary', { hasText: 'Darstellung' }));
  await tabTo(page, page.getByLabel('Farbe', { exact: true }));
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(/farbe=gemeinschaft/);

  const first = legendOf(page, 'Farbe: Gemeinschaft').getByRole('button').first();
  await page.reload();
  await press(page, first);
  await expect(first).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('Enter');
  await expect(first).toHaveAttribute('aria-pressed', 'true');

  await tabTo(page, page.getByRole('slider', { name: 'Stärke der Beziehung' }));
  for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/staerke=0\.5/);
  await expect(page.getByText('ab 0,5 (mittel)')).toBeVisible();

  await press(page, page.getByRole('group', { name: 'Anordnung' }).getByRole('button', { name: 'Matrix' }));
  await expect(page).toHaveURL(/anordnung=matrix/);
});
