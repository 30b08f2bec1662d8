import { expect, test, type Page } from './journey';
import sharp from 'sharp';
import { browserOf, expectAccessible, expectNoSidewaysScroll } from './people';

const STECKBRIEF = '/akteure/kammer-des-handwerks-ostwalden';

/** A picture of one colour, twice as wide as high. */
async function picture(background: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const buffer = await sharp({ create: { width: 600, height: 300, channels: 3, background } })
    .jpeg()
    .toBuffer();
  return { name: 'logo.jpg', mimeType: 'image/jpeg', buffer };
}

/** The colour in the middle of a picture as the browser shows it. */
async function colourOf(page: Page, picture: ReturnType<Page['locator']>): Promise<number[]> {
  await expect(picture).toHaveJSProperty('complete', true);
  return picture.evaluate((image: HTMLImageElement) => {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return [...context.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data].map((part) => Math.round(part / 255));
  });
}

/** At the head of the Steckbrief; small ones may stand in lists below it. */
const SHOWN = 'main img[loading="eager"]';

test('an organisation shows its logo, replaces it, and takes it away and back', async ({ browser }) => {
  const page = await browserOf(browser, 'marek.dudzik');
  const visitor = await browserOf(browser, null);
  await page.goto(`${STECKBRIEF}/bearbeiten`);
  const logo = page.getByRole('region', { name: 'Logo' });
  await expect(logo.getByText('Noch kein Logo.')).toBeVisible();
  const file = logo.getByLabel('Bild wählen');

  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  await file.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from(svg) });
  await expect(logo.getByText('SVG nehmen wir nicht')).toBeVisible();
  await file.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.alloc(6 * 1024 * 1024) });
  await expect(logo.getByText('zu groß: höchstens 5 MB')).toBeVisible();
  await expect(logo.getByRole('presentation')).toHaveCount(0);

  await file.setInputFiles(await picture('#f00'));
  await expect(logo.getByText('Noch sieht es niemand außer Ihnen.')).toBeVisible();
  await expect(logo.getByText('zu groß')).toBeHidden();
  await visitor.goto(STECKBRIEF);
  await expect(visitor.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(visitor.locator('main img')).toHaveCount(0);
  await expectAccessible(page);

  await logo.getByRole('button', { name: 'Als Logo zeigen' }).click();
  await expect(page.getByText('Das Logo ist jetzt zu sehen.')).toBeVisible();
  await expect(page.getByText('Das hat inzwischen jemand anders gespeichert')).toBeHidden();
  await visitor.goto(STECKBRIEF);
  expect(await colourOf(visitor, visitor.locator(SHOWN))).toEqual([1, 0, 0, 1]);
  await expectAccessible(visitor);
  await visitor.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(visitor);
  await visitor.setViewportSize({ width: 1280, height: 860 });
  await visitor.goto('/akteure?suche=Kammer des Handwerks');
  expect(await colourOf(visitor, visitor.getByRole('listitem').filter({ hasText: 'Kammer des Handwerks' }).locator('img'))).toEqual([
    1, 0, 0, 1,
  ]);

  // What is written in the form below stays while the logo changes.
  await page.getByLabel('Kurzname').fill('Handwerkskammer');
  await logo.getByLabel('Anderes Bild wählen').setInputFiles(await picture('#00f'));
  await logo.getByRole('button', { name: 'Als Logo zeigen' }).click();
  await expect(logo.getByRole('button', { name: 'Logo entfernen' })).toBeVisible();
  await visitor.goto(STECKBRIEF);
  expect(await colourOf(visitor, visitor.locator(SHOWN))).toEqual([0, 0, 1, 1]);

  await logo.getByRole('button', { name: 'Logo entfernen' }).click();
  await expect(logo.getByText('Noch kein Logo.')).toBeVisible();
  await visitor.reload();
  await expect(visitor.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(visitor.locator('main img')).toHaveCount(0);
  await page.getByRole('status').filter({ hasText: 'Das Logo ist entfernt.' }).getByRole('button', { name: 'Rückgängig' }).last().click();
  await expect(logo.getByRole('button', { name: 'Logo entfernen' })).toBeVisible();
  await expect(page.getByText('Das hat inzwischen jemand anders gespeichert')).toBeHidden();
  await page.getByRole('button', { name: 'Steckbrief speichern' }).click();
  await expect(page).toHaveURL(new RegExp(`${STECKBRIEF}$`));
  expect(await colourOf(page, page.locator(SHOWN))).toEqual([0, 0, 1, 1]);
});
