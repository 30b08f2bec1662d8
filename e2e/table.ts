import { expect, type Browser, type Page } from './journey';
import { browserOf } from './people';

/** A day the browser's date input takes, so many days from now. */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** Takes somebody onto an empty chair of a bench. */
async function seat(page: Page, bench: string, name: string): Promise<void> {
  await page
    .getByRole('button', { name: `Stuhl besetzen: ${bench}` })
    .first()
    .click();
  await page.getByLabel('Organisation suchen').fill(name);
  await page.getByRole('button', { name: new RegExp(`^${name}.* dazunehmen$`) }).click();
}

/** Takes somebody in the place of the one that was chosen. */
async function exchangeFor(page: Page, name: string): Promise<void> {
  await page.getByLabel('Organisation suchen').fill(name);
  await page.getByRole('button', { name: new RegExp(`^Tauschen gegen ${name}`) }).click();
}

/** From the proposal the builder begins with to the table one wants: who is not wanted is exchanged, or taken from it. */
export async function setTable(page: Page, members: readonly { name: string; bench: string }[]): Promise<void> {
  const sitting = page.getByRole('button', { name: / tauschen$/ });
  await expect(sitting.nth(1)).toBeVisible();
  const names = await sitting.evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? ''));
  const wanted = members.filter(({ name }) => !names.some((label) => label.startsWith(name)));
  const strangers = names.filter((label) => !members.some(({ name }) => label.startsWith(name)));
  expect(wanted.length * strangers.length).toBeGreaterThan(0);
  for (const label of strangers) {
    await page.getByRole('button', { name: label, exact: true }).click();
    const next = wanted.shift();
    if (next) await exchangeFor(page, next.name);
    else await page.getByRole('button', { name: / vom Tisch nehmen$/ }).click();
  }
  for (const { name, bench } of wanted) await seat(page, bench, name);
}

/** Answers about an alliance, as somebody who is on its page and acts for one of those asked. */
export async function answerThere(page: Page, said: RegExp): Promise<void> {
  await page.getByRole('radio', { name: said }).check();
  await page.getByRole('button', { name: 'Antworten', exact: true }).click();
  await expect(page.getByText('Ihre Antwort ist eingetragen.')).toBeVisible();
}

/** One organisation's answer, in a browser of its own, from its first page on. */
export async function answer(browser: Browser, person: string, alliance: string, said: RegExp): Promise<void> {
  const page = await browserOf(browser, person);
  await page.getByRole('listitem').filter({ hasText: alliance }).getByRole('link', { name: 'Antworten' }).click();
  await answerThere(page, said);
  await page.context().close();
}

export const YES = /^Ja Wir stimmen/;
