import { expect, test } from './journey';
import { browserOf, expectAccessible, expectNoSidewaysScroll } from './people';

test('the coordination looks closer: evidence, surroundings, what two have in common, and lays a table for them', async ({ browser }) => {
  test.setTimeout(180_000);
  const page = await browserOf(browser, 'meryem.arslan');
  await page.goto('/netzwerk?akteur=baeckerei-kornglueck&ansicht=liste');
  await expect(page.getByText(/Begegnungen bei Veranstaltungen sind ausgeblendet/)).toBeVisible();

  // A tie has an address of its own, and says how strong it is and what has faded.
  await page.getByRole('link', { name: 'Beleg der Beziehung zu Rohrwerk Ruhl' }).click();
  await expect(page).toHaveURL(/beziehung=rohrwerk-ruhl/);
  const evidence = page.getByRole('region', { name: 'Bäckerei Kornglück und Rohrwerk Ruhl' });
  await expect(evidence.getByText(/Stärke: mittel \(\d,\d\d\), wenig verblasst/)).toBeVisible();
  await expect(evidence.getByRole('link', { name: '4 × 9 im Verkauf' })).toBeVisible();
  await page.reload();
  await expect(evidence).toBeVisible();
  await expectAccessible(page);
  await evidence.getByRole('button', { name: 'Beziehung schließen' }).click();
  await expect(evidence).toHaveCount(0);

  // Two steps around, ring by ring, in the picture and in the list.
  await page.getByRole('region', { name: 'Umgebung' }).getByText('2', { exact: true }).click();
  await expect(page).toHaveURL(/schritte=2/);
  const around = page.getByRole('region', { name: 'Umgebung' });
  await expect(around.getByText(/2 Schritte: \d+ Akteure/)).toBeVisible();
  await expect(around.getByText('über ', { exact: false }).first()).toBeVisible();

  // What several have in common, and an alliance for them.
  const common = page.getByRole('region', { name: 'Gemeinsames' });
  const box = common.getByRole('combobox', { name: 'Dazunehmen …' });
  await box.fill('Rohrwerk');
  await page.getByRole('option', { name: /Rohrwerk Ruhl/ }).click();
  await expect(page).toHaveURL(/akteur=baeckerei-kornglueck(,|%2C)rohrwerk-ruhl/);
  await expect(common.getByRole('link', { name: '4 × 9 im Verkauf' })).toBeVisible();
  await expectAccessible(page);
  await common.getByRole('button', { name: 'Allianz vorschlagen' }).click();
  await page.getByRole('dialog').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/allianzen\/bauen\/.+mit=/);
  await expect(page.getByText('Rohrwerk Ruhl').first()).toBeVisible({ timeout: 20_000 });
});

test('what is missing says why and by whom it could be mended, on a phone too', async ({ browser }) => {
  const page = await browserOf(browser, 'meryem.arslan');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/netzwerk');
  const missing = page.getByRole('region', { name: 'Auffälliges' });
  await missing.getByText(/Gemeinschaften kommen bei gleichem Feld nicht zusammen/).click();
  await expect(missing.getByText(/niemand von hier arbeitet mit jemandem von dort/).first()).toBeVisible();
  await expect(missing.getByRole('button', { name: 'Allianz vorschlagen' }).first()).toBeVisible();
  await missing.getByText(/Akteure stehen am Rand/).click();
  await expect(missing.getByText('könnte', { exact: false }).first()).toBeVisible();
  await expect(missing.getByRole('button', { name: /^Folgen/ }).first()).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});
