import { gzipSync } from 'node:zlib';
import { expect, test } from './journey';
import { open } from './people';

/**
 * What every page brings before it says anything, compressed as a server sends it. Grew it by much, something came along that few need. A
 * quarter of it are the German words of all rooms, which grow with what the product can do.
 */
const MOST_BYTES = 420_000;

test('the first load brings what every page needs, and no more', async ({ request }) => {
  const page = await (await request.get('/')).text();
  const files = [...page.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)].map(([, file]) => file!);
  expect(files.length).toBeGreaterThan(3);
  const sizes: [string, number][] = [];
  for (const file of files) {
    const body = await (await request.get(file)).body();
    sizes.push([file, gzipSync(body).length]);
  }
  const bytes = sizes.reduce((sum, [, size]) => sum + size, 0);
  expect(bytes, JSON.stringify(sizes.sort((p, q) => q[1] - p[1]).slice(0, 5))).toBeLessThan(MOST_BYTES);
});

test('English comes when it is chosen, and is there before the page speaks it', async ({ page }) => {
  const words: string[] = [];
  page.on('request', (request) => {
    if (/messages\.en/.test(request.url())) words.push(request.url());
  });
  await open(page, '/akteure');
  const before = words.length;
  await page.getByRole('button', { name: 'Sprache, Farben, Region' }).click();
  await page.getByRole('menuitemradio', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Actors' })).toBeVisible();
  expect(words.length).toBeGreaterThan(before);
  // After a reload it speaks English from the first word: no key and no German flashes by.
  await page.addInitScript(() => {
    const seen = ((window as { titles?: string[] }).titles = [] as string[]);
    new MutationObserver(() => {
      const title = document.querySelector('h1')?.textContent;
      if (title && seen.at(-1) !== title) seen.push(title);
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Actors' })).toBeVisible();
  expect(await page.evaluate(() => (window as { titles?: string[] }).titles)).toEqual(['Actors']);
});
