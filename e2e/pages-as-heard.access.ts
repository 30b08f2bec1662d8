import { expect, test } from './journey';
import { pages } from './pages';
import { visit } from './people';

/** Roles that mean nothing to a listener without a name. */
const NAMED = /^\s*- (link|button|textbox|combobox|checkbox|radio|img|dialog|region|table|searchbox|slider|tab|menuitem)(:|$| \[)/;

/** What every page has beside its title; what is embedded in a foreign page has that page's. */
const LANDMARKS = { page: ['banner', 'main', 'contentinfo'], embedded: ['main'] };

/** What is wrong with a page as a screen reader hears it: its tree of names and roles. */
function faultsOf(tree: string, landmarks: readonly string[]): string[] {
  const lines = tree.split('\n');
  const headings = lines.flatMap((line) => /- '?heading .*\[level=(\d)\]/.exec(line)?.[1] ?? []).map(Number);
  const has = (role: string) => lines.some((line) => line.trimStart().startsWith(`- ${role}`));
  const jumps = headings.flatMap((level, at) =>
    at > 0 && level > headings[at - 1]! + 1 ? [`a heading of level ${level} after ${headings[at - 1]}`] : [],
  );
  return [
    ...landmarks.filter((role) => !has(role)).map((role) => `there is no ${role}`),
    ...(headings.filter((level) => level === 1).length === 1
      ? []
      : [`${headings.filter((level) => level === 1).length} headings of level 1`]),
    ...jumps,
    ...lines.filter((line) => NAMED.test(line)).map((line) => `without a name: ${line.trim()}`),
  ];
}

for (const [who, addresses] of pages) {
  test(`what ${who ?? 'a visitor'} hears has one title, landmarks, headings in order, and a name for everything`, async ({ page }) => {
    test.setTimeout(600_000);
    await visit(page, who, addresses, async () => {
      const isEmbedded = page.url().includes('/einbetten/');
      const landmarks = LANDMARKS[isEmbedded ? 'embedded' : 'page'];
      // A title gives way to the next while a page comes together.
      await expect.poll(async () => faultsOf(await page.locator('body').ariaSnapshot(), landmarks)).toEqual([]);
      expect(await page.locator('html').getAttribute('lang')).toBe('de');
      expect(await page.title()).toMatch(isEmbedded ? /\S/ : /Knotenpunkt$/);
    });
  });
}
