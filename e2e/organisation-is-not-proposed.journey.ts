import { expect, test, type Page } from './journey';
import { browserOf, expectAccessible } from './people';

const LINE = 'Deutschkurs an der Laderampe';

async function answersTo(page: Page): Promise<string> {
  await page.goto('/');
  await page.getByRole('textbox', { name: 'Was Sie suchen oder bieten' }).fill(LINE);
  const answers = page.getByRole('list', { name: 'Wer dazu passt' });
  await expect(answers.or(page.getByText('Dazu passt hier zurzeit nichts.').last())).toBeVisible();
  return (await answers.count()) === 0 ? '' : answers.innerText();
}

test('an organisation does not want to be proposed any more: nobody is, from then on, and it is found all the same', async ({
  browser,
}) => {
  const [haulier, visitor] = [await browserOf(browser, 'katrin.vossebrink'), await browserOf(browser, null)];
  expect(await answersTo(visitor)).toContain('Spedition Hellwald');
  await haulier.goto('/verwaltung');
  await haulier.getByRole('button', { name: 'Nicht mehr vorschlagen' }).click();
  await expect(haulier.getByText(/wird niemandem vorgeschlagen/)).toBeVisible();
  await expectAccessible(haulier);
  expect(await answersTo(visitor)).not.toContain('Spedition Hellwald');
  await visitor.goto('/akteure?suche=Hellwald');
  await expect(visitor.getByRole('link', { name: /Spedition Hellwald/ }).first()).toBeVisible();
  await haulier.getByRole('button', { name: 'Wieder vorschlagen' }).click();
  await expect(haulier.getByText(/wird anderen vorgeschlagen/)).toBeVisible();
  expect(await answersTo(visitor)).toContain('Spedition Hellwald');
});
