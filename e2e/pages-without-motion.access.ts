import { KIND_HUES } from '@knotenpunkt/kernel';
import { expect, test, type Browser, type Page } from './journey';
import { pages } from './pages';
import { expectAccessible, expectNoSidewaysScroll, open, visit } from './people';

/** What lasts no longer than a frame at a thousand pictures a second is seen by nobody. */
const UNSEEN_MS = 1;

/** A page of a reader with or without the wish for less motion, and a list of all that has moved on it. */
async function watched(browser: Browser, reducedMotion: 'reduce' | 'no-preference'): Promise<{ page: Page; moved: string[] }> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 860 }, reducedMotion })).newPage();
  const moved: string[] = [];
  await page.exposeFunction('moved', (what: string) => void moved.push(what));
  await page.addInitScript((unseen) => {
    const tell = (what: string) => void (window as unknown as { moved(what: string): void }).moved(what);
    const look = ({ type, target }: Event) => {
      for (const animation of (target as Element).getAnimations({ subtree: true })) {
        if (Number(animation.effect?.getComputedTiming().activeDuration) > unseen) tell(`${type} of ${(target as Element).className}`);
      }
    };
    for (const type of ['animationstart', 'transitionrun']) document.addEventListener(type, look, true);
    const { animate } = Element.prototype;
    Element.prototype.animate = function (this: Element, ...given) {
      tell(`animate() of ${this.className}`);
      return animate.apply(this, given);
    };
    for (const name of ['scroll', 'scrollTo', 'scrollBy', 'scrollIntoView'] as const) {
      const scroll = Element.prototype[name] as (...given: unknown[]) => void;
      Element.prototype[name] = function (this: Element, ...given: unknown[]) {
        if (given.some((each) => (each as ScrollToOptions | undefined)?.behavior === 'smooth')) tell(`${name}() of ${this.className}`);
        scroll.apply(this, given);
      };
    }
  }, UNSEEN_MS);
  return { page, moved };
}

/** Points at what can be pressed, walks on by keyboard and opens the menu, as far as there is any of it. */
async function touch(page: Page): Promise<void> {
  for (const part of (await page.locator('main :is(a, button, input, summary):visible').all()).slice(0, 12)) {
    await part.hover({ force: true, timeout: 2_000 }).catch(() => undefined);
  }
  for (let stop = 0; stop < 8; stop++) await page.keyboard.press('Tab');
  const menu = page.getByRole('banner').locator('button[aria-haspopup]').last();
  if (await menu.isVisible()) {
    await menu.click();
    await page.keyboard.press('Escape');
  }
}

for (const [who, addresses] of pages) {
  test(`what ${who ?? 'a visitor'} sees is accessible with reduced motion, and nothing moves`, async ({ browser }) => {
    test.setTimeout(600_000);
    const { page, moved } = await watched(browser, 'reduce');
    await visit(page, who, addresses, async () => {
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await touch(page);
      expect(moved).toEqual([]);
    });
  });
}

/** Chooses somebody who is out of view in the picture; gives how many pictures it takes to get there. */
async function picturesUntilInView(browser: Browser, reducedMotion: 'reduce' | 'no-preference'): Promise<number> {
  const { page } = await watched(browser, reducedMotion);
  await page.goto('/netzwerk');
  await page.locator('.kn-network canvas').first().waitFor();
  await page.waitForLoadState('networkidle');
  for (let times = 0; times < 5; times++) await page.getByRole('button', { name: 'Größer' }).click();
  for (let times = 0; times < 12; times++) await page.locator('.kn-network__host').press('ArrowRight');
  await page.evaluate(() => {
    interface Drawing {
      pan(): { x: number; y: number };
      on(event: string, heard: () => void): void;
    }
    const { cy } = (document.querySelector('.kn-network__cytoscape') as unknown as { _cyreg: { cy: Drawing } })._cyreg;
    const seen = new Set<string>();
    Object.assign(window, { seen });
    cy.on('pan position', () => seen.add(JSON.stringify(cy.pan())));
  });
  await page.getByLabel('Akteur suchen').first().fill('Spedition Hellwald');
  await page
    .getByRole('option', { name: /Spedition Hellwald/ })
    .or(page.getByRole('button', { name: /Spedition Hellwald/ }))
    .first()
    .click();
  await expect(page.getByRole('complementary', { name: 'Gewählter Akteur' })).toBeVisible();
  const count = () => page.evaluate(() => (window as unknown as { seen: Set<string> }).seen.size);
  await expect.poll(count).toBeGreaterThan(0);
  await page.waitForTimeout(500);
  return count();
}

test('the picture of the network jumps to who is chosen with reduced motion, and glides there without', async ({ browser }) => {
  expect(await picturesUntilInView(browser, 'reduce')).toBe(1);
  expect(await picturesUntilInView(browser, 'no-preference')).toBeGreaterThan(1);
});

test('the picture of the network has its colours with reduced motion, too', async ({ browser }) => {
  const { page } = await watched(browser, 'reduce');
  await open(page, '/netzwerk?ansicht=bild');
  const painted = () =>
    page.evaluate(() => {
      const colours = new Set<string>();
      for (const canvas of document.querySelectorAll<HTMLCanvasElement>('.kn-network canvas')) {
        const pixels = new Uint32Array(canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
        for (const pixel of pixels) colours.add(`#${[0, 8, 16].map((by) => ((pixel >> by) & 255).toString(16).padStart(2, '0')).join('')}`);
      }
      return [...colours];
    });
  await expect.poll(painted).toEqual(expect.arrayContaining(Object.values(KIND_HUES)));
});

test('without the wish, what moves is seen by these tests', async ({ browser }) => {
  const { page, moved } = await watched(browser, 'no-preference');
  await page.goto('/anmelden');
  await page.locator('form').getByRole('button', { name: 'Anmelden' }).hover();
  await expect.poll(() => moved.join()).toContain('transitionrun of kn-button');
});
