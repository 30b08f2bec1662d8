import { expect, test } from './journey';
import { browserOf, expectAccessible, expectNoSidewaysScroll } from './people';

const ROWS = [
  ['Titel', 'Kurz', 'Von', 'Bis', 'Art', 'Handlungsfelder'],
  ['Deutsch für die Nachtschicht', 'Zweimal die Woche nach der Schicht.', '1.3.2027', 'Juni 2027', 'Projekt', 'Migration und Arbeitsmarkt'],
  ['Berufe im Vorbeigehen', 'Ein Stand auf jedem Wochenmarkt.', '04/2027', '', 'Kampagne', ''],
  ['Ohne Worte', '', 'irgendwann', '', 'Zauberei', ''],
];

test('an organisation with many Vorhaben pastes them from a table, enters one after the other, and takes one as a template', async ({
  browser,
}) => {
  const page = await browserOf(browser, 'tilo.brandhoff');
  await page.goto('/vorhaben/neu');
  await page.getByRole('link', { name: 'Mehrere aus einer Tabelle' }).click();
  await page.getByLabel('Zeilen aus der Tabelle').fill(ROWS.map((row) => row.join('\t')).join('\n'));
  await expect(page.getByText('Bereit: 2. Zu ändern: 1.')).toBeVisible();
  await expect(page.getByRole('row', { name: /Ohne Worte/ })).toContainText('„irgendwann“ ist kein Tag und kein Monat.');
  await expectAccessible(page);
  await page.getByRole('button', { name: '2 Vorhaben eintragen' }).click();
  await expect(page.getByText('2 Vorhaben sind eingetragen.')).toBeVisible();
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 860 });
  await page.getByRole('link', { name: 'Berufe im Vorbeigehen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Berufe im Vorbeigehen' })).toBeVisible();

  await page.getByRole('main').getByRole('button', { name: 'Mehr' }).click();
  await page.getByRole('menuitem', { name: 'Als Vorlage nehmen' }).click();
  await expect(page.getByLabel('In einem oder zwei Sätzen')).toHaveValue('Ein Stand auf jedem Wochenmarkt.');
  await page.getByLabel('Name', { exact: true }).fill('Berufe im Treppenhaus');
  await page.getByRole('button', { name: 'Eintragen und nächstes' }).click();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('');
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await page.getByLabel('Name', { exact: true }).fill('Berufe im Bus');
  await page.getByLabel('In einem oder zwei Sätzen').fill('Auf jeder Haltestelle einer.');
  await page.getByRole('button', { name: 'Vorhaben eintragen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Berufe im Bus' })).toBeVisible();
  await page.goto('/vorhaben?suche=Treppenhaus');
  await expect(page.getByRole('link', { name: 'Berufe im Treppenhaus' })).toBeVisible();
});
