import { enter, NEW_PASSWORD } from './accounts';
import { expect, test } from './journey';
import { linkIn } from './mails';
import { browserOf, expectAccessible, expectNoSidewaysScroll } from './people';

test('an administrator invites a second delegate, cannot leave as the last one, and hands the administration over', async ({ browser }) => {
  const platform = await browserOf(browser, 'ulrike.tamm');
  const imke = await browserOf(browser, 'imke.sander');
  await imke.goto('/akteure/wohnungsgenossenschaft-ostwalden-eg');
  await imke.getByRole('link', { name: 'Wer für uns handelt' }).first().click();
  const mandates = imke.getByRole('list', { name: 'Mandate', exact: true });
  await expect(mandates.getByRole('listitem').filter({ hasText: 'Imke Sander' })).toContainText('Administrator:in');
  await expect(mandates.getByRole('listitem').filter({ hasText: 'Paul Wiechert' })).toContainText('Redaktion');
  await expectAccessible(imke);

  await imke.getByRole('button', { name: 'Ich höre auf' }).click();
  await imke.getByRole('dialog').getByRole('button', { name: 'Ich höre auf' }).click();
  await expect(imke.getByRole('dialog').getByText(/Danach würde niemand mehr die Organisation verwalten/)).toBeVisible();
  await imke.keyboard.press('Escape');

  const email = 'noor.second@wg-ostwalden.example';
  await imke.getByRole('button', { name: 'Einladen' }).click();
  const dialog = imke.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Noor Zweite');
  await dialog.getByLabel('E-Mail-Adresse').fill(email);
  await expectAccessible(imke);
  await dialog.getByRole('button', { name: 'Einladung schicken' }).click();
  const invited = imke.getByRole('list', { name: 'Eingeladen' });
  await expect(invited.getByRole('listitem').filter({ hasText: 'Noor Zweite' })).toContainText('Vertretung mit Stimme');
  await imke.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(imke);
  await imke.setViewportSize({ width: 1280, height: 860 });

  const noor = await browserOf(browser, null);
  const link = await linkIn(platform, email, 'Einladung, für');
  await noor.goto(link);
  await expect(noor.getByText('Imke Sander lädt Sie ein, für Wohnungsgenossenschaft Ostwalden eG zu handeln.')).toBeVisible();
  await expectAccessible(noor);
  await noor.getByLabel('Passwort', { exact: true }).fill(NEW_PASSWORD);
  await noor.getByRole('button', { name: 'Konto anlegen und annehmen' }).click();
  await expect(noor.getByRole('banner').getByRole('button', { name: /Wohnungsgenossenschaft Ostwalden/ })).toBeVisible();
  const other = await browserOf(browser, null);
  await other.goto(link);
  await expect(other.getByText('Diese Einladung gilt nicht mehr.')).toBeVisible();

  await imke.reload();
  await expect(mandates.getByRole('listitem').filter({ hasText: 'Noor Zweite' })).toContainText('Vertretung mit Stimme');
  await imke.getByRole('button', { name: 'Administration an Noor Zweite übergeben' }).click();
  await imke.getByRole('dialog').getByRole('radio', { name: 'handeln weiter als Redaktion' }).check();
  await expectAccessible(imke);
  await imke.getByRole('dialog').getByRole('button', { name: 'Administration übergeben' }).click();
  await expect(invited.getByRole('listitem')).toContainText('soll die Administration übernehmen');
  await noor.goto(await linkIn(platform, email, 'Sie sollen Wohnungsgenossenschaft Ostwalden'));
  await noor.getByRole('button', { name: 'Annehmen', exact: true }).click();
  await expect(noor.getByText(/Sie handeln jetzt für Wohnungsgenossenschaft Ostwalden/)).toBeVisible();

  await enter(noor, { name: 'Wohnungsgenossenschaft Ostwalden eG', email });
  await noor.goto('/akteure/wohnungsgenossenschaft-ostwalden-eg/mandate');
  const hers = noor.getByRole('list', { name: 'Mandate', exact: true });
  await expect(hers.getByRole('listitem').filter({ hasText: 'Noor Zweite' })).toContainText('Administrator:in');
  await expect(hers.getByRole('listitem').filter({ hasText: 'Imke Sander' })).toContainText('Redaktion');
  await noor.getByRole('link', { name: 'Protokoll' }).click();
  await expect(noor.getByText('Imke Sander hat Noor Zweite die Administration übergeben')).toBeVisible();
  await expectAccessible(noor);

  // Imke is signed out, and once in again only keeps entries.
  await imke.goto('/akteure/wohnungsgenossenschaft-ostwalden-eg/mandate');
  await expect(imke.getByText(/Das sehen nur Menschen, die für Wohnungsgenossenschaft Ostwalden/)).toBeVisible();
});
