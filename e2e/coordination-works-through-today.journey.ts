import { expect, test, type Page } from './journey';
import { browserOf, expectAccessible, expectNoSidewaysScroll, open } from './people';

const desk = (page: Page) => page.getByRole('group', { name: 'Fäden von heute' });
const rows = (page: Page) => desk(page).locator('tbody tr');
/** The thread that has the focus. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');
const dialog = (page: Page, title: string) => page.getByRole('dialog', { name: title });

test('the coordination works through today by keyboard alone, and an organisation corrects a thread that names it', async ({ browser }) => {
  const meryem = await browserOf(browser, 'meryem.arslan');
  // Other journeys may have added some.
  let resting = 0;

  await test.step('the desk has seven threads, what is due first', async () => {
    await open(meryem, '/koordination');
    await expect(rows(meryem)).toHaveCount(7);
    resting = Number(/warten, (\d+) ruhen/.exec(await meryem.getByText(/Sieben Fäden warten/).innerText())![1]);
    await expect(rows(meryem).first()).toContainText('Lehre im Verbund für Metallbau Drahtmühle');
    await expect(rows(meryem).first()).toContainText('seit 12 Tagen');
    await expect(rows(meryem).nth(2)).toContainText('Allianz im Entwurf · 5 von 8 Stühlen besetzt');
    await expect(rows(meryem).nth(4)).toContainText('Herausforderung · ohne Allianz');
    await expectAccessible(meryem);
  });

  await test.step('J and K go from thread to thread, Enter opens what it is about', async () => {
    await meryem.keyboard.press('j');
    expect(await focused(meryem)).toBe('Wärme aus Nordkamp');
    await meryem.keyboard.press('j');
    await meryem.keyboard.press('k');
    expect(await focused(meryem)).toBe('Wärme aus Nordkamp');
    await meryem.keyboard.press('Enter');
    await expect(meryem.getByRole('heading', { level: 1 })).toContainText('Wärme aus Nordkamp');
    await meryem.goBack();
    await expect(rows(meryem)).toHaveCount(7);
  });

  await test.step('W puts one off by a week', async () => {
    await meryem.keyboard.press('j');
    await meryem.keyboard.press('w');
    await expect(dialog(meryem, 'Wiedervorlage')).toContainText('Wärme aus Nordkamp');
    await expect(meryem.getByRole('button', { name: 'Morgen' })).toBeFocused();
    await meryem.keyboard.press('Tab');
    await meryem.keyboard.press('Enter');
    await expect(meryem.getByText('Die Wiedervorlage ist gesetzt.')).toBeVisible();
    await expect(rows(meryem).nth(1)).not.toContainText('Wärme aus Nordkamp');
  });

  await test.step('E finishes one with a sentence, Z takes it back', async () => {
    await meryem.keyboard.press('k');
    await meryem.keyboard.press('k');
    expect(await focused(meryem)).toBe('Lehre im Verbund für Metallbau Drahtmühle');
    await meryem.keyboard.press('e');
    await expect(meryem.getByLabel('Was wurde daraus?')).toBeFocused();
    await meryem.keyboard.press('Enter');
    await expect(dialog(meryem, 'Faden erledigt')).toContainText('Bitte schreiben Sie in einem Satz, was daraus wurde.');
    await meryem.getByLabel('Was wurde daraus?').focus();
    await meryem.keyboard.type('Die Lehrwerkstatt hat einen neuen Termin.');
    await meryem.keyboard.press('Enter');
    const done = meryem.getByRole('list', { name: 'Zuletzt erledigt' });
    await expect(done).toContainText('Die Lehrwerkstatt hat einen neuen Termin.');
    await expect(rows(meryem).first()).toContainText('Schichten ohne Leute aus dem Frei');
    // The focus goes on at the thread that took its place.
    await expect.poll(() => focused(meryem)).toBe('Schichten ohne Leute aus dem Frei');
    await meryem.keyboard.press('z');
    await expect(rows(meryem).first()).toContainText('Lehre im Verbund für Metallbau Drahtmühle');
    await expect(done).not.toContainText('Die Lehrwerkstatt hat einen neuen Termin.');
  });

  await test.step('letters are letters while somebody writes', async () => {
    await meryem.getByRole('button', { name: 'Faden anlegen' }).focus();
    await meryem.keyboard.press('Enter');
    await expect(meryem.getByLabel('Worum geht es?')).toBeFocused();
    await meryem.keyboard.type('jwek: Hallenplan');
    await expect(dialog(meryem, 'Faden anlegen')).toContainText('können den Faden lesen');
    await meryem.getByLabel('Nächster Schritt').focus();
    await meryem.keyboard.type('Plan anfordern');
    await meryem.getByLabel('Um wen geht es beim nächsten Schritt?').focus();
    await meryem.keyboard.type('Logistikpark');
    await expect(meryem.getByRole('option', { name: 'Logistikpark Ostwalden' })).toBeVisible();
    await meryem.keyboard.press('ArrowDown');
    await meryem.keyboard.press('Enter');
    await expect(meryem.getByRole('button', { name: 'Logistikpark Ostwalden herausnehmen' })).toBeVisible();
    await expectAccessible(meryem);
    await meryem.getByLabel('Worum geht es?').focus();
    await meryem.keyboard.press('Enter');
    await expect(meryem.getByText('Der Faden ist angelegt.')).toBeVisible();
    // A step without a day rests until somebody gives it one.
    await expect(meryem.getByText(`Sieben Fäden warten, ${resting + 1} ruhen.`)).toBeVisible();
  });

  await test.step('it stands among the resting ones, found by its title', async () => {
    await open(meryem, '/koordination/faeden?stand=ruhend');
    await meryem.keyboard.press('/');
    await meryem.keyboard.type('hallenplan');
    const found = meryem.getByRole('group', { name: 'Ruhend' });
    await expect(found.locator('tbody tr')).toHaveCount(1);
    await expect(found).toContainText('Plan anfordern');
    await expectAccessible(meryem);
  });

  await test.step('what an organisation says of a thread waits on the desk until it is noted', async () => {
    await open(meryem, '/koordination');
    const corrections = meryem.getByRole('region', { name: 'Richtigstellungen zu Fäden' });
    await expect(corrections).toContainText('Das Berufskolleg gibt die Werkstatt');
    await corrections.getByRole('button', { name: 'Zur Kenntnis genommen' }).focus();
    await meryem.keyboard.press('Enter');
    await expect(corrections).toBeHidden();
    await expect(rows(meryem).first()).not.toContainText('Richtigstellung liegt vor');
  });

  await test.step('a page of what it is about begins a thread with its title', async () => {
    await open(meryem, '/herausforderungen/wohin-mit-12-gwh-abwaerme-aus-der-giesserei');
    await meryem.getByRole('button', { name: 'Faden anlegen' }).focus();
    await meryem.keyboard.press('Enter');
    await expect(meryem.getByLabel('Worum geht es?')).toHaveValue('Wohin mit 12 GWh Abwärme aus der Gießerei?');
    await meryem.keyboard.press('Escape');
    const marek = await browserOf(browser, 'marek.dudzik');
    await open(marek, '/herausforderungen/wohin-mit-12-gwh-abwaerme-aus-der-giesserei');
    await expect(marek.getByRole('button', { name: 'Faden anlegen' })).toHaveCount(0);
    await open(marek, '/koordination/faeden');
    await expect(marek.getByText('Fäden sieht nur die Koordination der Region.')).toBeVisible();
  });

  await test.step('on a phone threads are cards', async () => {
    await meryem.setViewportSize({ width: 390, height: 800 });
    await open(meryem, '/koordination');
    await expectNoSidewaysScroll(meryem);
    await expectAccessible(meryem);
  });
});
