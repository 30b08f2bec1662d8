import { expect, test, type Page } from './journey';
import { press, tabTo } from './keyboard';
import { browserOf, expectAccessible, signIn } from './people';

const FOUNDRY = 'giesserei-nordkamp-gmbh';
const NOTE = 'Steht hier, weil alle zu ihr wollen.';
/** Whole pixels of a flag, and what a window rounds. */
const NEAR = 3;
/** So wide that the tools above the picture stand on one line for everybody: then pictures are of the same size. */
const WINDOW = { width: 1800, height: 900 };

const picture = (page: Page) => page.getByRole('img', { name: 'Das Netzwerk als Bild' });
const flag = (page: Page) => page.getByRole('button', { name: /^Notiz 1 zu / });

/** Where the foot of the flag stands in the picture: in the middle of the mark of its actor. */
async function foot(page: Page): Promise<{ x: number; y: number }> {
  await expect(flag(page)).toBeVisible();
  const [cloth, box] = [(await flag(page).boundingBox())!, (await picture(page).boundingBox())!];
  return { x: cloth.x + 1 - box.x, y: cloth.y + cloth.height + 12 - box.y };
}

const apart = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y);

/** Where the foot comes to rest. */
async function restingFoot(page: Page): Promise<{ x: number; y: number }> {
  let last = await foot(page);
  await expect
    .poll(async () => {
      const before = last;
      last = await foot(page);
      return apart(before, last);
    })
    .toBe(0);
  return last;
}

/** The flag comes to stand here. */
async function expectFoot(page: Page, there: { x: number; y: number }): Promise<void> {
  await expect.poll(async () => apart(await foot(page), there)).toBeLessThanOrEqual(NEAR);
}

/** One finger comes down in the picture, goes so far, and leaves. */
async function slide(page: Page, from: { x: number; y: number }, by: { x: number; y: number }): Promise<void> {
  const box = (await picture(page).boundingBox())!;
  const finger = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', part: number) =>
    finger.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: box.x + from.x + by.x * part, y: box.y + from.y + by.y * part }],
    });
  await touch('touchStart', 0);
  for (let step = 1; step <= 8; step++) await touch('touchMove', step / 8);
  await touch('touchEnd', 1);
  await finger.detach();
}

