import { expect, test, type Page } from './journey';
import { press, tabTo, write } from './keyboard';
import { browserOf, expectAccessible } from './people';

/** The organisation the reader acts for: both ways begin here. */
const OWN = { written: 'Institut für Arbeit', name: /Technische Hochschule Harkenrode/ };

const finderOf = (page: Page) => page.locator('.network-path');

/** Finds an actor with the key that leads to the search, a few letters and Enter. */
async function find(page: Page, written: string): Promise<void> {
  await expect(page.getByRole('searchbox', { name: 'Akteur suchen' })).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Akteur suchen' })).toBeFocused();
  await page.keyboard.type(written);
  await expect(page.getByText('1 Treffer', { exact: true })).toBeAttached();
  await page.keyboard.press('Enter');
}

async function chooseIn(page: Page, field: string, name: string): Promise<void> {
  const box = page.getByRole('combobox', { name: field });
  await write(page, box, name);
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(box).toHaveAttribute('aria-activedescendant', /./);
  const offered = await box.evaluate((input) => document.getElementById(input.getAttribute('aria-activedescendant')!)?.textContent);
  expect(offered).toContain(name);
  await page.keyboard.press('Enter');
}

/** Asks for the introduction that the way offers, and reads that it was asked. */
async function askForIntroduction(page: Page, target: string, purpose: string): Promise<void> {
  await press(page, page.getByRole('button', { name: 'Vorstellen lassen' }));
  const dialog = page.getByRole('dialog', { name: `${target} kennenlernen` });
  await expect(dialog.getByRole('radio').first()).toBeVisible();
  await tabTo(page, dialog.getByRole('radio', { checked: true }));
  await write(page, dialog.getByLabel('Worum geht es?'), purpose);
  await write(page, dialog.getByLabel('Warum gerade diese beiden?'), 'Wir forschen zu dem, was dort jeden Tag geschieht.');
  await press(page, dialog.getByRole('button', { name: 'Die beiden anderen fragen' }));
  await expect(page.getByText('Gefragt. Antworten stehen unter „Vorstellungen“.')).toBeVisible();
  await press(page, page.getByRole('link', { name: 'Zur Vorstellung' }));
  await expect(page.getByRole('heading', { level: 1, name: target })).toBeVisible();
  await expect(page.getByText(purpose).first()).toBeVisible();
}

test('in the list: a member finds a way, hears it step by step and asks for the introduction', async ({ browser }) => {
  test.slow();
  const page = await browserOf(browser, 'gesa.wittkop');
  await page.goto('/netzwerk?ansicht=liste');
  await find(page, OWN.written);
  // One reads on at the name of whom one chose.
  await expect(page.getByRole('heading', { level: 1, name: OWN.name })).toBeFocused();

  // To a neighbour and back, without leaving the words.
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('link', { name: /^Zu .* gehen$/ }).first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: OWN.name })).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.keyboard.press('z');
  await expect(page.getByRole('heading', { level: 1, name: OWN.name })).toBeFocused();

  await chooseIn(page, 'Weg zu …', 'Gründungsnetz Mittelruhe');
  await expect(page).toHaveURL(/ziel=gruendungsnetz-mittelruhe/);
  await expect(page.getByRole('heading', { name: 'Weg zu Gründungsnetz' })).toBeFocused();
  const steps = finderOf(page).getByRole('list').first().getByRole('listitem');
  await expect(steps).toHaveCount(3);
  await expect(steps.nth(1)).toContainText('Wirtschaftskammer');
  await expect(steps.nth(2)).toContainText('Gründungsnetz');
  // Each step but the last says what ties it to the next.
  for (const at of [0, 1]) await expect(steps.nth(at).getByRole('paragraph')).not.toBeEmpty();
  await expect(finderOf(page).getByText('Wirtschaftskammer steht zwischen', { exact: false })).toBeVisible();
  await expectAccessible(page);

  // Another end, and back to the first: the focus comes along.
  await press(page, page.getByRole('button', { name: 'Ziel ändern' }));
  await expect(page.getByRole('combobox', { name: 'Weg zu …' })).toBeFocused();
  await chooseIn(page, 'Weg zu …', 'Gründungsnetz Mittelruhe');
  await askForIntroduction(page, 'Gründungsnetz', 'Was Gründungen in Betrieben verändern');
});

test('in the picture: the same from search to introduction, and the list tells the same way', async ({ browser }) => {
  test.slow();
  const page = await browserOf(browser, 'gesa.wittkop');
  await page.goto('/netzwerk');
  await find(page, OWN.written);
  const panel = page.getByRole('complementary', { name: 'Gewählter Akteur' });
  await expect(panel.getByRole('heading', { name: OWN.name })).toBeVisible();

  // To a neighbour in the panel, and on from there.
  await press(page, panel.getByRole('button', { name: /^Zu .* gehen$/ }));
  await expect(panel.getByRole('heading', { name: OWN.name })).toHaveCount(0);
  await expect(panel.getByRole('heading', { level: 2 }).first()).toBeFocused();
  await page.goBack();
  await expect(panel.getByRole('heading', { name: OWN.name })).toBeVisible();

  await chooseIn(page, 'Weg zu …', 'Realschule Hellwald');
  await expect(page.getByRole('heading', { name: 'Weg zu Realschule Hellwald' })).toBeFocused();
  const told = async () => (await finderOf(page).locator('.network-step').allTextContents()).join('\n');
  await expect(finderOf(page).locator('.network-step').first()).toBeVisible();
  const inPicture = await told();

  await press(page, page.getByRole('button', { name: 'Als Liste' }));
  await expect(page.getByRole('button', { name: 'Als Liste' })).toBeFocused();
  await expect(finderOf(page).locator('.network-step').first()).toBeVisible();
  await expect.poll(told).toBe(inPicture);
  await press(page, page.getByRole('button', { name: 'Als Bild' }));
  await expect(page.getByRole('button', { name: 'Als Bild' })).toBeFocused();
  await askForIntroduction(page, 'Realschule Hellwald', 'Wie Übergänge gelingen');

  await page.goto('/vorstellungen');
  await expect(page.getByText('Realschule Hellwald').first()).toBeVisible();
});
