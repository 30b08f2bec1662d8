import { expect, test } from './journey';
import { linkIn } from './mails';
import { browserOf, expectAccessible, expectNoSidewaysScroll } from './people';

const WAY = '/netzwerk?akteur=alte-hasen-e-v&ziel=stadtwerke-ostwalden&ansicht=liste';
const PURPOSE = 'Meister erzählen im Heizhaus';
const TITLE = 'Abende im Heizhaus';

test('two organisations that do not know each other are introduced by a third, and it becomes a Vorhaben', async ({ browser }) => {
  test.setTimeout(150_000);
  const [first, between, second, administrator, visitor] = [
    await browserOf(browser, 'bernd.hasselkamp'),
    await browserOf(browser, 'marek.dudzik'),
    await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage(),
    await browserOf(browser, 'ulrike.tamm'),
    await browserOf(browser, null),
  ];
  await visitor.goto(WAY);
  await expect(visitor.getByText('2 Schritte', { exact: false })).toBeVisible();
  await expect(visitor.getByRole('button', { name: 'Vorstellen lassen' })).toHaveCount(0);

  await first.goto(WAY);
  await first.getByRole('button', { name: 'Vorstellen lassen' }).click();
  await expect(first.getByRole('heading', { name: 'Stadtwerke Ostwalden kennenlernen' })).toBeVisible();
  await first.getByRole('radio', { name: /Kammer des Handwerks/ }).check();
  await expectAccessible(first);
  await first.getByLabel('Worum geht es?').fill(PURPOSE);
  await first.getByLabel('Warum gerade diese beiden?').fill('Alte Hasen begleiten Lehrlinge, im Heizhaus lernen welche.');
  await first.getByRole('button', { name: 'Die beiden anderen fragen' }).click();
  await expect(first.getByText('Gefragt. Antworten stehen unter „Vorstellungen“.')).toBeVisible();
  await first.getByRole('link', { name: 'Zur Vorstellung' }).click();
  await expect(first.getByRole('heading', { level: 1, name: 'Alte Hasen e. V. und Stadtwerke Ostwalden' })).toBeVisible();
  await expect(first.getByText('@harkenrode.example')).toHaveCount(0);
  const address = new URL(first.url()).pathname;

  await between.goto('/');
  await expect(between.getByRole('region', { name: 'Vorstellungen' }).getByText(PURPOSE)).toBeVisible();
  await between.goto('/vorstellungen');
  await expectAccessible(between);
  await between.getByRole('region', { name: 'Wartet auf Sie' }).getByRole('link', { name: 'Ihre Antwort fehlt' }).click();
  await expect(between.getByText('macht die beiden bekannt', { exact: false })).toBeVisible();
  await between.getByRole('radio', { name: /^Ja Kammer/ }).check();
  await between.getByRole('button', { name: 'Antwort senden' }).click();
  await expect(between.getByText('Ihre Antwort ist eingetragen.')).toBeVisible();
  await expectAccessible(between);

  await second.goto(await linkIn(administrator, 'soll Ihnen Alte Hasen e. V. vorstellen'));
  await expect(second.getByRole('heading', { level: 1, name: PURPOSE })).toBeVisible();
  await expectAccessible(second);
  await expectNoSidewaysScroll(second);
  await second.getByRole('radio', { name: /^Ja Stadtwerke/ }).check();
  await second.getByRole('button', { name: 'Antwort senden' }).click();
  await expect(second.getByText('Danke. Stadtwerke Ostwalden hat zugestimmt.')).toBeVisible();

  await expect(first.getByText(/alle einverstanden/)).toBeVisible();
  await expect(first.getByRole('link', { name: 'sevgi.rautenberg@harkenrode.example' })).toBeVisible();
  await expectAccessible(first);
  await visitor.goto(address);
  await expect(visitor.getByText('Vorstellungen sehen nur die drei, um die es geht', { exact: false })).toBeVisible();
  await visitor.goto(WAY);
  await expect(visitor.getByText('2 Schritte', { exact: false })).toBeVisible();

  await between.getByRole('button', { name: 'Gespräch festhalten' }).click();
  await between.getByRole('dialog').getByRole('button', { name: 'Festhalten' }).click();
  await expect(between.getByText(/haben sich gesprochen, /)).toBeVisible();

  await first.goto('/vorhaben/neu');
  await first.getByLabel('Name', { exact: true }).fill(TITLE);
  await first.getByLabel('In einem oder zwei Sätzen').fill('Meister erzählen Lehrlingen, wie sie angefangen haben.');
  await first.getByRole('radio', { name: 'Anderen gemeinsam vorschlagen' }).check();
  await first.getByRole('combobox', { name: 'Wem schlagen Sie es vor?' }).fill('Stadtwerke Ostwalden');
  await first.getByRole('option', { name: 'Stadtwerke Ostwalden' }).first().click();
  await first.getByRole('button', { name: 'Vorschlagen', exact: true }).click();
  await expect(first.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  await second.goto(await linkIn(administrator, TITLE));
  await second.getByRole('radio', { name: /^Ja Stadtwerke/ }).check();
  await second.getByRole('button', { name: 'Antwort senden' }).click();
  await expect(second.getByText(/hat zugestimmt/)).toBeVisible();

  await first.goto(address);
  await first.getByRole('button', { name: 'Was wurde daraus?' }).click();
  await first.getByRole('radio', { name: /^Ein Vorhaben/ }).check();
  await expect(first.getByLabel('Welches?')).toContainText(TITLE);
  await expectAccessible(first);
  await first.getByRole('dialog').getByRole('button', { name: 'Festhalten' }).click();
  await expect(first.getByText(/Daraus wurde ein Vorhaben, /)).toBeVisible();
  await expect(first.getByRole('link', { name: TITLE })).toBeVisible();
  await visitor.goto('/netzwerk?akteur=alte-hasen-e-v&ansicht=liste');
  await expect(visitor.getByRole('link', { name: TITLE }).first()).toBeVisible({ timeout: 20_000 });
});

test('a "Nein" says why to nobody, and the coordination sees how far introductions are', async ({ browser }) => {
  const [coordinator, asked] = [await browserOf(browser, 'meryem.arslan'), await browserOf(browser, 'ruth.ellerbrock')];
  await asked.goto('/vorstellungen');
  await asked
    .getByRole('region', { name: 'Wartet auf Sie' })
    .getByRole('link', { name: /Querblick/ })
    .click();
  await asked.getByRole('radio', { name: /^Nein/ }).check();
  await asked.getByLabel('Warum nicht?').fill('Nachts ist niemand Fremdes im Haus.');
  await asked.getByRole('button', { name: 'Antwort senden' }).click();
  await expect(asked.getByText('Warum (nur Sie lesen das): Nachts ist niemand Fremdes im Haus.')).toBeVisible();

  await coordinator.goto('/koordination');
  await expect(coordinator.getByRole('region', { name: 'Vorstellungen', exact: true })).toBeVisible();
  await expectAccessible(coordinator);
  await coordinator.goto(new URL(asked.url()).pathname);
  await expect(coordinator.getByText(/^abgelehnt, /)).toBeVisible();
  await expect(coordinator.getByText('Nachts ist niemand Fremdes')).toHaveCount(0);
});