test('an author moves actors, goes back and forth, and keeps them where they stand, with the part that is seen', async ({ browser }) => {
  test.slow();
  const author = await browserOf(browser, 'meryem.arslan');
  await author.setViewportSize(WINDOW);
  await author.goto(`/netzwerk?akteur=${FOUNDRY}&ansicht=bild`);
  let link = '';

  await test.step('A view is kept, and a note pinned to an actor: a flag that opens by keyboard', async () => {
    await author.getByRole('button', { name: 'Ansicht sichern' }).click();
    const keep = author.getByRole('dialog', { name: 'Ansicht sichern' });
    await keep.getByLabel('Name').fill('Wer um die Gießerei steht');
    await keep.getByLabel('Alle, die den Link haben').check();
    await keep.getByRole('button', { name: 'Sichern' }).click();
    await expect(keep).toBeHidden();
    await author.getByRole('button', { name: /^Notiz an / }).click();
    await author.getByRole('dialog').getByLabel('Notiz').fill(NOTE);
    await author.getByRole('dialog').getByRole('button', { name: 'Notiz sichern' }).click();
    await press(author, flag(author));
    await expect(flag(author)).toHaveAttribute('aria-expanded', 'true');
    await expect(author.locator('.kn-network__note').getByText(NOTE)).toBeVisible();
    await expectAccessible(author);
    await author.keyboard.press('Escape');
    await expect(flag(author)).toBeFocused();
    await expect(flag(author)).toHaveAttribute('aria-expanded', 'false');
    link = `/netzwerk/ansichten/${new URL(author.url()).searchParams.get('sicht')}`;
  });

  const home = await foot(author);
  await test.step('By keyboard the chosen actor is moved; that is a step to undo like any other', async () => {
    await tabTo(author, picture(author));
    await author.keyboard.press('Alt+ArrowDown');
    await author.keyboard.down('Alt');
    for (let times = 0; times < 10; times++) await author.keyboard.down('ArrowRight');
    await author.keyboard.up('ArrowRight');
    await author.keyboard.up('Alt');
    await expectFoot(author, { x: home.x + 80, y: home.y + 8 });
    await expect(author.getByText('Verändert, noch nicht gesichert.')).toBeVisible();
    await author.keyboard.press('Control+z');
    await expectFoot(author, { x: home.x, y: home.y + 8 });
    await author.keyboard.press('Control+z');
    await expectFoot(author, home);
    await author.keyboard.press('Control+Shift+Z');
    await author.keyboard.press('Control+Shift+Z');
    await expectFoot(author, { x: home.x + 80, y: home.y + 8 });
    await author.getByRole('button', { name: 'Wie gesichert zeigen' }).click();
    await expectFoot(author, home);
    await author.getByRole('button', { name: 'Rückgängig' }).click();
    await expectFoot(author, { x: home.x + 80, y: home.y + 8 });
  });

  await test.step('With the mouse it is dragged, and that can be undone and done again', async () => {
    const box = (await picture(author).boundingBox())!;
    const from = await foot(author);
    await author.mouse.move(box.x + from.x, box.y + from.y);
    await author.mouse.down();
    await author.mouse.move(box.x + from.x + 30, box.y + from.y + 40, { steps: 6 });
    await author.mouse.up();
    await expectFoot(author, { x: from.x + 30, y: from.y + 40 });
    await author.keyboard.press('Control+z');
    await expectFoot(author, from);
    await author.keyboard.press('Control+Shift+Z');
    await expectFoot(author, { x: from.x + 30, y: from.y + 40 });
  });

  const moved = await foot(author);
  let kept = moved;
  await test.step('Kept with the part that is seen, a visitor sees both by the link', async () => {
    await author.getByRole('button', { name: 'Größer' }).click();
    await expect.poll(async () => apart(await foot(author), moved)).toBeGreaterThan(NEAR);
    kept = await restingFoot(author);
    await author.getByRole('button', { name: 'Änderungen sichern' }).click();
    await expect(author.getByText('Verändert, noch nicht gesichert.')).toBeHidden();
    await expectFoot(author, kept);
    const visitor = await browserOf(browser, null);
    await visitor.setViewportSize(WINDOW);
    await visitor.goto(link);
    await expectFoot(visitor, kept);
    // Everything in view, the actor stands where it was moved to and not where it stood before.
    await visitor.getByRole('button', { name: /Alles zeigen/ }).click();
    await expectFoot(visitor, moved);
    await expect(visitor.getByText('Verändert, noch nicht gesichert.')).toBeVisible();
    await visitor.getByRole('button', { name: 'Wie gesichert zeigen' }).click();
    await expectFoot(visitor, kept);
    await expect(visitor.getByText('Verändert, noch nicht gesichert.')).toBeHidden();
    await visitor.getByText('Als Liste').first().click();
    await expect(visitor.getByRole('navigation', { name: /Gemeinschaft/ }).getByText('Notiz 1')).toBeVisible();
  });

  await test.step('On a phone it is moved by finger; anywhere else a finger moves the picture', async () => {
    const telephone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
    const phone = await (await browser.newContext(telephone)).newPage();
    await signIn(phone, 'meryem.arslan');
    await phone.goto(link);
    await phone.getByText('Als Bild').first().tap();
    const from = await foot(phone);
    await slide(phone, from, { x: 40, y: -50 });
    await expectFoot(phone, { x: from.x + 40, y: from.y - 50 });
    await expect(phone.getByText('Verändert, noch nicht gesichert.')).toBeVisible();
    const tools = phone.getByText('Ansichten, Kennzahlen, Mitnehmen');
    await tools.tap();
    await phone.getByRole('button', { name: 'Rückgängig' }).tap();
    await tools.tap();
    await expectFoot(phone, from);
    await slide(phone, { x: from.x + (from.x > 195 ? -110 : 110), y: from.y }, { x: -40, y: 20 });
    await expect.poll(async () => (await foot(phone)).x).toBeLessThan(from.x - 20);
    // What was undone was the only step: the flag went with the picture.
    await tools.tap();
    await expect(phone.getByRole('button', { name: 'Rückgängig' })).toHaveAttribute('aria-disabled', 'true');
  });

  await test.step('What was undone before it was kept can be undone afterwards, too', async () => {
    await author.keyboard.press('Control+z');
    await expect(author.getByText('Verändert, noch nicht gesichert.')).toBeVisible();
  });

  await test.step('The embedded page flies the same flag', async () => {
    const foreign = await browserOf(browser, null);
    await foreign.goto(link.replace('/netzwerk/ansichten/', '/einbetten/'));
    await expect(foreign.locator('svg .flag text')).toHaveText('1');
    await expect(foreign.getByRole('listitem').filter({ hasText: NOTE })).toHaveAttribute('value', '1');
    await expectAccessible(foreign);
  });
});
