import { expect, test, type Page } from './journey';
import { press, tabTo, write } from './keyboard';
import { browserOf, expectAccessible, expectNoSidewaysScroll } from './people';

const OWN = 'Bäckerei Kornglück';
const OTHER = 'Rohrwerk Ruhl';

/** Writes a name into a field and takes the one entry that fits, without a pause, as somebody who knows the page. */
async function takeIn(page: Page, field: string, name: string): Promise<void> {
  await write(page, page.getByRole('combobox', { name: field }), name);
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

test('320 pixels and no mouse: find, go on, follow a way, compare, filter, propose', async ({ browser }) => {
  test.slow();
  const page = await browserOf(browser, 'meryem.arslan');
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/netzwerk');

  // Find: the list comes first on a small screen.
  await expect(page.getByRole('searchbox', { name: 'Akteur suchen' })).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('Kornglück');
  await expect(page.getByText('1 Treffer', { exact: true })).toBeAttached();
  await page.keyboard.press('Enter');
  const title = page.getByRole('heading', { level: 1, name: OWN });
  await expect(title).toBeFocused();

  // Go to a neighbour and back.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(title).toHaveCount(0);
  await page.keyboard.press('z');
  await expect(title).toBeFocused();

  // Follow a way, step by step.
  await takeIn(page, 'Weg zu …', 'Realschule Hellwald');
  await expect(page.getByRole('heading', { name: 'Weg zu Realschule Hellwald' })).toBeFocused();
  await expect(page.locator('.network-step').last()).toContainText('Realschule Hellwald');
  await press(page, page.getByRole('button', { name: 'Ziel ändern' }));

  // Compare: what both have in common, in words.
  await takeIn(page, 'Dazunehmen …', OTHER);
  const common = page.getByRole('region', { name: 'Gemeinsames' });
  await expect(page.getByRole('heading', { name: 'Gemeinsames' })).toBeFocused();
  await expect(page).toHaveURL(/akteur=baeckerei-kornglueck(,|%2C)rohrwerk-ruhl/);
  await expect(common.getByRole('link', { name: '4 × 9 im Verkauf' })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);

  // Filter: without what both work on together nothing of it is left, and the page says why.
  const filters = page.locator('summary', { hasText: 'Suche und Filter' });
  await page.keyboard.press('/');
  await press(page, filters);
  const together = page.getByRole('button', { name: /arbeiten zusammen/ });
  await press(page, together);
  await expect(together).toHaveAttribute('aria-pressed', 'false');
  await expect(common.getByRole('link', { name: '4 × 9 im Verkauf' })).toHaveCount(0);
  await press(page, together);
  await expect(common.getByRole('link', { name: '4 × 9 im Verkauf' })).toBeVisible();

  // Propose: the table is laid for both.
  await press(page, common.getByRole('button', { name: 'Allianz vorschlagen' }));
  const dialog = page.getByRole('dialog', { name: 'Zu welcher Frage?' });
  await expectNoSidewaysScroll(page);
  await press(page, dialog.getByRole('link'));
  await expect(page).toHaveURL(/\/allianzen\/bauen\/.+mit=/);
  await expect(page.getByText(OTHER).first()).toBeVisible({ timeout: 20_000 });
});

test('a list stays at its field while the page moves, and keeps what was written', async ({ browser }) => {
  const page = await browserOf(browser, null);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/netzwerk?akteur=baeckerei-kornglueck&ansicht=liste');
  const field = page.getByRole('combobox', { name: 'Dazunehmen …' });
  await tabTo(page, field);
  await page.keyboard.type('Hellwald');
  const options = page.getByRole('listbox').getByRole('option');
  await expect(options.first()).toBeVisible();
  await page.mouse.wheel(0, 60);
  await expect.poll(() => gapBetween(page)).toBeLessThan(12);
  await expect(field).toHaveValue('Hellwald');
  await expect(options.first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(options).toHaveCount(0);
});

/** How far the list is from its field, above or below it. Pixels. */
function gapBetween(page: Page): Promise<number> {
  return page.evaluate(() => {
    const field = document.querySelector('#network-compare')!.getBoundingClientRect();
    const list = document.querySelector('.kn-popover--field')!.getBoundingClientRect();
    return Math.min(Math.abs(list.top - field.bottom), Math.abs(field.top - list.bottom));
  });
}
