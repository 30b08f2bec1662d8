import { expect, test } from './journey';
import { linkIn } from './mails';
import { browserOf, expectAccessible } from './people';

test('who keeps entries drafts a Vorhaben that nobody else sees; who decides for the organisation releases it', async ({ browser }) => {
  const [editor, administrator, coordinator, decider] = [
    await browserOf(browser, 'lena.ohlendiek'),
    await browserOf(browser, 'ulrike.tamm'),
    await browserOf(browser, 'meryem.arslan'),
    await browserOf(browser, null),
  ];
  await editor.goto('/vorhaben/neu');
  await editor.getByLabel('Name', { exact: true }).fill('Pause am Bett');
  await editor.getByLabel('In einem oder zwei Sätzen').fill('Zehn Minuten Ruhe je Schicht, verlässlich.');
  await expectAccessible(editor);
  await editor.getByRole('button', { name: 'Entwurf zur Freigabe geben' }).click();
  await expect(editor.getByText('Das ist ein Entwurf.', { exact: false })).toBeVisible();
  await expect(editor.getByRole('button', { name: /Freigeben/ })).toHaveCount(0);
  await expectAccessible(editor);
  const address = new URL(editor.url()).pathname;
  await coordinator.goto(address);
  await expect(coordinator.getByRole('heading', { level: 1, name: 'Pause am Bett' })).toHaveCount(0);

  // Nobody decides for it here yet: the mail goes to the address the organisation has named.
  await decider.goto(await linkIn(administrator, 'Entwurf „Pause am Bett“ wartet auf Freigabe'));
  await decider.getByRole('radio', { name: /^Ja/ }).check();
  await decider.getByLabel('Ihr Name').fill('Toni Beispiel');
  await decider.getByRole('button', { name: 'Um ein Mandat bitten' }).click();
  await expect(decider.getByText(/Ihre Bitte um ein Mandat ist angekommen/)).toBeVisible();
  await coordinator.goto('/koordination');
  await coordinator.getByRole('button', { name: /^Mandat geben: Toni Beispiel/ }).click();
  await expect(coordinator.getByText('Toni Beispiel hat jetzt ein Mandat und bekommt eine Mail.')).toBeVisible();
  await decider.reload();
  await decider.getByRole('radio', { name: /^Ja/ }).check();
  await decider.getByRole('button', { name: 'Antwort senden' }).click();
  await expect(decider.getByText(/hat zugestimmt/)).toBeVisible();
  await coordinator.goto(address);
  await expect(coordinator.getByRole('heading', { level: 1, name: 'Pause am Bett' })).toBeVisible();
});
