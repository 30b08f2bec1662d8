import { expect, test } from './journey';
import { signIn } from './people';

test('whoever only looks gets no cookie, nothing kept in the browser, and asks nobody else', async ({ page, context, baseURL }) => {
  const elsewhere: string[] = [];
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.host !== new URL(baseURL!).host) elsewhere.push(request.url());
  });
  for (const path of [
    '/',
    '/akteure',
    '/vorhaben',
    '/herausforderungen',
    '/allianzen',
    '/netzwerk',
    '/anmelden',
    '/datenschutz',
    '/r/dortmund/',
  ]) {
    await page.goto(path);
    await expect(page.locator('main h1').first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    const kept = await page.evaluate(async () => ({
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys().catch(() => [])).length,
      workers: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
    }));
    expect({ path, ...kept }).toEqual({ path, local: [], session: [], databases: 0, caches: 0, workers: 0 });
    expect(await context.cookies()).toEqual([]);
  }
  expect(elsewhere).toEqual([]);
});

test('whoever signs out leaves nothing behind', async ({ page, context }) => {
  await signIn(page, 'yusuf.erkal');
  const [cookie] = await context.cookies();
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  expect(await page.evaluate(() => document.cookie)).toBe('');
  await page.goto('/vorhaben/neu');
  await page.getByLabel('Name', { exact: true }).fill('Noch geheim');
  await expect.poll(() => page.evaluate(() => JSON.stringify(sessionStorage))).toContain('Noch geheim');
  await page.goto('/');
  await page
    .getByRole('banner')
    .getByRole('button', { name: /Logistikpark/ })
    .click();
  await page.getByRole('menuitem', { name: 'Abmelden' }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Anmelden' })).toBeVisible();
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).toBe('{}');
});
