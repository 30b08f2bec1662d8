import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { browserOf, expectAccessible, expectNoSidewaysScroll } from './people';

// Nobody else is Frauke Lindner: afterwards there is no such person.
test('a person reads what is held on them, takes it along, and erases it with their password', async ({ browser }) => {
  const person = await browserOf(browser, 'frauke.lindner');
  await person.goto('/akteure/spedition-hellwald');
  await person.getByRole('button', { name: 'Folgen: Spedition Hellwald' }).click();
  await person
    .getByRole('banner')
    .getByRole('button', { name: /Lindner/ })
    .click();
  await person.getByRole('menuitem', { name: 'Meine Daten' }).click();
  await expect(person.getByRole('region', { name: 'Ihr Konto' })).toContainText('frauke.lindner@harkenrode.example');
  await expect(person.getByRole('region', { name: 'Für wen Sie handeln' })).toContainText(/Mandat: .*Ab: .*Bis: /);
  await expect(person.getByRole('region', { name: 'Wem Sie folgen' })).toContainText('Organisation');
  await expect(person.getByText('findet ihn kein Programm zuverlässig')).toBeVisible();
  await expectAccessible(person);
  await person.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(person);

  await person.getByRole('button', { name: 'Namen ändern' }).click();
  await person.getByRole('dialog').getByLabel('Name').fill('Frauke Lindner-Ohm');
  await person.getByRole('dialog').getByRole('button', { name: 'Speichern' }).click();
  await expect(person.getByRole('region', { name: 'Ihr Konto' })).toContainText('Frauke Lindner-Ohm');

  const taking = person.waitForEvent('download');
  await person.getByRole('button', { name: 'Mitnehmen (JSON und CSV)' }).click();
  const file = await taking;
  expect(file.suggestedFilename()).toBe('meine-daten.zip');
  expect(
    readFileSync(await file.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');

  await person.getByRole('button', { name: 'Konto löschen …' }).click();
  const dialog = person.getByRole('dialog');
  await expectAccessible(person);
  await dialog.getByLabel('Ihr Passwort').fill('geraten und falsch');
  await dialog.getByRole('button', { name: 'Endgültig löschen' }).click();
  await expect(dialog.getByText('Das Passwort stimmt nicht.').first()).toBeVisible();
  await dialog.getByLabel('Ihr Passwort').fill('knotenpunkt-demo');
  await dialog.getByRole('button', { name: 'Endgültig löschen' }).click();
  await expect(person).toHaveURL(/\/$/);
  await person.setViewportSize({ width: 1280, height: 800 });
  await expect(person.getByRole('banner').getByRole('link', { name: 'Anmelden' })).toBeVisible();
  await person.goto('/anmelden');
  await person.getByLabel('E-Mail').fill('frauke.lindner@harkenrode.example');
  await person.getByLabel('Passwort', { exact: true }).fill('knotenpunkt-demo');
  await person.locator('form').getByRole('button', { name: 'Anmelden' }).click();
  await expect(person.getByRole('alert')).toContainText('Adresse oder Passwort stimmen nicht.');

  const administrator = await browserOf(browser, 'ulrike.tamm');
  await administrator.goto('/verwaltung');
  // Nothing tells of them any more, also no mail that would wait for a mail server.
  await expect(administrator.getByRole('heading', { name: 'Zugänge' })).toBeVisible();
  await expect(administrator.locator('main')).not.toContainText('frauke.lindner');
  await administrator.getByRole('link', { name: 'Verzeichnis der Verarbeitungen' }).click();
  await expect(administrator.getByRole('table')).toContainText('Anfragen für einen Kontakt');
  await expectAccessible(administrator);
  const record = administrator.waitForEvent('download');
  await administrator.getByRole('button', { name: 'Jede Spalte als CSV' }).click();
  expect(readFileSync(await (await record).path(), 'utf8')).toMatch(
    /coordination;public\.contact_request;email;über Personen;Anfragen für einen Kontakt/,
  );
});

test('the last administrator of an organisation is told to name a successor first', async ({ browser }) => {
  const person = await browserOf(browser, 'katrin.vossebrink');
  await person.goto('/konto/daten');
  await person.getByRole('button', { name: 'Konto löschen …' }).click();
  const dialog = person.getByRole('dialog');
  await dialog.getByLabel('Ihr Passwort').fill('knotenpunkt-demo');
  await dialog.getByRole('button', { name: 'Endgültig löschen' }).click();
  await expect(dialog.getByText(/Sie verwalten als Einzige oder Einziger: .*Hellwald/).first()).toBeVisible();
});
