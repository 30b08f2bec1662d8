import { expect, test } from './journey';
import { expectAccessible, signIn } from './people';

test('a person signs in, acts for their organisation and signs out', async ({ page }) => {
  await signIn(page, 'katrin.vossebrink');
  const account = page.getByRole('banner').getByRole('button', { name: /Spedition Hellwald/ });
  await expect(account).toBeVisible();
  await account.click();
  await page.getByRole('menuitem', { name: 'Abmelden' }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Anmelden' })).toBeVisible();
});

test('a person who acts for two organisations chooses one, and forms begin with it', async ({ page }) => {
  await signIn(page, 'bernd.hasselkamp');
  await page.getByRole('banner').getByRole('button', { name: 'Alte Hasen e. V.' }).click();
  await page.getByRole('menuitemradio', { name: /Schraub/ }).click();
  await page.goto('/vorhaben/neu');
  await expect(page.getByRole('banner').getByRole('button', { name: /Schraub/ })).toBeVisible();
  await expect(page.getByLabel('Wer führt es?').locator('option:checked')).toHaveText(/Schraub/);
});

test('a wrong password is told in a sentence', async ({ page }) => {
  await page.goto('/anmelden');
  await page.getByLabel('E-Mail').fill('katrin.vossebrink@harkenrode.example');
  await page.getByLabel('Passwort', { exact: true }).fill('falsch-falsch');
  await page.locator('form').getByRole('button', { name: 'Anmelden' }).click();
  await expect(page.getByRole('alert')).toContainText(/Passwort/);
  await expectAccessible(page);
});
