import { expect, test } from './journey';
import { linkIn } from './mails';
import { browserOf, expectAccessible, expectNoSidewaysScroll } from './people';

test('an organisation without an account is asked by mail, says "Später", gets a mandate and says "Ja"', async ({ browser }) => {
  const [lead, administrator, coordinator, asked] = [
    await browserOf(browser, 'katrin.vossebrink'),
    await browserOf(browser, 'ulrike.tamm'),
    await browserOf(browser, 'meryem.arslan'),
    await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage(),
  ];
  await lead.goto('/vorhaben/neu');
  await lead.getByLabel('Name', { exact: true }).fill('Fahrgemeinschaft Nachtschicht');
  await lead.getByLabel('In einem oder zwei Sätzen').fill('Wer nachts arbeitet, kommt gemeinsam hin und zurück.');
  await lead.getByRole('button', { name: 'Vorhaben eintragen' }).click();
  await lead.getByRole('button', { name: 'Partner einladen' }).click();
  await lead.getByRole('combobox', { name: 'Welche Organisation?' }).fill('Gießerei Nordkamp');
  await lead.getByRole('option', { name: /Gießerei Nordkamp GmbH/ }).click();
  await lead.getByRole('button', { name: 'Einladen', exact: true }).click();
  await expect(lead.getByText('eingeladen')).toBeVisible();

  const link = await linkIn(administrator, 'Fahrgemeinschaft Nachtschicht');
  await asked.goto(link);
  await expect(asked.getByRole('heading', { level: 1, name: 'Fahrgemeinschaft Nachtschicht' })).toBeVisible();
  await expect(asked.getByText('Mit dem Öffnen dieser Seite ist nichts entschieden.')).toBeVisible();
  await expectAccessible(asked);
  await expectNoSidewaysScroll(asked);
  await asked.getByRole('radio', { name: 'Später' }).check();
  await asked.getByRole('button', { name: 'Antwort senden' }).click();
  await expect(asked.getByText(/Wir erinnern Sie am/)).toBeVisible();

  await asked.goto(link);
  await asked.getByRole('radio', { name: /^Ja/ }).check();
  await expect(asked.getByRole('button', { name: 'Antwort senden' })).toHaveCount(0);
  await expectAccessible(asked);
  await asked.getByLabel('Ihr Name').fill('Kim Beispiel');
  await asked.getByRole('button', { name: 'Um ein Mandat bitten' }).click();
  await expect(asked.getByText(/Ihre Bitte um ein Mandat ist angekommen/)).toBeVisible();
  await expectAccessible(asked);

  await coordinator.goto('/koordination');
  await expectAccessible(coordinator);
  await coordinator.getByRole('button', { name: /^Mandat geben: Kim Beispiel/ }).click();
  await expect(coordinator.getByText('Kim Beispiel hat jetzt ein Mandat und bekommt eine Mail.')).toBeVisible();

  await asked.goto(link);
  await asked.getByRole('radio', { name: /^Ja/ }).check();
  await asked.getByRole('button', { name: 'Antwort senden' }).click();
  await expect(asked.getByText(/hat zugestimmt/)).toBeVisible();
  await asked.goto(link);
  await expect(asked.getByText('Diese Frage ist beantwortet.', { exact: false })).toBeVisible();
  await expect(asked.getByRole('radio')).toHaveCount(0);
  await lead.reload();
  await expect(lead.getByText('eingeladen')).toHaveCount(0);
});
