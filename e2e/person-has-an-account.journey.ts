import { createHmac } from 'node:crypto';
import { expect, test, type Browser, type Page } from './journey';
import { addressOf, confirming, enter, NEW_PASSWORD, registered, tryToEnter } from './accounts';
import { linkIn } from './mails';
import { browserOf, expectAccessible, expectNoSidewaysScroll, open } from './people';

const NAME = 'Kim Beispiel';

const kim = (browser: Browser, email: string, baseURL?: string) => registered(browser, administrator, { name: NAME, email, baseURL });

async function signOut(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: NAME }).click();
  await page.getByRole('menuitem', { name: 'Abmelden' }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Anmelden' })).toBeVisible();
}

const isIn = (page: Page) => expect(page.getByRole('banner').getByRole('button', { name: NAME })).toBeVisible();

/** The code an app would show, some periods from now. */
function codeOf(secret: string, ahead = 0): string {
  const bits = [...secret].map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => parseInt(eight, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead));
  const digest = createHmac('sha1', key).update(counter).digest();
  const at = digest.at(-1)! & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

let administrator: Page;
test.beforeEach(async ({ browser }) => {
  administrator = await browserOf(browser, 'ulrike.tamm');
});

test('a person registers, confirms the address, signs out and in again; the link counts once', async ({ browser }) => {
  const email = addressOf('kim.eins');
  const page = await confirming(browser, administrator, { name: NAME, email });
  const link = page.url();
  await page.getByLabel('Passwort', { exact: true }).fill('kurz');
  await page.getByRole('button', { name: 'Konto anlegen und anmelden' }).click();
  await expect(page.getByText('Das Passwort ist zu kurz.')).toBeVisible();
  await page.getByLabel('Passwort', { exact: true }).fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Konto anlegen und anmelden' }).click();
  await isIn(page);
  await signOut(page);
  await enter(page, { name: NAME, email });
  const other = await browserOf(browser, null);
  await other.goto(link);
  await other.getByLabel('Passwort', { exact: true }).fill('von jemand anderem');
  await other.getByRole('button', { name: 'Konto anlegen und anmelden' }).click();
  await expect(other.getByRole('alert')).toContainText('Dieser Link gilt nicht mehr.');
  await expectAccessible(other);
});

test('a person sets a new password by a link', async ({ browser }) => {
  const page = await kim(browser, addressOf('kim.zwei'));
  await signOut(page);
  await page.goto('/anmelden');
  await page.getByRole('link', { name: 'Passwort vergessen?' }).click();
  await page.getByLabel('E-Mail-Adresse').fill(addressOf('kim.zwei'));
  await page.getByRole('button', { name: 'Link schicken' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'ist eine Mail unterwegs' })).toBeVisible();
  await page.goto(await linkIn(administrator, addressOf('kim.zwei'), 'Passwort setzen'));
  await page.getByLabel('Neues Passwort').fill('ein anderes Passwort');
  await page.getByRole('button', { name: 'Passwort speichern' }).click();
  await expect(page).toHaveURL(/\/anmelden$/);
  await tryToEnter(page, addressOf('kim.zwei'));
  await expect(page.getByRole('alert')).toContainText('Adresse oder Passwort stimmen nicht.');
  await enter(page, { name: NAME, email: addressOf('kim.zwei'), password: 'ein anderes Passwort' });
});

