import { expect, type Locator, type Page } from './journey';

/** More stops than the longest page has. */
const MOST_STOPS = 300;

/** Goes on by Tab until something has the focus, as somebody does who has no mouse. Fails where Tab does not come there. */
export async function tabTo(page: Page, there: Locator): Promise<void> {
  await expect(there.first()).toBeVisible();
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if (await there.first().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not come to ${String(there)}`);
}

/** Goes there by Tab and presses Enter. */
export async function press(page: Page, there: Locator): Promise<void> {
  await tabTo(page, there);
  await page.keyboard.press('Enter');
}

/** Goes to a field by Tab and writes over what stands in it. */
export async function write(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}
