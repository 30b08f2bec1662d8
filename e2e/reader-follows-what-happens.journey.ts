import { expect, test } from './journey';
import { browserOf, expectAccessible, expectNoSidewaysScroll } from './people';

test('a member follows an organisation and a field of action, and finds both again', async ({ browser }) => {
  const reader = await browserOf(browser, 'ole.steinhauer');
  await reader.goto('/akteure/spedition-hellwald');
  await reader.getByRole('button', { name: 'Folgen: Spedition Hellwald' }).click();
  await expect(reader.getByRole('button', { name: 'Nicht mehr folgen: Spedition Hellwald' })).toBeVisible();
  await expectAccessible(reader);

  await reader.goto('/zusagen');
  await reader
    .getByRole('button', { name: /^Folgen: / })
    .first()
    .click();
  await expect(reader.getByRole('button', { name: /^Nicht mehr folgen: / })).toHaveCount(1);

  await reader
    .getByRole('banner')
    .getByRole('button', { name: /Lindenhang/ })
    .click();
  await reader.getByRole('menuitem', { name: 'Wem Sie folgen' }).click();
  await expect(reader.getByRole('heading', { level: 1, name: 'Wem Sie folgen' })).toBeVisible();
  await expect(reader.getByRole('link', { name: 'Spedition Hellwald' })).toBeVisible();
  await reader.getByRole('checkbox', { name: 'Pflege und Gesundheit' }).check();
  await reader.getByRole('checkbox', { name: 'Wochenmail bekommen' }).uncheck();
  await reader.reload();
  await expect(reader.getByRole('checkbox', { name: 'Pflege und Gesundheit' })).toBeChecked();
  await expect(reader.getByRole('checkbox', { name: 'Wochenmail bekommen' })).not.toBeChecked();
  await expectAccessible(reader);
  await reader.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(reader);
  await reader.getByRole('button', { name: 'Nicht mehr folgen: Spedition Hellwald' }).click();
  await expect(reader.getByRole('link', { name: 'Spedition Hellwald' })).toHaveCount(0);
});

test('the link in a weekly mail ends it only by its button', async ({ page }) => {
  await page.goto('/wochenmail/unbekannt');
  await page.getByRole('button', { name: 'Keine Wochenmail mehr' }).click();
  await expect(page.getByText('Diesen Link kennen wir nicht.', { exact: false })).toBeVisible();
  await expectAccessible(page);
});
