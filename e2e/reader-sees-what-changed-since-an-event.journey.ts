import { expect, test, type Locator, type Page } from './journey';
import { press, tabTo } from './keyboard';
import { Writer } from './markup';
import { browserOf, expectAccessible, expectNoSidewaysScroll } from './people';

const EVENT = 'Fokus-Konferenz Übergang: das Plenum';

const changesOf = (page: Page) => page.getByRole('region', { name: 'Was sich geändert hat' });

/** How many the headings of the three kinds say, and how many sentences stand below each once all are shown. */
async function countsOf(changes: Locator): Promise<{ said: number[]; told: number[] }> {
  const [said, told]: number[][] = [[], []];
  for (const kind of [/neue Beziehung/, /gewachsene Beziehung/, /beendete Beziehung/]) {
    const part = changes.getByRole('region', { name: kind });
    // The heading first: it waits for the part to stand there, with what is still folded away.
    said!.push(Number.parseInt((await part.getByRole('heading').innerText()).trim(), 10));
    while (await part.getByRole('button', { name: /weitere zeigen/ }).count())
      await part.getByRole('button', { name: /weitere zeigen/ }).click();
    told!.push(await part.getByRole('listitem').count());
  }
  return { said: said!, told: told! };
}

test('a reader chooses an event and reads what is new since, in the picture and in the list', async ({ page }) => {
  await page.goto('/netzwerk');
  const time = page.getByRole('region', { name: 'Zeit' });
  await expect(time.getByText(/^Stand: /)).toBeVisible();
  await time.getByText(EVENT).first().locator('..').click();
  await expect(page).toHaveURL(/vergleich=\d{4}-\d{2}-\d{2}/);

  const changes = changesOf(page);
  await expect(changes.getByText(`Seit „${EVENT}“, der Tag selbst eingeschlossen.`)).toBeVisible();
  const inPicture = await countsOf(changes);
  expect(inPicture.told).toEqual(inPicture.said);
  expect(inPicture.said[0]).toBeGreaterThan(0);
  const [first] = await changes
    .getByRole('region', { name: /neue Beziehung/ })
    .getByRole('listitem')
    .allInnerTexts();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Als Liste' }).click();
  await expect(changesOf(page).getByRole('listitem').filter({ hasText: first! })).toBeVisible();
  // The list may still be put together when its first sentence is read.
  await expect(async () => expect(await countsOf(changesOf(page))).toEqual(inPicture)).toPass({ timeout: 15_000 });
  await expectAccessible(page);

  await changesOf(page).getByRole('button', { name: 'Vergleich beenden' }).click();
  await expect(page).not.toHaveURL(/vergleich/);
  await expect(changesOf(page)).toHaveCount(0);
});

test('the same by keyboard alone, and any day of the past', async ({ page }) => {
  test.slow();
  await page.goto('/netzwerk?ansicht=liste');
  await press(page, page.locator('summary', { hasText: 'Ereignisse der Region' }));
  const more = page.getByRole('button', { name: /weitere zeigen/ }).first();
  await press(page, more);
  await press(page, page.getByRole('button', { name: `Was ist neu seit „${EVENT}“?` }));
  await expect(changesOf(page).getByText(`Seit „${EVENT}“, der Tag selbst eingeschlossen.`)).toBeVisible();
  await expect(
    changesOf(page)
      .getByRole('region', { name: /neue Beziehung/ })
      .getByRole('listitem')
      .first(),
  ).toBeVisible();
  await press(page, page.getByRole('button', { name: 'Vergleich beenden' }));

  await press(page, page.getByRole('button', { name: 'Als Bild' }));
  const slider = page.getByRole('slider', { name: 'Tag' });
  const before = await slider.getAttribute('aria-valuetext');
  await tabTo(page, slider);
  await page.keyboard.press('PageDown');
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(/tag=\d{4}-\d{2}-\d{2}/);
  const day = await slider.getAttribute('aria-valuetext');
  expect(day).not.toBe(before);
  await expect(page.getByText(`Stand: ${day}`)).toBeVisible();
  // Said once it rests, politely.
  await expect(page.getByText(new RegExp(`^Stand ${day}: \\d+ Beziehungen\\.$`))).toBeAttached();
  await page.keyboard.press('End');
  await expect(page).not.toHaveURL(/tag=/);
  await expect(page.getByText(`Stand: ${before}`)).toBeVisible();
});

test('nothing changed between two days that are the same, and it says so on a small phone', async ({ browser }) => {
  const page = await browserOf(browser, null);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/netzwerk?tag=2026-01-31&vergleich=2026-01-31');
  await expect(changesOf(page).getByText('Zwischen diesen Tagen hat sich nichts geändert.')).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test('what others do appears quietly: the choice stays, and one sentence says what came', async ({ browser, page }) => {
  await page.goto('/netzwerk?akteur=museum-alte-hammerschmiede');
  const panel = page.getByRole('complementary', { name: 'Gewählter Akteur' });
  await expect(panel.getByRole('heading', { name: 'Museum Alte Hammerschmiede' })).toBeVisible();
  await expect(page.getByText(/^Stand: /).first()).toBeVisible();

  const other = new Writer((await browser.newContext()).request);
  await other.signIn('yusuf.erkal');
  const own = await other.ownActor();
  const { actor } = await other.ask<{ actor: { id: string } }>('{ actor(slug: "museum-alte-hammerschmiede") { id } }');
  await other.write('declareTie', {
    fromId: own.id,
    toId: actor.id,
    label: 'Wir zeigen Lehrlingen alte Werkzeuge.',
    sinceOn: '2026-11-01',
  });

  await expect(page.getByText(/^Neu: Zwischen .* und .* ist eine Beziehung angegeben\./)).toBeVisible();
  await expect(panel.getByRole('heading', { name: 'Museum Alte Hammerschmiede' })).toBeVisible();
  await expect(page).toHaveURL(/akteur=museum-alte-hammerschmiede/);
  // It is no news for long.
  await expect(page.getByText(/^Neu: /)).toHaveCount(0, { timeout: 30_000 });
});
