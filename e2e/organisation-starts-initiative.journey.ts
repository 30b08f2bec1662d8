import { expect, test, type Page } from './journey';
import { browserOf, expectAccessible, expectNoSidewaysScroll } from './people';

async function addEntry(page: Page, button: string, title: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('In einem Satz').fill(title);
  await expectAccessible(page);
  await dialog
    .getByRole('button', { name: 'Speichern' })
    .or(dialog.getByRole('button', { name: 'Eintragen' }))
    .click();
  await expect(page.getByText(title)).toBeVisible();
}

test('an organisation completes its Steckbrief, starts a Vorhaben and finds a partner; a third browser sees the tie appear', async ({
  browser,
}) => {
  const [park, kompass, visitor] = [
    await browserOf(browser, 'yusuf.erkal'),
    await browserOf(browser, 'tilo.brandhoff'),
    await browserOf(browser, null),
  ];

  await park.goto('/akteure/logistikpark-ostwalden');
  await park.getByRole('link', { name: 'Steckbrief bearbeiten' }).click();
  await park.getByLabel('Wer Sie sind, in einer Zeile').fill('Gewerbegebiet mit 31 Betrieben, 2.400 Beschäftigte.');
  await park.getByLabel('Beschreibung').fill('Wir vertreten die Betriebe im Park gegenüber der Stadt.');
  await park.getByRole('combobox', { name: 'Branche' }).fill('Lagerei');
  await park.getByRole('option', { name: 'Lagerei · 52.1', exact: true }).click();
  await park.getByRole('application', { name: /^Ort auf der Karte/ }).press('ArrowRight');
  await expectAccessible(park);
  await park.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(park);
  await park.setViewportSize({ width: 1280, height: 860 });
  await park.getByRole('button', { name: 'Steckbrief speichern' }).click();
  await expect(park.getByText('Gewerbegebiet mit 31 Betrieben, 2.400 Beschäftigte.')).toBeVisible();
  await expect(park.getByText('Lagerei', { exact: true })).toBeVisible();
  await addEntry(park, 'Angebot eintragen', 'Ein Seminarraum für 20 Leute, werktags');
  await addEntry(park, 'Bedarf eintragen', 'Deutschkurse in der Frühschicht');

  await visitor.goto('/netzwerk?akteur=logistikpark-ostwalden&ansicht=liste');
  await expect(visitor.getByRole('heading', { name: /Logistikpark/ }).first()).toBeVisible();
  const tie = visitor.getByRole('link', { name: 'Deutsch vor der Schicht' });

  await park.goto('/vorhaben/neu');
  await park.getByLabel('Name', { exact: true }).fill('Deutsch vor der Schicht');
  await park.getByLabel('In einem oder zwei Sätzen').fill('Zweimal die Woche eine Stunde Deutsch, direkt im Park, vor der Frühschicht.');
  await park.getByRole('button', { name: 'Vorhaben eintragen' }).click();
  await expect(park.getByRole('heading', { level: 1, name: 'Deutsch vor der Schicht' })).toBeVisible();
  await park.getByRole('button', { name: 'Partner einladen' }).click();
  await park.getByRole('combobox', { name: 'Welche Organisation?' }).fill('Kompass');
  await park.getByRole('option', { name: /Kompass/ }).click();
  await park.getByRole('button', { name: 'Einladen', exact: true }).click();
  await expect(park.getByText('eingeladen')).toBeVisible();
  await expect(tie).toHaveCount(0);

  await kompass.goto('/');
  await kompass.getByRole('region', { name: 'Wartet auf Ihre Antwort' }).getByRole('link', { name: 'Deutsch vor der Schicht' }).click();
  await kompass.getByRole('button', { name: 'Mitmachen' }).click();
  await expect(kompass.getByText('Eingetragen: Sie machen mit.')).toBeVisible();

  // Nobody reloads: the line of changes tells the third browser.
  await expect(tie.first()).toBeVisible({ timeout: 30_000 });
  await park.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(park);
  await expectAccessible(park);
});
