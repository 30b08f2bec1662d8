import { expect, test } from './journey';
import { browserOf, expectAccessible, expectNoSidewaysScroll } from './people';

test('a member sees who could bring what a Vorhaben still looks for, in different combinations; a visitor sees what it looks for', async ({
  browser,
}) => {
  const page = await browserOf(browser, 'gesa.wittkop');
  await page.goto('/vorhaben/ausfallpool-mittelruhe');
  const section = page.getByRole('region', { name: 'Wer das abdecken könnte' });
  const names = () => section.getByRole('list', { name: 'Wer das abdecken könnte' }).getByRole('link').allInnerTexts();
  await expect(section.getByText(/^Abgedeckt: /)).toBeVisible();
  const first = await names();
  expect(first.length).toBeGreaterThan(0);
  await section.getByRole('button', { name: 'Vorschlag 2' }).click();
  await expect.poll(names).not.toEqual(first);
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
  await page.context().close();

  const visitor = await browserOf(browser, null);
  await visitor.goto('/vorhaben/ausfallpool-mittelruhe');
  await expect(visitor.getByText('Ein Haus im Osten der Region, damit die Wege kürzer werden')).toBeVisible();
  await expect(visitor.getByRole('region', { name: 'Wer das abdecken könnte' })).toHaveCount(0);
  await visitor.context().close();
});
