import { test, type BrowserContextOptions } from './journey';
import { pages } from './pages';
import { expectAccessible, expectNoSidewaysScroll, visit } from './people';

const wide = { width: 1280, height: 860 };

/** Beside these the journeys look at every page wide and light, and `pages-without-motion` with reduced motion. */
const renderings: Record<string, BrowserContextOptions> = {
  'wide and dark': { viewport: wide, colorScheme: 'dark' },
  'at 320 pixels, light': { viewport: { width: 320, height: 640 }, colorScheme: 'light' },
  'at 320 pixels, dark': { viewport: { width: 320, height: 640 }, colorScheme: 'dark' },
  'in forced colours': { viewport: wide, forcedColors: 'active' },
};

for (const [name, options] of Object.entries(renderings)) {
  for (const [who, addresses] of pages) {
    test(`what ${who ?? 'a visitor'} sees is accessible ${name}`, async ({ browser }) => {
      test.setTimeout(600_000);
      const page = await (await browser.newContext(options)).newPage();
      await visit(page, who, addresses, async () => {
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      });
    });
  }
}
