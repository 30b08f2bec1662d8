import { readFileSync } from 'node:fs';
import { expect, test, type Page } from './journey';
import { browserOf, expectAccessible, expectNoSidewaysScroll } from './people';

/** How many rows the list shows so far; asks for more where there are more. */
async function rowsShown(page: Page): Promise<number> {
  const main = page.getByRole('main');
  const more = main.getByRole('button', { name: 'Mehr anzeigen' });
  if (await more.isVisible()) await more.click();
  const entries = main
    .getByRole('list', { name: /^(Allianzen|Herausforderungen|Vorhaben|Kontaktanfragen|.* vom .* bis .*)$/ })
    .locator('> li');
  // The threads stand on the desk whatever a figure leads to.
  return (await main.locator('tbody tr:not(.threads-desk *)').count()) + (await entries.count());
}

test('the coordination makes a report, looks behind its figures and takes it along', async ({ browser }) => {
  test.setTimeout(180_000);
  const page = await browserOf(browser, 'meryem.arslan');
  await page.goto('/koordination');
  await page.getByRole('link', { name: 'Bericht erstellen' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Auf einen Blick' })).toBeVisible();
  await expectAccessible(page);

  await test.step('a period that has not come is not reported on', async () => {
    await page.getByLabel('Bis', { exact: true }).fill('2999-01-01');
    await page.getByRole('button', { name: 'Vorschau zeigen' }).click();
    await expect(page.getByText('Der Zeitraum reicht höchstens bis heute.').first()).toBeVisible();
    await page.goto('/koordination/bericht');
  });

  await test.step('another period is another report', async () => {
    await page.getByLabel('Von', { exact: true }).fill('2025-01-01');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/zeitraum=2025-01-01\.\./);
    await expect(page.getByRole('heading', { name: /^Bericht Harkenrode \(Beispiel\): 1\. Januar 2025 bis / })).toBeVisible();
  });

  const links = page.locator('.report-figures a');
  const figures = await links.evaluateAll((all) =>
    all.map((link) => ({
      address: link.getAttribute('href')!,
      value: Number(link.querySelector('span')!.textContent),
      label: link.textContent,
    })),
  );
  expect(figures.length).toBeGreaterThan(20);

  await test.step('every figure is what its list shows', async () => {
    const report = page.url();
    // The overview and a section name the same list.
    const lists = new Map(figures.map((figure) => [figure.address, figure]));
    for (const { address, value, label } of lists.values()) {
      await page.goto(address);
      await expect.poll(() => rowsShown(page), { message: `${label} ${address}` }).toBe(value);
      // What is empty at first may only be slow.
      if (value === 0) await expect(page.getByRole('main').locator('.kn-empty').first()).toBeVisible();
    }
    await page.goto(report);
  });

  await test.step('both files are taken along', async () => {
    for (const [button, end, begin] of [
      ['Als Word-Datei (DOCX)', '.docx', 'PK'],
      ['Als PDF (barrierefrei)', '.pdf', '%PDF-1.7'],
    ] as const) {
      const taken = page.waitForEvent('download');
      await page.getByRole('button', { name: button }).click();
      const file = await taken;
      expect(file.suggestedFilename()).toMatch(new RegExp(`^bericht-harkenrode-2025-01-01-.*\\${end}$`));
      expect(
        readFileSync(await file.path())
          .toString('latin1')
          .startsWith(begin),
      ).toBe(true);
      await expect(page.getByText(`Der Bericht ist fertig: ${file.suggestedFilename()}`)).toBeVisible();
    }
  });

  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);

  const member = await browserOf(browser, 'ole.steinhauer');
  await member.goto('/koordination/bericht');
  await expect(member.getByText('Den Bericht erstellt die Koordination der Region.')).toBeVisible();
});
