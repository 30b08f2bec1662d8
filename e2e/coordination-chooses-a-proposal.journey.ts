import { expect, test } from './journey';
import { browserOf, expectAccessible, expectNoSidewaysScroll } from './people';

const QUESTION = 'Wie werden aus Pflegehelfer:innen Fachkräfte, ohne dass der Lohn ausfällt?';

test('three alliances are proposed, one is taken as the start, and an exchange says what it changes', async ({ browser }) => {
  const page = await browserOf(browser, 'meryem.arslan');
  await page.goto('/herausforderungen');
  await page.getByRole('link', { name: QUESTION }).click();
  await page.getByRole('link', { name: 'Allianz bauen' }).click();
  const cards = page.getByRole('list', { name: 'Vorschläge für den Tisch' }).locator('> li');
  const membersOf = (card: number) => cards.nth(card).getByRole('list').getByRole('listitem').allInnerTexts();
  const rows = page.getByRole('table', { name: /Wer am Tisch sitzen soll/ }).getByRole('rowheader');

  await test.step('each says who, what is covered, and what is new in it', async () => {
    await expect(cards).toHaveCount(3);
    await expect(cards.nth(0).getByText('Liegt auf dem Tisch')).toBeVisible();
    await expect(cards.nth(0).getByText('Deckt am meisten ab')).toBeVisible();
    for (const card of await cards.all()) await expect(card.getByText(/^Abgedeckt: \d von 4\./)).toBeVisible();
    expect(new Set([await membersOf(0), await membersOf(1), await membersOf(2)].map((names) => names.toSorted().join())).size).toBe(3);
    await page.getByText('So kommen die Vorschläge zustande').click();
    await expect(page.getByText(/Kein Tisch ist nach dieser Zählung besser/)).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('another one is taken by keyboard, and given back', async () => {
    const before = await rows.allInnerTexts();
    await page.getByRole('button', { name: 'Mit Vorschlag 2 beginnen' }).focus();
    await page.keyboard.press('Enter');
    await expect(cards.nth(1).getByText('Liegt auf dem Tisch')).toBeVisible();
    expect(await rows.allInnerTexts()).not.toEqual(before);
    await page.getByRole('button', { name: 'Rückgängig' }).click();
    await expect(cards.nth(0).getByText('Liegt auf dem Tisch')).toBeVisible();
    expect(await rows.allInnerTexts()).toEqual(before);
  });

  await test.step('an exchange tells what it changes, and the table is no proposal any more', async () => {
    // Who speaks for the employees in the first proposal depends on what others have formed by then.
    const seat = page.getByRole('button', { name: /^(Betriebsrat|Gewerkschaftsbund|Personalrat).* tauschen$/ });
    await seat.first().click();
    const panel = page.getByRole('region', { name: /^Statt (Betriebsrat|Gewerkschaftsbund|Personalrat)/ });
    const other = panel
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: /^Tauschen gegen/ }) })
      .filter({ hasText: /gewinnt|verliert/ })
      .first();
    await expect(other.getByText(/^(gewinnt|verliert):/).first()).toBeAttached();
    await expectAccessible(page);
    await other.getByRole('button', { name: /^Tauschen gegen/ }).click();
    await expect(cards.getByText('Liegt auf dem Tisch')).toHaveCount(0);
  });

  await test.step('it fits on a phone', async () => {
    await page.setViewportSize({ width: 320, height: 700 });
    await expect(cards.nth(2)).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
  await page.context().close();
});
