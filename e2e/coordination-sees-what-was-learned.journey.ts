import { expect, test, type Page } from './journey';
import { browserOf, expectAccessible, expectNoSidewaysScroll } from './people';

/** The number that stands in a row of a table of the page. */
async function figure(page: Page, table: string, row: string): Promise<number> {
  const found = page
    .getByRole('table', { name: table })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: row, exact: true }) });
  return Number(await found.getByRole('cell').last().textContent());
}

const BECAME = 'Was daraus wurde';
const WHY_NOT = 'Warum nicht';

test('the coordination sees what became of suggestions, and what is missing until they learn', async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await browserOf(browser, 'meryem.arslan');
  await page.goto('/koordination');
  await page.getByRole('link', { name: 'Was gelernt wurde' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Was die Vorschläge gelernt haben' })).toBeVisible();
  await expect(page.getByText('Noch nichts: Es gelten die mitgelieferten Gewichte.')).toBeVisible();
  await expect(page.getByText('Gelernt wird ab 50 Ergebnissen, mindestens zehn von jeder Seite.')).toBeVisible();
  await expect(page.getByText('Prozentzahlen stehen nirgends: Dafür braucht es 200 eigene Ergebnisse.')).toBeVisible();
  // Too few outcomes: there is nothing to learn from, and nothing to throw away.
  await expect(page.getByRole('button', { name: 'Neu lernen' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Gelerntes verwerfen' })).toHaveCount(0);
  await expectAccessible(page);
  const before = { open: await figure(page, BECAME, 'Noch offen'), away: await figure(page, BECAME, 'Zurückgestellt') };
  const asked = await figure(page, BECAME, 'Kontakt erbeten oder eingeladen');
  const noFit = await figure(page, WHY_NOT, 'Passt nicht zu uns');
  const missing = await figure(page, 'Was zum Lernen noch fehlt', 'Insgesamt');
  expect(missing).toBeGreaterThan(0);

  const reread = async (row: string) => {
    await page.reload();
    await page.getByRole('table', { name: BECAME }).waitFor();
    return figure(page, BECAME, row);
  };
  const member = await browserOf(browser, 'nadja.pohlmeier');
  await test.step('an organisation looks who fits, puts one away, and asks another for a contact', async () => {
    await member.goto('/passungen');
    const fits = member.getByRole('list', { name: 'Wer passt zu uns?' }).locator('> li');
    await expect(fits).toHaveCount(3);
    // What was shown is written in the background.
    await expect.poll(() => reread('Noch offen')).toBe(before.open + 3);
    await fits.first().getByRole('button', { name: 'Kontakt anbahnen' }).click();
    const dialog = member.getByRole('dialog');
    await dialog.getByLabel('Ihr Name').fill('Nadja Pohlmeier');
    await dialog.getByLabel('Ihre E-Mail-Adresse').fill('nadja.pohlmeier@harkenrode.example');
    await dialog.getByLabel('Ihre Organisation').fill('Gewerkschaftsbund Region Harkenrode');
    await dialog.getByRole('button', { name: 'Anfrage senden' }).click();
    await expect(dialog.getByRole('status')).toBeVisible();
    await dialog.getByRole('button', { name: 'Schließen' }).last().click();
    await fits.nth(1).getByRole('button', { name: 'Passt nicht' }).click();
    await member.getByRole('dialog').getByRole('button', { name: 'Nicht mehr vorschlagen' }).click();
    await expect(member.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('the coordination sees how many, and not whose', async () => {
    expect(await reread('Zurückgestellt')).toBe(before.away + 1);
    expect(await figure(page, BECAME, 'Kontakt erbeten oder eingeladen')).toBe(asked + 1);
    expect(await figure(page, WHY_NOT, 'Passt nicht zu uns')).toBe(noFit + 1);
    expect(await figure(page, 'Was zum Lernen noch fehlt', 'Insgesamt')).toBe(missing - 2);
    await expect(page.getByRole('main')).not.toContainText('Gewerkschaftsbund Region Harkenrode');
  });

  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);

  await member.goto('/koordination/gelernt');
  await expect(member.getByText('Was gelernt wurde, sieht die Koordination der Region.')).toBeVisible();
});
