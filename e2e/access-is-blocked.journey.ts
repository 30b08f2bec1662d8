import { expect, test } from './journey';
import { browserOf, expectAccessible, expectNoSidewaysScroll, signIn } from './people';

test('the administrator of the platform blocks an access: the person is signed out, told why when signing in, and let in again', async ({
  browser,
}) => {
  const person = await browserOf(browser, 'amira.belhadj');
  const administrator = await browserOf(browser, 'ulrike.tamm');
  await administrator.goto('/verwaltung');
  const access = administrator.getByRole('region', { name: 'Zugänge' });
  await expect(access.getByText('Kein Zugang ist gesperrt.')).toBeVisible();
  await access.getByRole('searchbox', { name: 'Name oder E-Mail-Adresse' }).fill('belhadj');
  await access.getByRole('button', { name: 'Zugang von Amira Belhadj sperren' }).click();
  const dialog = administrator.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Sperren' }).click();
  await expect(dialog.getByText('Bitte füllen Sie dieses Feld aus.').first()).toBeVisible();
  await dialog.getByLabel('Grund').fill('Gerät verloren, Zugang bis Montag gesperrt.');
  await expectAccessible(administrator);
  await dialog.getByRole('button', { name: 'Sperren' }).click();
  await expect(administrator.getByText('Der Zugang von Amira Belhadj ist gesperrt.')).toBeVisible();
  await access.getByRole('searchbox', { name: 'Name oder E-Mail-Adresse' }).fill('');
  await expect(access.getByRole('listitem')).toContainText('Gerät verloren, Zugang bis Montag gesperrt.');
  await expect(access.getByRole('listitem')).toContainText(/gesperrt am .* von Ulrike Tamm/);
  await expectAccessible(administrator);
  await administrator.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(administrator);

  await person.goto('/');
  await expect(person.getByRole('banner').getByRole('link', { name: 'Anmelden' })).toBeVisible();
  await person.goto('/anmelden');
  await person.getByLabel('E-Mail').fill('amira.belhadj@harkenrode.example');
  await person.getByLabel('Passwort', { exact: true }).fill('knotenpunkt-demo');
  await person.locator('form').getByRole('button', { name: 'Anmelden' }).click();
  await expect(person.getByRole('alert')).toContainText('Ihr Zugang ist gesperrt.');

  await access.getByRole('button', { name: 'Zugang von Amira Belhadj wieder öffnen' }).click();
  await expect(administrator.getByText('Amira Belhadj kann sich wieder anmelden.')).toBeVisible();
  await signIn(person, 'amira.belhadj');
});
