import { expect, test } from './journey';
import { browserOf, expectAccessible } from './people';

test('the administrator of the platform sees how it is doing and compares the graph with the database', async ({ browser }) => {
  const page = await browserOf(browser, 'ulrike.tamm');
  await page.getByRole('banner').getByRole('button', { name: 'Ulrike Tamm' }).click();
  await page.getByRole('menuitem', { name: 'Verwaltung' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Verwaltung' })).toBeVisible();
  await page.getByRole('link', { name: 'Systemzustand' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Systemzustand' })).toBeVisible();
  await expect(page.getByText('Es gibt keine Sicherung.')).toBeVisible();
  await expect(page.getByText('Nichts ist zurückgestellt.')).toBeVisible();
  await page.getByRole('button', { name: 'Mit Postgres vergleichen' }).click();
  await expect(page.getByText('Der Graph sagt dasselbe wie Postgres')).toBeVisible();
  await page.getByRole('button', { name: 'Neu aufbauen' }).click();
  await expect(page.getByText('Neu aufgebaut.')).toBeVisible();
  await expectAccessible(page);
});

test('the system state is for nobody else', async ({ browser }) => {
  for (const who of [null, 'meryem.arslan']) {
    const page = await browserOf(browser, who);
    await page.goto('/systemzustand');
    await expect(page.getByText('Diese Seite ist für die Verwaltung der Plattform.')).toBeVisible();
    await expectAccessible(page);
  }
});
