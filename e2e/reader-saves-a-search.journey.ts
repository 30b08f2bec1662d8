import { expect, test } from './journey';
import { browserOf, expectAccessible, expectNoSidewaysScroll } from './people';

test('a member sees what a saved search has found, and it is no news after that', async ({ browser }) => {
  const reader = await browserOf(browser, 'ole.steinhauer');
  const news = reader.getByRole('region', { name: 'Neu zu Ihren Suchen' });
  await expect(news.getByText('3 neue Treffer')).toBeVisible();
  await expect(news.getByRole('link', { name: 'Pflegeschule Rosenhof' })).toBeVisible();
  await news.getByRole('link', { name: 'Pflege in der Region' }).click();

  await expect(reader).toHaveURL(/\/akteure\?feld=pflege$/);
  await expect(reader.getByText('Neu seit Ihrem letzten Blick')).toBeVisible();
  await expect(reader.getByRole('link', { name: 'Gespeichert als „Pflege in der Region“' })).toBeVisible();
  await expectAccessible(reader);
  await reader.goto('/');
  await expect(reader.getByRole('heading', { level: 1 })).toBeVisible();
  await reader.waitForLoadState('networkidle');
  await expect(news).toHaveCount(0);
});

test('a member saves a search, gives it another name, wants no mails, and deletes it', async ({ browser }) => {
  const reader = await browserOf(browser, 'gesa.wittkop');
  await reader.goto('/akteure?art=EDUCATION&ansicht=tabelle');
  await reader.getByRole('button', { name: 'Suche speichern' }).click();
  const dialog = reader.getByRole('dialog');
  await expect(dialog.getByLabel('Wie die Suche heißen soll')).toHaveValue('Bildung');
  await dialog.getByLabel('Wie die Suche heißen soll').fill(' ');
  await dialog.getByRole('button', { name: 'Speichern' }).click();
  await expect(dialog.getByText('Bitte füllen Sie dieses Feld aus.').first()).toBeVisible();
  await dialog.getByLabel('Wie die Suche heißen soll').fill('Schulen');
  await dialog.getByRole('button', { name: 'Speichern' }).click();
  await reader.getByRole('link', { name: 'Gespeichert als „Schulen“' }).click();

  await expect(reader.getByRole('heading', { level: 1, name: 'Gespeicherte Suchen' })).toBeVisible();
  await expectAccessible(reader);
  await reader.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(reader);
  await reader.getByRole('button', { name: 'Suche „Schulen“ umbenennen' }).click();
  await reader.getByLabel('Wie die Suche heißen soll').fill('Wer ausbildet');
  await reader.getByRole('button', { name: 'Speichern' }).click();
  await reader.getByRole('button', { name: 'Keine Mail mehr zur Suche „Wer ausbildet“' }).click();
  await expect(reader.getByText('Bescheid nur auf der Startseite')).toBeVisible();

  await reader.getByRole('link', { name: 'Wer ausbildet' }).click();
  await expect(reader).toHaveURL(/\/akteure\?art=EDUCATION$/);
  await reader.goto('/suchen');
  await reader.getByRole('button', { name: 'Suche „Wer ausbildet“ löschen' }).click();
  await expect(reader.getByText('Sie haben noch keine Suche gespeichert.', { exact: false })).toBeVisible();
});
