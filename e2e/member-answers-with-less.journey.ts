import { expect, test, type Page } from './journey';
import { linkIn } from './mails';
import { browserOf, expectAccessible, expectNoSidewaysScroll } from './people';

/** A day the browser's date input takes, so many days from now. */
function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

const TITLE = 'Werkstatt am Abend';
/** The first asks the question itself and sits there already; the last is written to last. */
const MEMBERS = [
  { name: 'Gießerei Nordkamp', brings: 'Stellt zwei Ausbilder.' },
  { name: 'Berufskolleg Zechenstraße', brings: 'Öffnet die Lehrwerkstatt an zwei Abenden.' },
  { name: 'Betriebsrat der Gießerei', brings: 'Hält den Abend in der Arbeitszeit frei.' },
] as const;

/** Takes somebody onto the table by name. */
async function take(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Weitere Organisation dazunehmen' }).click();
  await page.getByLabel('Organisation suchen').fill(name);
  await page.getByRole('button', { name: new RegExp(`^${name}.* dazunehmen$`) }).click();
}

/** Drags something onto something else, as a hand does: not in one leap. */
async function drag(page: Page, from: ReturnType<Page['locator']>, to: ReturnType<Page['locator']>, at = { x: 60, y: 30 }): Promise<void> {
  await from.hover({ position: at });
  await page.mouse.down();
  const start = (await from.boundingBox())!;
  await page.mouse.move(start.x + at.x + 8, start.y + at.y + 8, { steps: 3 });
  await expect(page.locator('.kn-drop-place').first()).toBeVisible();
  await to.hover();
  await to.hover();
}

test('a table is changed by dragging; a member answers with less by mail, the text follows by itself, and who leads it goes back', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const coordinator = await browserOf(browser, 'meryem.arslan');
  const seats = coordinator.getByRole('list', { name: 'Stühle am Tisch' });
  const status = coordinator.locator('.alliances-effect');

  await test.step('candidates are dragged to the table and off it, by hand and by keyboard, and each effect is told', async () => {
    await coordinator.goto('/herausforderungen');
    await coordinator.getByRole('link', { name: /^Was wird aus 40 Kernmacher/ }).click();
    await coordinator.getByRole('link', { name: 'Allianz bauen' }).click();
    const grips = seats.getByRole('button', { name: / verschieben$/ });
    await expect(grips.first()).toBeVisible();
    // Whoever was proposed goes, but for who asks: the first by hand, the others by keyboard.
    const before = await grips.count();
    await drag(coordinator, seats.locator('.kn-draggable').last(), coordinator.getByText('Hier ablegen: vom Tisch nehmen'));
    await expect(status).toContainText('geht vom Tisch.');
    await coordinator.mouse.up();
    await expect(status).toContainText('sitzt nicht mehr am Tisch.');
    await expect(grips).toHaveCount(before - 1);
    for (let left = before - 1; left > 1; left--) {
      await grips.last().focus();
      await coordinator.keyboard.press('Enter');
      const out = coordinator.getByRole('button', { name: /geht vom Tisch\./ });
      while (!(await out.evaluate((element) => element === document.activeElement))) await coordinator.keyboard.press('Tab');
      await coordinator.keyboard.press('Enter');
      await expect(grips).toHaveCount(left - 1);
    }
    await expect(grips).toHaveAccessibleName(`${MEMBERS[0].name} verschieben`);
    for (const { name } of MEMBERS.slice(1)) await take(coordinator, name);
    await coordinator.getByRole('button', { name: 'Weitere Organisation dazunehmen' }).click();
    await coordinator.getByLabel('Organisation suchen').fill('SHK-Betrieb');
    const candidate = coordinator.locator('.alliances-candidate').filter({ hasText: 'SHK-Betrieb' });
    await drag(coordinator, candidate, coordinator.getByText('Hier ablegen: dazunehmen'), { x: 80, y: 24 });
    await expect(status).toContainText('kommt dazu.');
    await coordinator.mouse.up();
    await expect(status).toContainText('sitzt jetzt am Tisch.');
    await coordinator.getByRole('button', { name: /^SHK-Betrieb.* tauschen$/ }).click();
    await coordinator.getByRole('button', { name: / vom Tisch nehmen$/ }).click();
    await expectAccessible(coordinator);
  });

  await test.step('all are asked', async () => {
    await coordinator.getByLabel('Name der Allianz').fill(TITLE);
    await coordinator.getByLabel('Was sie bis wann erreichen will').fill('Bis zum Sommer lernen zwölf Leute abends.');
    for (const { name, brings } of MEMBERS) {
      const fields = coordinator.getByRole('group', { name: new RegExp(`^${name}`) });
      await fields.getByLabel('Was sie beiträgt').fill(brings);
      await fields.getByLabel('Bis wann').fill(dayFromNow(90));
    }
    await coordinator.getByRole('button', { name: /Mitglieder einladen$/ }).click();
    await coordinator
      .getByRole('dialog')
      .getByRole('button', { name: /Mitglieder einladen$/ })
      .click();
    await expect(coordinator).toHaveURL(/\/allianzen\/werkstatt-am-abend$/);
  });

  await test.step('one answers by the link in the mail with less than it was asked for', async () => {
    const administrator = await browserOf(browser, 'ulrike.tamm');
    const link = await linkIn(administrator, TITLE);
    const council = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
    await council.goto(link);
    await council.getByRole('radio', { name: /^Ja, aber/ }).check();
    await expect(council.getByRole('radio', { name: /^Unser eigener Beitrag/ })).toBeChecked();
    await council.getByLabel('Was tragen Sie bei?').fill('Gibt einen Abend im Monat frei.');
    await council.getByLabel('Art des Beitrags').selectOption('Personal');
    await council.getByLabel('Wie viele Stellen').fill('viele');
    await council.getByRole('button', { name: 'Antwort senden' }).click();
    await expect(council.getByText('Bitte schreiben Sie die Menge als Zahl', { exact: false }).first()).toBeVisible();
    await council.getByLabel('Wie viele Stellen').fill('0,1');
    // What the header covers while one has scrolled counts as too small to hit.
    await council.evaluate(() => scrollTo(0, 0));
    await expectAccessible(council);
    await expectNoSidewaysScroll(council);
    await council.getByRole('button', { name: 'Antwort senden' }).click();
    await expect(council.getByText(/trägt etwas anderes bei als gefragt/)).toBeVisible();
  });

  await test.step('the text has followed, everybody else is asked again and sees the difference, and who leads it can go back', async () => {
    const notice = coordinator.getByText(/^Statt „Hält den Abend/);
    await expect(notice).toBeVisible();
    await expect(coordinator.getByText('Fassung 2').first()).toBeVisible();
    await expect(coordinator.locator('ins').filter({ hasText: 'Personal: 0,1 Stellen' })).toBeVisible();
    await coordinator.getByRole('button', { name: 'Zurück zum früheren Text …' }).click();
    await expectAccessible(coordinator);
    await coordinator.getByRole('dialog').getByRole('button', { name: 'Zurück und alle fragen' }).click();
    await expect(coordinator.getByText('Fassung 3').first()).toBeVisible();
    await expect(notice).toHaveCount(0);
  });
});
