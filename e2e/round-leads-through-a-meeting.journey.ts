import { expect, test, type Page } from './journey';
import { press, tabTo, write } from './keyboard';
import { browserOf, expectAccessible, expectNoSidewaysScroll } from './people';

const [CARE, HEAT] = ['Pflege: wer schon zusammenarbeitet', 'Rund um die Gießerei Nordkamp'];
const PRIVATE = 'Nur für die Koordination';
const [SAID_FIRST, SAID_LAST, SAID_ALONE] = [
  'Fast alles läuft über das Bündnis.',
  'Hier wird Wärme frei.',
  'Das besprechen wir unter uns.',
];

const bar = (page: Page) => page.getByRole('region', { name: 'Rundgang der Lenkungsgruppe' });

/** Adds a view to the way, by keyboard. */
async function addView(page: Page, name: string, said: string, number: number): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Rundgang anlegen' });
  await tabTo(page, dialog.getByRole('combobox', { name: /Ansicht hinzufügen/ }));
  await page.keyboard.type(name.slice(0, 12));
  await expect(dialog.getByRole('option', { name }).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await write(page, dialog.getByRole('textbox', { name: new RegExp(`^Ansicht ${number}: `) }), said);
}

test('a round is made and gone through by keyboard, and a visitor is led through what they may open', async ({ browser }) => {
  test.slow();
  const coordinator = await browserOf(browser, 'meryem.arslan');

  await test.step('A view nobody else may open is among those that are kept', async () => {
    await coordinator.goto('/netzwerk?ansicht=bild');
    await coordinator.getByRole('button', { name: 'Ansicht sichern' }).click();
    const keep = coordinator.getByRole('dialog', { name: 'Ansicht sichern' });
    await keep.getByLabel('Name').fill(PRIVATE);
    await keep.getByRole('button', { name: 'Sichern' }).click();
    await expect(keep).toBeHidden();
  });

  await test.step('The round is put together by keyboard, and put into order', async () => {
    await coordinator.goto('/netzwerk/rundgaenge');
    await press(coordinator, coordinator.getByRole('button', { name: 'Rundgang anlegen' }));
    const dialog = coordinator.getByRole('dialog', { name: 'Rundgang anlegen' });
    await write(coordinator, dialog.getByLabel('Name'), 'Rundgang der Lenkungsgruppe');
    await addView(coordinator, HEAT, SAID_LAST, 1);
    await addView(coordinator, PRIVATE, SAID_ALONE, 2);
    await addView(coordinator, CARE, SAID_FIRST, 3);
    await press(coordinator, dialog.getByRole('button', { name: `„${CARE}“ nach vorn` }));
    await press(coordinator, dialog.getByRole('button', { name: `„${CARE}“ nach vorn` }));
    await tabTo(coordinator, dialog.getByLabel('Nur ich'));
    await coordinator.keyboard.press('ArrowDown');
    await expect(dialog.getByLabel('Alle, die den Link haben')).toBeChecked();
    await expectAccessible(coordinator);
    await press(coordinator, dialog.getByRole('button', { name: 'Rundgang sichern' }));
    await expect(dialog).toBeHidden();
  });

  const link = (await coordinator.getByRole('link', { name: 'Rundgang der Lenkungsgruppe' }).getAttribute('href'))!;
  await test.step('It is gone through by keys, as presenters send them', async () => {
    await press(coordinator, coordinator.getByRole('link', { name: 'Rundgang der Lenkungsgruppe' }));
    await expect(bar(coordinator).getByRole('heading', { name: CARE })).toBeVisible();
    await expect(bar(coordinator)).toContainText('Ansicht 1 von 3');
    await expect(bar(coordinator)).toContainText(SAID_FIRST);
    // The notes of the view stand at their marks and in the bar, by the same numbers.
    await expect(bar(coordinator).getByRole('listitem')).toHaveCount(2);
    await expect(coordinator.getByRole('button', { name: /^Notiz [12] zu / })).toHaveCount(2);
    await expectAccessible(coordinator);
    await coordinator.keyboard.press('PageDown');
    await expect(bar(coordinator).getByRole('heading', { name: HEAT })).toBeVisible();
    await expect(coordinator).toHaveURL(/halt=2.*schritte=2|schritte=2.*halt=2/);
    await coordinator.keyboard.press('ArrowRight');
    await expect(bar(coordinator).getByRole('heading', { name: PRIVATE })).toBeVisible();
    await coordinator.keyboard.press('ArrowRight');
    await expect(bar(coordinator)).toContainText('Ansicht 3 von 3');
    await coordinator.keyboard.press('PageUp');
    await expect(bar(coordinator).getByRole('heading', { name: HEAT })).toBeVisible();
  });

  await test.step('A visitor is led through what is open, and learns nothing of the rest', async () => {
    const visitor = await browserOf(browser, null);
    const answers: Promise<string>[] = [];
    visitor.on('response', (response) => answers.push(response.text().catch(() => '')));
    await visitor.goto(link);
    await expect(bar(visitor).getByRole('heading', { name: CARE })).toBeVisible();
    await expect(bar(visitor)).toContainText('Ansicht 1 von 2');
    await visitor.keyboard.press('ArrowRight');
    await expect(bar(visitor).getByRole('heading', { name: HEAT })).toBeVisible();
    await expect(bar(visitor)).toContainText(SAID_LAST);
    await visitor.keyboard.press('ArrowRight');
    await expect(bar(visitor)).toContainText('Ansicht 2 von 2');
    await visitor.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScroll(visitor);
    await visitor.waitForLoadState('networkidle');
    const bytes = (await Promise.all(answers)).join('\n');
    expect(bytes).toContain(SAID_LAST);
    for (const secret of [PRIVATE, SAID_ALONE]) expect(bytes).not.toContain(secret);
    await visitor.goto('/netzwerk/rundgaenge');
    await expect(visitor.getByRole('link', { name: 'Rundgang für den Beirat' })).toBeVisible();
    await expect(visitor.getByText('Rundgang der Lenkungsgruppe')).toHaveCount(0);
  });
});
