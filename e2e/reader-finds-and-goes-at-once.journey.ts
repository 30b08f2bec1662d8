import { expect, test } from './journey';

test('who writes into a search and follows at once what already stands there arrives, also where the next page is slow', async ({
  page,
}) => {
  await page.goto('/akteure');
  const found = page.getByRole('main').getByRole('link', { name: 'Bildungswerk Kompass' });
  await expect(found).toBeVisible();
  // The code of the next page comes later than the moment at which what was written counts.
  await page.route('**/assets/ActorPage-*.js', async (route) => {
    await new Promise((go) => setTimeout(go, 1_500));
    await route.continue();
  });
  await page.getByRole('main').getByRole('searchbox').fill('Kompass');
  // Not with the mouse: what is found may move from under it.
  await found.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Bildungswerk Kompass' })).toBeVisible();
  await expect(page).toHaveURL(/\/akteure\/[^?]+$/);
});
