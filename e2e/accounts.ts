import { expect, test, type Browser, type Page } from '@playwright/test';
import { linkIn } from './mails';
import { browserOf } from './people';

/** The password of everybody who registers in a journey. */
export const NEW_PASSWORD = 'ein gutes Passwort';

/** Somebody who registers. `email` is one of `addressOf`. */
interface Registering {
  name: string;
  email: string;
  /** Where the browser finds the platform, if elsewhere than the others. */
  baseURL?: string;
}

/** An address of its own for every try: what a first try registered is still there at the second. */
export const addressOf = (name: string, domain = 'beispiel.example') => `${name}${test.info().retry || ''}@${domain}`;

/** Somebody new who opened the link that confirms the address, and has no account yet. */
export async function confirming(browser: Browser, administrator: Page, { name, email, baseURL }: Registering): Promise<Page> {
  const page = await browserOf(browser, null, baseURL);
  await page.goto('/anmelden');
  await page.getByRole('link', { name: 'Konto anlegen' }).click();
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('E-Mail-Adresse').fill(email);
  await page.getByRole('button', { name: 'Link schicken' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Eine Mail ist unterwegs.' })).toBeVisible();
  await page.goto(await linkIn(administrator, email, 'Ihr Konto bestätigen'));
  return page;
}

/** Somebody new, registered, confirmed and signed in. */
export async function registered(browser: Browser, administrator: Page, person: Registering): Promise<Page> {
  const page = await confirming(browser, administrator, person);
  await page.getByLabel('Passwort', { exact: true }).fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Konto anlegen und anmelden' }).click();
  await expect(page.getByRole('banner').getByRole('button', { name: person.name })).toBeVisible();
  return page;
}

/** Gives address and password, whatever comes of it. */
export async function tryToEnter(page: Page, email: string, password = NEW_PASSWORD): Promise<void> {
  await page.goto('/anmelden');
  await page.getByLabel('E-Mail').fill(email);
  await page.getByLabel('Passwort', { exact: true }).fill(password);
  await page.locator('form').getByRole('button', { name: 'Anmelden', exact: true }).click();
}

/** Signs somebody in who registered, and waits until they are. `name`: what stands in the header then. */
export async function enter(page: Page, { name, email, password }: { name: string; email: string; password?: string }): Promise<void> {
  await tryToEnter(page, email, password);
  await expect(page.getByRole('banner').getByRole('button', { name })).toBeVisible();
}