test('a person changes the address: the password is asked for, the new address confirms, both are told', async ({ browser }) => {
  const page = await kim(browser, addressOf('kim.drei'));
  await page.goto('/konto/sicherheit');
  await page.getByRole('button', { name: 'Adresse ändern' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Neue Adresse').fill(addressOf('kim.neu'));
  await dialog.getByLabel('Ihr Passwort').fill('nicht das richtige');
  await dialog.getByRole('button', { name: 'Link schicken' }).click();
  await expect(dialog.getByText('Das Passwort stimmt nicht.').first()).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('Ihr Passwort').fill(NEW_PASSWORD);
  await dialog.getByRole('button', { name: 'Link schicken' }).click();
  await expect(page.getByText('An die neue Adresse ist ein Link unterwegs.')).toBeVisible();
  await page.goto(await linkIn(administrator, addressOf('kim.neu'), 'Ihre neue Adresse bestätigen'));
  await page.getByRole('button', { name: 'Adresse bestätigen' }).click();
  await expect(page.getByText('Die neue Adresse gilt.')).toBeVisible();
  await enter(page, { name: NAME, email: addressOf('kim.neu') });
  await administrator.goto('/verwaltung');
  await expect(administrator.getByText('Ihr Konto hat eine andere Adresse').first()).toBeVisible();
});

test('a person sets up an authenticator app, signs in with it and with a recovery code once, loses both and is let in again', async ({
  browser,
}) => {
  const email = addressOf('kim.vier');
  const page = await kim(browser, email);
  await open(page, '/konto/sicherheit');
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Authenticator-App einrichten' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Ihr Passwort').fill(NEW_PASSWORD);
  await dialog.getByRole('button', { name: 'Weiter' }).click();
  await expect(dialog.getByRole('img', { name: /QR-Code/ })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  const secret = (await dialog.locator('code').innerText()).replaceAll(' ', '');
  const used = codeOf(secret);
  await dialog.getByLabel('Code aus der App').fill(used);
  await dialog.getByRole('button', { name: 'Bestätigen' }).click();
  const codes = page.getByRole('dialog', { name: 'Ihre Wiederherstellungscodes' });
  const recovery = await codes.locator('code').first().innerText();
  await expectAccessible(page);
  await codes.getByRole('button', { name: 'Ich habe sie aufgehoben' }).click();
  await expect(page.getByText('Noch 10 Codes übrig.')).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 860 });

  await signOut(page);
  await tryToEnter(page, email);
  await expect(page.getByRole('heading', { name: 'Zweiter Faktor' })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Code').fill(used);
  await page.getByRole('button', { name: 'Weiter' }).click();
  await expect(page.getByRole('alert')).toContainText('Jeder Code gilt nur einmal');
  await page.getByLabel('Code').fill(codeOf(secret, 1));
  await page.getByRole('button', { name: 'Weiter' }).click();
  await isIn(page);

  for (const lets of [true, false]) {
    await signOut(page);
    await tryToEnter(page, email);
    await page.getByLabel('Code').fill(recovery);
    await page.getByRole('button', { name: 'Weiter' }).click();
    if (lets) await isIn(page);
    else await expect(page.getByRole('alert')).toContainText('Dieser Code gilt nicht.');
  }

  await administrator.goto('/verwaltung');
  const access = administrator.getByRole('region', { name: 'Zugänge' });
  await access.getByRole('searchbox', { name: 'Name oder E-Mail-Adresse' }).fill(email);
  await access.getByRole('button', { name: 'Zweiten Faktor von Kim Beispiel entfernen' }).click();
  const removal = administrator.getByRole('dialog');
  await removal.getByLabel('Grund').fill('Telefon verloren, am Apparat erkannt.');
  await removal.getByLabel('Ihr Passwort').fill('knotenpunkt-demo');
  await expectAccessible(administrator);
  await removal.getByRole('button', { name: 'Zweiten Faktor entfernen' }).click();
  await expect(administrator.getByText('Der zweite Faktor von Kim Beispiel ist entfernt.')).toBeVisible();
  await expect(access.getByRole('button', { name: 'Zweiten Faktor von Kim Beispiel entfernen' })).toHaveCount(0);
  await enter(page, { name: NAME, email });
});

test('a person adds a passkey and signs in without address and password', async ({ browser, baseURL }) => {
  // Browsers make no passkeys for a number, only for a name.
  const page = await kim(browser, addressOf('kim.fuenf'), baseURL!.replace('127.0.0.1', 'localhost'));
  const devices = await page.context().newCDPSession(page);
  await devices.send('WebAuthn.enable');
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto('/konto/sicherheit');
  await page.getByRole('button', { name: 'Passkey hinzufügen' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Diensthandy');
  await dialog.getByLabel('Ihr Passwort').fill(NEW_PASSWORD);
  await dialog.getByRole('button', { name: 'Weiter' }).click();
  await page.getByRole('button', { name: 'Ich habe sie aufgehoben' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Diensthandy' }).first()).toBeVisible();
  await expectAccessible(page);

  await signOut(page);
  await page.goto('/anmelden');
  await page.getByRole('button', { name: 'Passkey benutzen' }).click();
  await isIn(page);
  // Who knows the password alone does not get in any more.
  const other = await browserOf(browser, null);
  await tryToEnter(other, addressOf('kim.fuenf'));
  await expect(other.getByRole('heading', { name: 'Zweiter Faktor' })).toBeVisible();

  await page.goto('/konto/sicherheit');
  await page.getByRole('button', { name: 'Passkey Diensthandy entfernen' }).click();
  await page.getByRole('dialog').getByLabel('Ihr Passwort').fill(NEW_PASSWORD);
  await page.getByRole('dialog').getByRole('button', { name: 'Entfernen' }).click();
  await expect(page.getByText('Der Passkey ist entfernt.')).toBeVisible();
});

test('a person ends a session elsewhere', async ({ browser }) => {
  const email = addressOf('kim.sechs');
  const page = await kim(browser, email);
  const elsewhere = await browserOf(browser, null);
  await enter(elsewhere, { name: NAME, email });
  await page.goto('/konto/sicherheit');
  const sessions = page.getByRole('region', { name: 'Wo Sie angemeldet sind' });
  await expect(sessions.getByRole('listitem')).toHaveCount(2);
  await sessions.getByRole('button', { name: 'Sitzung beenden: Chrome auf Linux' }).click();
  await expect(page.getByText('Die Sitzung ist beendet.')).toBeVisible();
  await expect(sessions.getByRole('listitem')).toHaveCount(1);
  await elsewhere.goto('/');
  await expect(elsewhere.getByRole('banner').getByRole('link', { name: 'Anmelden' })).toBeVisible();
  await page.reload();
  await isIn(page);
});
