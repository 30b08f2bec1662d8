import { expect, test } from './journey';
import { expectAccessible } from './people';

test('a visitor finds an organisation in the network, reads its Steckbrief and follows a tie to what made it', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Netzwerk', exact: true }).first().click();
  await expect(page.getByRole('application').or(page.locator('.graph-view, canvas')).first()).toBeVisible();
  await page.getByRole('searchbox', { name: 'Akteur suchen' }).or(page.getByLabel('Akteur suchen')).first().fill('Kornglück');
  await page
    .getByRole('option', { name: /Kornglück/ })
    .or(page.getByRole('button', { name: /Kornglück/ }))
    .first()
    .click();
  await expect(page).toHaveURL(/akteur=/);

  const panel = page.getByRole('complementary', { name: 'Gewählter Akteur' });
  await expect(panel.getByRole('heading', { name: /Kornglück/ }).first()).toBeVisible();
  await panel.getByRole('link', { name: '4 × 9 im Verkauf' }).first().click();
  await expect(page).toHaveURL(/\/vorhaben\/4-9-im-verkauf/);
  await expect(page.getByRole('heading', { level: 1, name: '4 × 9 im Verkauf' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Bäckerei Kornglück' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: /Kornglück/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Tut' }).getByRole('link', { name: '4 × 9 im Verkauf' })).toBeVisible();
});

test('the same by keyboard alone, in the list', async ({ page }) => {
  await page.goto('/netzwerk?ansicht=liste');
  await expect(page.getByLabel('Akteur suchen').first()).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('Kornglück');
  await expect(
    page
      .getByRole('option', { name: /Kornglück/ })
      .or(page.getByRole('button', { name: /Kornglück/ }))
      .first(),
  ).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/akteur=baeckerei-kornglueck/);
  await expect(page.getByRole('link', { name: '4 × 9 im Verkauf' }).first()).toBeVisible();
  // Tab by tab to the tie's evidence, as somebody without a mouse goes.
  for (let pressed = 0; pressed < 80; pressed++) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(() => document.activeElement?.getAttribute('href'))) === '/vorhaben/4-9-im-verkauf') break;
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '4 × 9 im Verkauf' })).toBeVisible();
});

test('a line pressed in the picture tells where the tie comes from', async ({ page }) => {
  await page.goto('/netzwerk?akteur=bildungswerk-kompass-e-v');
  await expect(page.getByRole('complementary', { name: 'Gewählter Akteur' }).getByRole('heading', { level: 2 }).first()).toBeVisible();
  // A place on a line where no mark lies, as somebody with a mouse looks for it.
  const place = await page.waitForFunction(() => {
    interface Drawn {
      nodes(): { map<Value>(of: (node: { renderedPosition(): { x: number; y: number } }) => Value): Value[] };
      edges(): { map<Value>(of: (edge: { renderedMidpoint(): { x: number; y: number } }) => Value): Value[] };
    }
    const host = document.querySelector<HTMLElement & { _cyreg?: { cy: Drawn } }>('.kn-network__cytoscape, .kn-network__cytoscape *');
    const drawn = host?._cyreg?.cy;
    if (!host || !drawn) return null;
    const box = host.getBoundingClientRect();
    const marks = drawn.nodes().map((node) => node.renderedPosition());
    const middles = drawn.edges().map((edge) => edge.renderedMidpoint());
    const free = middles.find(({ x, y }) => marks.every((mark) => Math.hypot(mark.x - x, mark.y - y) > 40));
    return free ? { x: box.left + free.x, y: box.top + free.y } : null;
  });
  const { x, y } = (await place.jsonValue())!;
  await page.mouse.click(x, y);
  await expect(page).toHaveURL(/beziehung=/);
  await expect(page.getByRole('heading', { name: /^Woher sie kommt/ })).toBeVisible();
});
