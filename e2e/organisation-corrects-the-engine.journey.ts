import { expect, test, type Page } from './journey';
import { browserOf, expectAccessible } from './people';

const HELD = '/akteure/spedition-hellwald/festgehalten';
const SPACE = 'Lager- und Hallenflächen';
const RENOVATION = 'Energetische Gebäudesanierung';
/** A question for which nobody is known who renovates. */
const HEAT = '/herausforderungen/wohin-mit-12-gwh-abwaerme-aus-der-giesserei';

async function answersTo(page: Page, line: string): Promise<string> {
  await page.goto('/');
  await page.getByRole('textbox', { name: 'Was Sie suchen oder bieten' }).fill(line);
  const answers = page.getByRole('list', { name: 'Wer dazu passt' });
  await expect(answers.or(page.getByText('Dazu passt hier zurzeit nichts.').last())).toBeVisible();
  return (await answers.count()) === 0 ? '' : answers.innerText();
}

/** Who could come to the table of a question, as its page says. */
async function missingAt(page: Page, address: string) {
  await page.goto(address);
  const missing = page.getByRole('region', { name: 'Wer noch fehlt' });
  await expect(missing).toBeVisible();
  return missing;
}

test('an organisation corrects what the engine thinks of it, and it counts from then on', async ({ browser }) => {
  test.slow();
  const [haulier, visitor, coordinator] = [
    await browserOf(browser, 'katrin.vossebrink'),
    await browserOf(browser, null),
    await browserOf(browser, 'meryem.arslan'),
  ];

  await test.step('It is proposed for what the engine thinks it can', async () => {
    expect(await answersTo(visitor, SPACE)).toContain('Spedition Hellwald');
  });

  await test.step('It reads where that comes from, strikes it, and is proposed for it no more', async () => {
    await haulier.goto('/akteure/spedition-hellwald');
    await haulier.getByRole('link', { name: 'Was über uns festgehalten ist' }).click();
    await expect(haulier.getByText('Das Angebot „Führerschein CE finanziert“ nennt „Übernahme“')).toBeVisible();
    await expectAccessible(haulier);
    await haulier.getByRole('button', { name: `Das können wir nicht: ${SPACE}` }).click();
    const cannot = haulier.getByRole('list', { name: 'Was Sie nicht können' });
    await expect(cannot).toContainText(SPACE);
    await expect(cannot).toContainText('von Katrin Vossebrink');
    expect(await answersTo(visitor, SPACE)).not.toContain('Spedition Hellwald');
  });

  await test.step('It adds what it can, too, and is found for that, by its own word', async () => {
    const before = await missingAt(coordinator, HEAT);
    await expect(before).toContainText(RENOVATION);
    await expect(before).not.toContainText('Spedition Hellwald');
    await haulier.getByRole('combobox', { name: 'Kompetenz' }).pressSequentially('Energetische');
    await haulier.getByRole('option', { name: RENOVATION }).first().click();
    await haulier.getByRole('button', { name: 'Hinzufügen' }).click();
    await expect(haulier.getByText('Von der Organisation gesagt')).toBeVisible();
    const after = await missingAt(coordinator, HEAT);
    await expect(after).toContainText('Spedition Hellwald');
    await expect(after).toContainText(`Sagt von sich, dass sie das kann: ${RENOVATION}`);
  });

  await test.step('It takes both back, and is found as before', async () => {
    for (const name of [SPACE, RENOVATION]) await haulier.getByRole('button', { name: `Zurücknehmen: ${name}` }).click();
    await expect(haulier.getByRole('button', { name: `Das können wir nicht: ${SPACE}` })).toBeVisible();
    expect(await answersTo(visitor, SPACE)).toContain('Spedition Hellwald');
  });

  await test.step('What it put away it finds again, and wants to see it again', async () => {
    await haulier.goto('/passungen');
    const first = haulier.getByRole('list', { name: 'Wer passt zu uns?' }).getByRole('listitem').first();
    const name = await first.getByRole('link').first().innerText();
    await first.getByRole('button', { name: 'Später' }).click();
    await haulier.goto(HELD);
    const away = haulier.getByRole('list', { name: 'Was Sie zurückgestellt haben' });
    await expect(away).toContainText(name);
    await expect(away).toContainText('von Katrin Vossebrink');
    await away.getByRole('button', { name: `${name} wieder vorschlagen` }).click();
    await expect(haulier.getByText('Sie haben niemanden zurückgestellt.')).toBeVisible();
    await haulier.goto('/passungen');
    await expect(haulier.getByRole('list', { name: 'Wer passt zu uns?' })).toContainText(name);
  });

  await test.step('It sets an entry of the coordination right, and the coordination reads that', async () => {
    await haulier.goto(HELD);
    const alliances = haulier.getByRole('region', { name: 'Wo Sie in Allianzen stehen' });
    await alliances.getByRole('button', { name: 'Richtigstellen' }).first().click();
    await haulier.getByLabel('Was stimmt nicht?').fill('Wir stellen die Halle nur bis Ostern.');
    await haulier.getByRole('dialog').getByRole('button', { name: 'Speichern' }).click();
    await expect(alliances).toContainText('Wir stellen die Halle nur bis Ostern.');
    await coordinator.goto('/koordination');
    const desk = coordinator.getByRole('region', { name: 'Richtigstellungen zu Einträgen' });
    await expect(desk).toContainText('Wir stellen die Halle nur bis Ostern.');
    await desk.getByRole('button', { name: 'Gelesen' }).click();
    await expect(desk).toBeHidden();
    await haulier.reload();
    await expect(alliances).toContainText('Die Koordination hat sie am');
  });

  await test.step('It takes all of that along, without names of persons', async () => {
    const [download] = await Promise.all([
      haulier.waitForEvent('download'),
      haulier.getByRole('button', { name: 'Mitnehmen (JSON)' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^festgehalten-spedition-hellwald-\d{4}-\d\d-\d\d\.json$/);
    const text = (await (await download.createReadStream()).setEncoding('utf8').toArray()).join('');
    const held = JSON.parse(text) as { engineUnderstanding: { competences: { name: string }[] }; rectifications: { text: string }[] };
    expect(held.engineUnderstanding.competences.map(({ name }) => name)).toContain(SPACE);
    expect(held.rectifications.map((one) => one.text)).toContain('Wir stellen die Halle nur bis Ostern.');
    expect(text).not.toMatch(/Vossebrink|__typename|@/);
  });
});
