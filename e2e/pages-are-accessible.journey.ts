import { test } from '@playwright/test';
import { pages } from './pages';
import { expectAccessible, expectNoSidewaysScroll, signIn } from './people';

const screens = [
  { name: 'on a wide screen, light', viewport: { width: 1280, height: 860 }, colorScheme: 'light' },
  { name: 'at 320 pixels, dark', viewport: { width: 320, height: 640 }, colorScheme: 'dark' },
] as const;

for (const { name, viewport, colorScheme } of screens) {
  for (const [who, addresses] of pages) {
    test(`what ${who ?? 'a visitor'} sees is accessible ${name}`, async ({ browser }) => {
      // Many pages, each looked at in full.
      test.setTimeout(300_000);
      const page = await (await browser.newContext({ viewport, colorScheme })).newPage();
      if (who) await signIn(page, who);
      for (const address of addresses) {
        await test.step(address, async () => {
          await page.goto(address);
          await page.locator('h1').first().waitFor();
          await page.waitForLoadState('networkidle');
          await expectAccessible(page);
          await expectNoSidewaysScroll(page);
        });
      }
    });
  }
}
