import { expect, test, type Page } from './journey';
import { pages } from './pages';
import { visit } from './people';

/** More stops than the longest page has. */
const MOST_STOPS = 400;

/** What a keyboard must reach: visible, not disabled, and of a group of radio buttons one. Marked, so that it is known again. */
async function markReachable(page: Page): Promise<number> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]')];
    const groups = new Set<string>();
    const reachable = all.filter((element) => {
      if (element.tabIndex < 0 || element.matches(':disabled') || !element.checkVisibility({ visibilityProperty: true })) return false;
      if (element.closest('[aria-hidden="true"], [inert]')) return false;
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
      if (groups.has(element.name)) return false;
      groups.add(element.name);
      return true;
    });
    reachable.forEach((element) => element.setAttribute('data-reachable', element instanceof HTMLInputElement ? element.name : ''));
    return reachable.length;
  });
}

/** Marks what has the focus as reached. Gives what is wrong with how it shows, and whether the page has been left. */
function look(page: Page): Promise<{ outside: boolean; wrong: string | null }> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    if (!element || element === document.body) return { outside: true, wrong: null };
    element.setAttribute('data-reached', '');
    if (element instanceof HTMLInputElement && element.type === 'radio') {
      document.querySelectorAll<HTMLInputElement>('input[type="radio"]').forEach((each) => {
        if (each.name === element.name) each.setAttribute('data-reached', '');
      });
    }
    const shows = (at: Element): boolean => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at);
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
    };
    const marked = shows(element) || (element.parentElement !== null && shows(element.parentElement));
    const name = element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40);
    return { outside: false, wrong: marked ? null : `${element.tagName.toLowerCase()} "${name}" does not show that it has the focus` };
  });
}

for (const [who, addresses] of pages) {
  test(`what ${who ?? 'a visitor'} sees is walked through by Tab: everything is reached, shows its focus, and nothing holds it`, async ({
    page,
  }) => {
    test.setTimeout(900_000);
    await visit(page, who, addresses, async () => {
      expect(await markReachable(page)).toBeGreaterThan(0);
      const wrong: string[] = [];
      let stops = 0;
      for (; stops < MOST_STOPS; stops++) {
        await page.keyboard.press('Tab');
        const seen = await look(page);
        if (seen.outside) break;
        if (seen.wrong) wrong.push(seen.wrong);
      }
      expect(stops, 'the focus comes to the end of the page').toBeLessThan(MOST_STOPS);
      expect(wrong).toEqual([]);
      const missed = await page.evaluate(() =>
        [...document.querySelectorAll('[data-reachable]:not([data-reached])')].map((element) => element.outerHTML.slice(0, 120)),
      );
      expect(missed, 'not reached by Tab').toEqual([]);
    });
  });
}
