import { expect, type Browser, type Page } from '@playwright/test';
import { linkIn } from './mails';
import { browserOf } from './people';

/** The password of everybody who registers in a journey. */
export const NEW_PASSWORD = 'ein gutes Passwort';

/** Somebody new, registered, confirmed and signed in. */
export async function registered(browser: Browser, administrator: Page, { name, email }: { name: string; email: string }): Promise<Page> {
  const page = await browserOf(browser, null);
  await page.goto('/registrieren');
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('E-Mail-Adresse').fill(email);
  await page.getByRole('button', { name: 'Link schicken' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Eine Mail ist unterwegs.' })).toBeVisible();
  await page.goto(await linkIn(administrator, email, 'Ihr Konto bestätigen'));
  await page.getByLabel('Passwort', { exact: true }).fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Konto anlegen und anmelden' }).click();
  await expect(page.getByRole('banner').getByRole('button', { name })).toBeVisible();
  return page;
}

/** Signs somebody in who registered, and waits until they are. `name`: what stands in the header then. */
export async function enter(page: Page, { name, email }: { name: string; email: string }): Promise<void> {
  await page.goto('/anmelden');
  await page.getByLabel('E-Mail').fill(email);
  await page.getByLabel('Passwort', { exact: true }).fill(NEW_PASSWORD);
  await page.locator('form').getByRole('button', { name: 'Anmelden', exact: true }).click();
  await expect(page.getByRole('banner').getByRole('button', { name })).toBeVisible();
}
