import { expect, test } from './journey';
import { expectAccessible, expectNoSidewaysScroll } from './people';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

const LINE = 'Was Sie suchen oder bieten';

test('on a phone, one line finds a fitting organisation, and contact is asked for without an account', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('textbox', { name: LINE }).fill('einen Bus für die Frühschicht, Beginn 4 Uhr im Gewerbegebiet');
  const found = page.getByRole('list', { name: 'Wer dazu passt' }).locator('> li');
  await expect(found.filter({ hasText: 'Stadtwerke Ostwalden' })).toBeVisible();
  expect(await found.count()).toBeLessThanOrEqual(3);
  const picture = page.getByRole('list', { name: 'Als Bild: was zwischen Ihre Zeile und Stadtwerke Ostwalden liegt' });
  await expect(picture.getByRole('link', { name: /^Angebot: / })).toHaveAttribute('href', /\/akteure\/stadtwerke-ostwalden$/);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await found
    .filter({ hasText: 'Stadtwerke Ostwalden' })
    .getByRole('button', { name: /Kontakt anbahnen/ })
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Ihr Name').fill('Kim Beispiel');
  await dialog.getByLabel('Ihre E-Mail-Adresse').fill('kim@beispiel.example');
  await dialog.getByLabel('Ihre Organisation').fill('Beispielbetrieb');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Anfrage senden' }).click();
  await expect(page.getByText(/Ihre Anfrage ist unterwegs/)).toBeVisible();
});

test('where nothing fits, the answer says so', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('textbox', { name: LINE }).fill('ein Unterseeboot mit Schwimmbad');
  await expect(page.getByText(/passt hier zurzeit nichts/).last()).toBeVisible();
});
