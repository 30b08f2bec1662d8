import { expect, test, type Page } from './journey';
import { fortyRows, listFile, XLSX } from './lists';
import { browserOf, expectAccessible, expectNoSidewaysScroll } from './people';

/** Two of the forty with a mistake. */
function rows(): ReturnType<typeof fortyRows> {
  const all = fortyRows();
  all[7]![0] = null;
  all[11]![5] = 'bald';
  return all;
}

/** How many threads rest, as the desk says it. */
async function restingOn(page: Page): Promise<number> {
  await page.goto('/koordination');
  const words = await page.getByRole('link', { name: /ruhende/ }).innerText();
  return Number(/\d+/.exec(words)![0]);
}

test('the coordination reads in its own list, sees two problems first, and goes on with it on its desk', async ({ browser }) => {
  test.setTimeout(180_000);
  const page = await browserOf(browser, 'meryem.arslan');
  const file = page.locator('input[type=file]');
  const before = await restingOn(page);
  await page.getByRole('link', { name: 'Liste einlesen (XLSX)' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Liste einlesen' })).toBeVisible();
  await expectAccessible(page);

  await test.step('the template is there to take along', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Vorlage herunterladen' }).click();
    expect((await download).suggestedFilename()).toBe('vorlage-liste.xlsx');
  });

  await test.step('what is no list is refused with a sentence', async () => {
    await file.setInputFiles({ name: 'liste.xlsx', mimeType: XLSX, buffer: Buffer.from('Titel;Schritt') });
    await expect(page.getByText('Das ist keine Excel-Datei (.xlsx).')).toBeVisible();
  });

  await test.step('every row says what becomes of it, two of them what is wrong and how to mend it', async () => {
    await file.setInputFiles(await listFile(rows()));
    await expect(page.getByText('40 Zeilen gelesen')).toBeVisible();
    await expect(page.getByText('2 können so nicht übernommen werden')).toBeVisible();
    const problems = page.getByRole('list', { name: 'Was nicht übernommen wird' });
    await expect(problems.getByText('Zeile 9, Titel')).toBeVisible();
    await expect(problems.getByText('Zeile 13, Wiedervorlage')).toBeVisible();
    await expect(problems.getByText('„bald“ ist kein Tag. Schreiben Sie zum Beispiel 30.11.2026.')).toBeVisible();
    await expect(page.getByRole('list', { name: 'Nicht im Verzeichnis' }).getByText('Bäckerei Unbekannt')).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  await test.step('nothing is there before it is taken over, and a reload loses nothing', async () => {
    await page.reload();
    await expect(page.getByText('40 Zeilen gelesen')).toBeVisible();
  });

  await test.step('taken over, seven stand on the desk and the others rest', async () => {
    await page.getByRole('button', { name: '38 Fäden anlegen' }).click();
    await expect(page.getByText('38 Fäden sind angelegt.')).toBeVisible();
    await page.getByRole('link', { name: 'Zu „Heute“' }).click();
    await expect(page.getByText('Sieben Fäden warten')).toBeVisible();
    await expect(page.locator('.threads-desk table tbody tr').first()).toBeVisible();
    expect(await page.locator('.threads-desk table').first().locator('tbody tr').count()).toBe(7);
    expect(await restingOn(page)).toBe(before + 38);
  });

  await test.step('mended and read in again, only what was wrong is new', async () => {
    const mended = rows();
    mended[7]![0] = 'Faden 8 aus der Liste';
    mended[11]![5] = '31.12.2099';
    await page.goto('/koordination/liste');
    await file.setInputFiles(await listFile(mended));
    await expect(page.getByText('38 sind schon da')).toBeVisible();
    await page.getByRole('button', { name: '2 Fäden anlegen' }).click();
    await expect(page.getByText('2 Fäden sind angelegt.')).toBeVisible();
    expect(await restingOn(page)).toBe(before + 40);
  });
});
