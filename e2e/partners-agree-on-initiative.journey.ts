import { expect, test, type Page } from './journey';
import { browserOf, expectAccessible } from './people';

const YES = /^Ja Wir stimmen/;
const YES_BUT = /^Ja, aber …/;
const TITLE = 'Wärmeschule im Werk';

async function answer(page: Page, choice: RegExp): Promise<void> {
  await page.getByRole('radio', { name: choice }).check();
  if (choice === YES_BUT) await page.getByLabel('Was soll sich ändern?').fill('Nur in der Arbeitszeit, nicht danach.');
  await page.getByRole('button', { name: 'Antworten' }).click();
  await expect(page.getByText('Ihre Antwort ist eingetragen.').last()).toBeVisible();
}

test('a partner proposes a joint Vorhaben; one says "Ja, aber …"; all agree to the new version, and no tie exists before', async ({
  browser,
}) => {
  const [kompass, utility, council, visitor] = [
    await browserOf(browser, 'tilo.brandhoff'),
    await browserOf(browser, 'sevgi.rautenberg'),
    await browserOf(browser, 'detlef.krumbach'),
    await browserOf(browser, null),
  ];
  await kompass.goto('/vorhaben/neu');
  await kompass.getByLabel('Name', { exact: true }).fill(TITLE);
  await kompass.getByLabel('In einem oder zwei Sätzen').fill('Zwölf Abende über Fernwärme für Leute aus der Gießerei.');
  await kompass.getByRole('radio', { name: 'Anderen gemeinsam vorschlagen' }).check();
  for (const name of ['Stadtwerke Ostwalden', 'Betriebsrat']) {
    await kompass.getByRole('combobox', { name: 'Wem schlagen Sie es vor?' }).fill(name);
    await kompass
      .getByRole('option', { name: name === 'Betriebsrat' ? /Nordkamp/ : name })
      .first()
      .click();
  }
  await kompass.getByRole('button', { name: 'Vorschlagen', exact: true }).click();
  await expect(kompass.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  await expectAccessible(kompass);
  const address = new URL(kompass.url()).pathname;

  await utility.goto(address);
  await answer(utility, YES);
  await council.goto(address);
  await answer(council, YES_BUT);
  await visitor.goto(address);
  await expect(visitor.getByRole('heading', { name: 'Dieses Vorhaben gibt es hier nicht' })).toBeVisible();

  await expect(kompass.getByText('Möchte ändern: Nur in der Arbeitszeit, nicht danach.')).toBeVisible();
  await kompass.getByRole('button', { name: 'Neue Fassung schreiben' }).click();
  await kompass
    .getByLabel('In einem oder zwei Sätzen')
    .fill('Zwölf Vormittage über Fernwärme für Leute aus der Gießerei, in der Arbeitszeit.');
  await kompass.getByRole('button', { name: 'Alle neu fragen' }).click();
  await expect(kompass.getByText('Fassung 2')).toBeVisible();

  await expect(council.getByText('Fassung 2')).toBeVisible();
  await expect(council.locator('ins').first()).toBeVisible();
  await answer(council, YES);
  await visitor.reload();
  await expect(visitor.getByRole('heading', { name: 'Dieses Vorhaben gibt es hier nicht' })).toBeVisible();

  await expect(utility.getByText('Fassung 2')).toBeVisible();
  await answer(utility, YES);
  await expect(kompass.getByText('läuft', { exact: true })).toBeVisible();
  await visitor.reload();
  await expect(visitor.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  await visitor.goto('/netzwerk?akteur=bildungswerk-kompass-e-v&ansicht=liste');
  await expect(visitor.getByRole('link', { name: TITLE }).first()).toBeVisible({ timeout: 20_000 });
});
