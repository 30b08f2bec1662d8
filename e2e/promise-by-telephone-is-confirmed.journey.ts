import { expect, test } from './journey';
import { linkIn } from './mails';
import { browserOf, expectAccessible, expectNoSidewaysScroll } from './people';

test('what was promised by telephone is entered by the coordination, counts for nothing, and is a Zusage once confirmed by mail', async ({
  browser,
}) => {
  const text = 'Drei Führungen durch die Leitstelle';
  const [coordinator, administrator, visitor] = [
    await browserOf(browser, 'meryem.arslan'),
    await browserOf(browser, 'ulrike.tamm'),
    await browserOf(browser, null),
  ];
  const asked = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await visitor.goto('/zusagen');
  const figures = visitor.locator('.kn-figures');
  await expect(figures).toContainText(/[1-9]\d* ?offen/);
  const before = await figures.innerText();

  await coordinator.setViewportSize({ width: 390, height: 844 });
  await coordinator.goto('/koordination');
  await coordinator.getByRole('button', { name: 'Außerhalb zugesagt eintragen' }).click();
  const dialog = coordinator.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Eintragen und fragen' }).click();
  await expect(dialog.getByText('Bitte wählen Sie eine Organisation.').first()).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Wer hat zugesagt?' }).fill('Stadtwerke Ostwalden');
  await coordinator.getByRole('option', { name: /Stadtwerke Ostwalden/ }).click();
  await dialog.getByLabel('Wozu?').selectOption({ label: 'Technikgruppe trifft Netzbau (Vorhaben)' });
  await dialog.getByLabel('Was?').fill(text);
  await dialog.getByLabel('Bis wann?').fill('2099-01-01');
  await dialog.getByRole('radio', { name: 'am Telefon' }).check();
  await dialog.getByLabel('Wer hat es gesagt?').fill('Leitung Netz');
  await dialog.getByLabel('Was zeigt es?').fill('Notiz zum Telefonat');
  await expectAccessible(coordinator);
  await expectNoSidewaysScroll(coordinator);
  await dialog.getByRole('button', { name: 'Eintragen und fragen' }).click();
  const entry = coordinator.getByRole('listitem').filter({ hasText: text });
  await expect(entry).toContainText('am Telefon');
  await expect(coordinator.getByRole('region', { name: 'Außerhalb zugesagt' })).toContainText('Zählt noch nicht');
  await expectAccessible(coordinator);
  await expectNoSidewaysScroll(coordinator);

  await entry.getByRole('button', { name: 'Nachfassen: Stadtwerke Ostwalden' }).click();
  await expect(entry).toContainText('nachgefasst am');
  await expect(entry.getByRole('button', { name: /Nachfassen/ })).toHaveCount(0);

  await visitor.reload();
  await expect(figures).toHaveText(before, { useInnerText: true });
  await expect(visitor.getByText(text)).toHaveCount(0);

  await asked.goto(await linkIn(administrator, 'Technikgruppe trifft Netzbau'));
  await expect(asked.getByText(/am Telefon für „Technikgruppe trifft Netzbau“ zugesagt hat/)).toBeVisible();
  await expectAccessible(asked);
  await asked.getByRole('radio', { name: /^Ja/ }).check();
  await asked.getByRole('button', { name: 'Antwort senden' }).click();
  await expect(asked.getByText(/hat zugestimmt/)).toBeVisible();

  await visitor.reload();
  const row = visitor.getByRole('row').filter({ hasText: text });
  await expect(row).toContainText('außerhalb zugesagt am');
  await expect(row).toContainText('am Telefon');
  await coordinator.reload();
  await expect(coordinator.getByRole('listitem').filter({ hasText: text })).toContainText('bestätigt');
});
