import { expect, test } from '@playwright/test';
import { browserOf, expectAccessible, expectNoSidewaysScroll } from './people';

const HEADINGS = 'Organisation;Art;PLZ;Ort;Homepage';
const LIST = [
  HEADINGS,
  'Reparaturwerft Südhafen;Unternehmen;44135;Ostwalden;reparaturwerft.example',
  'Lernort Schleuse;Schule;44135;Ostwalden;',
  'Giesserei Nordkamp GmbH & Co. KG;Unternehmen;;Ostwalden;',
  'Chor der Nachtschicht;Zauberei;44135;Ostwalden;',
  ';Verein;44135;Ostwalden;',
];

/** The list as a file to choose in a browser, as a German spreadsheet writes it. */
const fileOf = (lines: readonly string[]) => ({
  name: 'mitglieder.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\r\n'), 'latin1'),
});

test('the coordination imports organisations and their offers from lists with mistakes, and takes them back but for what was changed since', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const page = await browserOf(browser, 'meryem.arslan');
  const file = page.locator('input[type=file]');
  await page.goto('/koordination/import');

  await test.step('what is no table is refused with a sentence', async () => {
    await file.setInputFiles({ name: 'liste.csv', mimeType: 'text/csv', buffer: Buffer.from('%PDF-1.7') });
    await expect(page.getByText('Das ist keine Tabelle.')).toBeVisible();
  });

  await test.step('columns are guessed', async () => {
    await file.setInputFiles(fileOf(LIST));
    await expect(page.getByLabel('Bedeutung der Spalte Organisation')).toHaveValue('name');
    await expect(page.getByLabel('Bedeutung der Spalte Homepage')).toHaveValue('website');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Vergleichen' }).click();
  });

  await test.step('every row says what becomes of it, and a doubt is asked', async () => {
    await expect(page.getByText('5 Zeilen verglichen. Noch ist nichts übernommen.')).toBeVisible();
    await page.getByRole('button', { name: /Fehlerhaft/ }).click();
    await expect(page.getByRole('row', { name: /Chor der Nachtschicht/ })).toContainText('„Zauberei“ kennen wir nicht.');
    await page.getByRole('button', { name: /Doppelt/ }).click();
    await page.getByRole('button', { name: /^Giesserei Nordkamp GmbH & Co. KG: eine andere/ }).click();
    await expect(page.getByText('Davon gibt es keine Zeile.')).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 1280, height: 860 });
  });

  await test.step('taken over, they stand in the directory with where they come from', async () => {
    await page.getByLabel('Woher die Angaben kommen').fill('Mitgliederliste des Hafens');
    await page.getByRole('button', { name: '3 Zeilen übernehmen' }).click();
    await expect(page.getByText('3 Organisationen eingetragen.')).toBeVisible();
    await expect(page.getByText('2 Zeilen blieben außen vor')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Zum Verzeichnis' }).click();
    await page.getByRole('searchbox').fill('Reparaturwerft');
    await page.getByRole('link', { name: 'Reparaturwerft Südhafen' }).click();
    await expect(page.getByText('Aus einer Liste übernommen – nicht bestätigt')).toBeVisible();
    await expect(page.getByText('Quelle: Mitgliederliste des Hafens')).toBeVisible();
  });

  await test.step('a second list changes one of them, and says how', async () => {
    await page.goto('/koordination/import');
    await file.setInputFiles(fileOf([HEADINGS, 'Lernort Schleuse;Verein;44139;Ostwalden;']));
    await page.getByRole('button', { name: 'Vergleichen' }).click();
    await page.getByRole('button', { name: /Geändert/ }).click();
    await expect(page.getByRole('row', { name: /Lernort Schleuse/ })).toContainText('Postleitzahl: 44135 → 44139');
    await page.getByRole('button', { name: '1 Zeile übernehmen' }).click();
    await expect(page.getByText('1 Organisation geändert.')).toBeVisible();
  });

  await test.step('the first is taken back later, but for what was changed since, which is named', async () => {
    await page.getByRole('listitem').filter({ hasText: '5 Zeilen' }).getByRole('link', { name: 'mitglieder.csv' }).click();
    await page.getByRole('button', { name: 'Übernahme zurücknehmen' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Übernahme zurücknehmen' }).click();
    await expect(page.getByText('2 Einträge sind zurückgenommen.')).toBeVisible();
    await expect(page.getByRole('row', { name: /Lernort Schleuse/ })).toContainText('Seitdem hat es jemand geändert.');
    await expectAccessible(page);
  });

  await test.step('a list of offers names organisations that are there, and says of whom it does not know', async () => {
    await page.goto('/koordination/import');
    await page.getByRole('radio', { name: /^Angebote/ }).check();
    await expectAccessible(page);
    await file.setInputFiles(
      fileOf([
        'Organisation;Website;Angebot',
        'lernort schleuse;;Werkbank am Abend',
        'Unbekannte Werft;;Kran',
        'Lernort Schleuse;www.codewerft.example;Löten für Anfänger',
        'Lernort Schleuse;www.codewerft.example;Löten für alle',
      ]),
    );
    await expect(page.getByLabel('Bedeutung der Spalte Angebot')).toHaveValue('title');
    await page.getByRole('button', { name: 'Vergleichen' }).click();
    await page.getByRole('button', { name: /Fehlerhaft/ }).click();
    await expect(page.getByRole('row', { name: /Kran/ })).toContainText('„Unbekannte Werft“ steht nicht im Verzeichnis.');
  });

  await test.step('who is meant where two may be is chosen on the page, by keyboard, at once for all that say the same', async () => {
    await page.getByRole('button', { name: /Widerspruch/ }).click();
    await expect(page.getByRole('row', { name: /Löten für alle/ })).toContainText('passt auf mehrere Organisationen');
    await expect(page.getByText('Bei 2 Zeilen fehlt Ihre Antwort.')).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 1280, height: 860 });
    await page
      .getByRole('button', { name: /^„Lernort Schleuse“ in 2 Zeilen: gemeint ist Lernort Schleuse/ })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Davon gibt es keine Zeile.')).toBeVisible();
    await page.getByRole('button', { name: /Alle$/ }).click();
    await page.getByRole('button', { name: /^Löten für alle: Wahl für „Lernort Schleuse“ zurücknehmen/ }).click();
    await expect(page.getByRole('row', { name: /Löten für alle/ })).toContainText('Widerspruch');
    await page.getByRole('button', { name: '2 Zeilen übernehmen' }).click();
    await expect(page.getByText('2 Angebote eingetragen.')).toBeVisible();
    await page.getByRole('button', { name: 'Übernahme zurücknehmen' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Übernahme zurücknehmen' }).click();
    await expect(page.getByText('2 Einträge sind zurückgenommen.')).toBeVisible();
  });
});
