import { expect, test } from './journey';
import { browserOf, expectAccessible, expectNoSidewaysScroll } from './people';

const KEPT = 'Handelshaus am Markt';
const AGAIN = 'Handelshaus am Markt GmbH & Co. KG';

test('the coordination finds an entry that is there twice, makes one of both, and two again', async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await browserOf(browser, 'meryem.arslan');
  const compare = () => page.getByRole('link', { name: new RegExp(`Vergleichen und zusammenführen.*${KEPT}`) });

  await test.step('a list enters it once more', async () => {
    await page.goto('/koordination/import');
    const lines = ['Organisation;Art;PLZ;Ort;Homepage;Stadtteil', `${AGAIN};Unternehmen;44135;Ostwalden;doppelt.example;Südhafen`];
    await page.locator('input[type=file]').setInputFiles({
      name: 'mitglieder.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(lines.join('\r\n'), 'latin1'),
    });
    await page.getByRole('button', { name: 'Vergleichen', exact: true }).click();
    await expect(page.getByText('gleicher Name ohne Rechtsform')).toBeVisible();
    await page.getByRole('button', { name: /: eine andere/ }).click();
    await page.getByRole('button', { name: '1 Zeile übernehmen' }).click();
    await expect(page.getByText('1 Organisation eingetragen.')).toBeVisible();
    await page.goto('/akteure');
    await page.getByRole('searchbox').fill(AGAIN);
    await page.getByRole('link', { name: AGAIN }).click();
    await page.getByRole('button', { name: `Folgen: ${AGAIN}` }).click();
    await expect(page.getByText(`Sie folgen „${AGAIN}“.`)).toBeVisible();
  });

  await test.step('who enters it anew is told while typing, with the reason', async () => {
    const founder = await browserOf(browser, 'bernd.hasselkamp');
    await founder.goto('/akteure/neu');
    await founder.getByLabel('Name der Organisation').fill(KEPT);
    const told = founder.getByRole('list', { name: 'Gibt es schon?' });
    await expect(told.getByRole('link', { name: KEPT, exact: true })).toBeVisible();
    await expect(told.getByText('gleicher Name').first()).toBeVisible();
    await expectAccessible(founder);
  });

  await test.step('both stand in the list with the reason; that they are two is remembered, and taken back', async () => {
    await page.goto('/koordination');
    await page.getByRole('link', { name: /^Doppelte Einträge/ }).click();
    await expect(page.getByText('gleicher Name ohne Rechtsform').first()).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: new RegExp(`${KEPT}.*: kein Duplikat`) }).click();
    await expect(compare()).toHaveCount(0);
    await page.getByRole('button', { name: 'Kein Duplikat', exact: true }).click();
    await page.getByRole('button', { name: new RegExp(`${KEPT}.*: doch prüfen`) }).click();
    await page.getByRole('button', { name: 'Zu prüfen', exact: true }).click();
    await compare().click();
  });

  await test.step('side by side, part by part, with what goes along', async () => {
    await expect(page.getByRole('heading', { name: 'Zwei Einträge zusammenführen' })).toBeVisible();
    await expect(page.getByText('1 Person, die folgt')).toBeVisible();
    await expect(page.getByRole('link', { name: `Tauschen: ${AGAIN} bleibt` })).toBeVisible();
    await page
      .getByRole('group', { name: 'Website' })
      .getByRole('radio', { name: /doppelt\.example/ })
      .check();
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 1280, height: 860 });
    await page.getByRole('button', { name: 'Zusammenführen', exact: true }).click();
    await expect(page.getByRole('heading', { name: `${AGAIN} in ${KEPT}` })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('the address of the other leads to the one that stays', async () => {
    await page.goto('/akteure/handelshaus-am-markt-gmbh-co-kg');
    await expect(page).toHaveURL(/\/akteure\/handelshaus-am-markt$/);
    await expect(page.getByText(`Darin ging auf: ${AGAIN}.`)).toBeVisible();
    await expect(page.getByRole('button', { name: `Nicht mehr folgen: ${KEPT}` })).toBeVisible();
  });

  await test.step('taken back, both are there as before', async () => {
    await page.goto('/koordination/doppelte');
    await page.getByRole('link', { name: `${AGAIN} ging auf in ${KEPT}` }).click();
    await page.getByRole('button', { name: 'Zusammenführung zurücknehmen' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Zusammenführung zurücknehmen' }).click();
    await expect(page.getByText('Alles ist zurückgegangen.')).toBeVisible();
    await page.goto('/akteure/handelshaus-am-markt-gmbh-co-kg');
    await expect(page.getByRole('heading', { name: AGAIN })).toBeVisible();
    await expect(page.getByRole('button', { name: `Nicht mehr folgen: ${AGAIN}` })).toBeVisible();
  });
});
