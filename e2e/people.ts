import { setTimeout } from 'node:timers/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Browser, type Page } from './journey';

/** The password of every demo person. */
const PASSWORD = 'knotenpunkt-demo';

/** Signs a demo person in by the form, as they would, and waits for the first page. `key`: `first.last`. */
export async function signIn(page: Page, key: string): Promise<void> {
  await page.goto('/anmelden');
  await page.getByLabel('E-Mail').fill(`${key}@harkenrode.example`);
  await page.getByLabel('Passwort', { exact: true }).fill(PASSWORD);
  await page.locator('form').getByRole('button', { name: 'Anmelden' }).click();
  await expect(page).toHaveURL(/\/$/);
}

/** A browser of its own for one person; `null` for a visitor. `baseURL`: of another server than the one all journeys use. */
export async function browserOf(browser: Browser, key: string | null, baseURL?: string): Promise<Page> {
  const page = await (await browser.newContext(baseURL ? { baseURL } : {})).newPage();
  if (key !== null) await signIn(page, key);
  return page;
}

/** Opens a page and waits until all of it stands there. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
}

/** Opens page after page as somebody, null: as a visitor. Each is a step of the test. */
export async function visit(page: Page, who: string | null, addresses: readonly string[], look: () => Promise<void>): Promise<void> {
  if (who) await signIn(page, who);
  for (const address of addresses) {
    await test.step(address, async () => {
      await open(page, address);
      await look();
    });
  }
}

/**
 * Fails where the page, once it stands, breaks WCAG 2.2 AA as far as axe can tell. Looked at from its beginning: a header that stays on
 * the screen covers a part of whatever lies under its edge, which axe takes for the size of that. It measures one thing after the other,
 * so what is found while something still moves is looked for twice again; how long it takes is no matter.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor({ state: 'attached' });
  let found = await violationsOf(page);
  for (let again = 0; again < 2 && found.length > 0; again++) {
    await setTimeout(500);
    found = await violationsOf(page);
  }
  expect(found).toEqual([]);
}

async function violationsOf(page: Page) {
  await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  return violations.map(({ id, nodes }) => ({
    id,
    where: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
  }));
}

/** Fails where something makes the page wider than the screen. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
}
