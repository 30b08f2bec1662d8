import { test } from './journey';
import { pages } from './pages';
import { expectAccessible, expectNoSidewaysScroll, visit } from './people';

// On a wide screen and light; all other renderings are looked at by `npx nx access e2e`.
for (const [who, addresses] of pages) {
  test(`what ${who ?? 'a visitor'} sees is accessible`, async ({ page }) => {
    // Many pages, each looked at in full.
    test.setTimeout(600_000);
    await visit(page, who, addresses, async () => {
      await expectAccessible(page);
      await page.setViewportSize({ width: 320, height: 640 });
      await expectNoSidewaysScroll(page);
      await page.setViewportSize({ width: 1280, height: 860 });
    });
  });
}
