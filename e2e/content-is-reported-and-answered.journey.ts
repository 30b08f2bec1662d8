import { expect, test, type Page } from './journey';
import { linkIn } from './mails';
import { browserOf, expectAccessible, expectNoSidewaysScroll } from './people';

const ENTRY = 'Deutsch an der Rampe';

/** What is chosen in the dialog of a decision, and what it says then. */
const CORRECTED = {
  template: 'Falsche oder veraltete Angabe',
  kind: /Wird berichtigt/,
  note: /Das geschieht am Eintrag, nicht von selbst/,
};
const HIDDEN = { ...CORRECTED, kind: /Wird ausgeblendet/, note: /wird der Eintrag sofort ausgeblendet/ };
const STANDS = { template: 'Angaben sind belegt', kind: /Bleibt/, note: /erscheint der Eintrag wieder/ };

/** Decides on the report in the queue by a text that comes along. */
async function decide(page: Page, button: RegExp, facts: string, { template, kind, note } = CORRECTED): Promise<void> {
  await page.goto('/koordination/meldungen');
  const entry = page.getByRole('list', { name: 'Meldungen' }).locator('> li').filter({ hasText: ENTRY });
  await entry.getByRole('button', { name: button }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Entscheiden und beiden Seiten schreiben' }).click();
  await expect(dialog.getByText('Wählen Sie aus, was aus dem Eintrag wird.').first()).toBeVisible();
  await dialog.getByLabel('Textvorlage').selectOption(template);
  await dialog.getByRole('radio', { name: kind }).check();
  await expect(dialog.getByText(note)).toBeVisible();
  await dialog.getByLabel('Was haben Sie festgestellt?').fill(facts);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Entscheiden und beiden Seiten schreiben' }).click();
  await expect(page.getByText('Entschieden. Beide Seiten bekommen die Gründe per Mail.')).toBeVisible();
}

test('a visitor reports an entry on a phone, somebody else hides it after an objection, and it comes back when its author objects', async ({
  browser,
}) => {
  const visitor = await browserOf(browser, null);
  await visitor.setViewportSize({ width: 390, height: 844 });
  await visitor.goto('/vorhaben/deutsch-an-der-rampe');
  await visitor.getByRole('button', { name: 'Melden', exact: true }).click();
  const dialog = visitor.getByRole('dialog');
  await dialog.getByRole('radio', { name: /Stimmt nicht/ }).check();
  await dialog.getByLabel('Warum?').fill('Den Kurs gibt es seit dem Sommer nicht mehr.');
  await dialog.getByLabel('Ihr Name').fill('Kim Beispiel');
  await dialog.getByLabel('Ihre E-Mail-Adresse').fill('kim.meldet@beispiel.example');
  await dialog.getByRole('button', { name: 'Meldung senden' }).click();
  await expect(dialog.getByText('Bestätigen Sie bitte').first()).toBeVisible();
  await dialog.getByRole('checkbox', { name: /für richtig und vollständig/ }).check();
  await expectAccessible(visitor);
  await expectNoSidewaysScroll(visitor);
  await dialog.getByRole('button', { name: 'Meldung senden' }).click();
  await expect(dialog.getByText(/Eine Bestätigung geht an kim.meldet@beispiel.example/)).toBeVisible();

  const coordinator = await browserOf(browser, 'meryem.arslan');
  await coordinator.goto('/koordination');
  await expect(coordinator.getByRole('heading', { name: /Meldung(en)? warte/ })).toBeVisible();
  await decide(coordinator, /^Entscheiden/, 'Der Kurs ist seit Juli beendet.');

  const administrator = await browserOf(browser, 'ulrike.tamm');
  const link = await linkIn(administrator, 'kim.meldet@beispiel.example', 'Entscheidung zu Ihrer Meldung');
  await visitor.goto(link);
  await expect(visitor.getByText('Der Kurs ist seit Juli beendet.')).toBeVisible();
  await visitor.getByLabel('Warum ist die Entscheidung falsch?').fill('Er gehört ganz weg.');
  await expectAccessible(visitor);
  await visitor.getByRole('button', { name: 'Widerspruch senden' }).click();
  await expect(visitor.getByText(/Ein Widerspruch wartet/)).toBeVisible();

  await coordinator.goto('/koordination/meldungen');
  await expect(coordinator.getByText(/Sie haben hier schon entschieden/)).toBeVisible();
  const second = await browserOf(browser, 'jonas.petri');
  await decide(second, /^Über den Widerspruch entscheiden/, 'Den Kurs gibt es nicht mehr.', HIDDEN);
  await visitor.reload();
  await expect(visitor.getByRole('heading', { name: /Entscheidung über den Widerspruch/ })).toBeVisible();
  await expect(visitor.getByRole('button', { name: 'Widerspruch senden' })).toHaveCount(0);

  await visitor.goto('/vorhaben/deutsch-an-der-rampe');
  await expect(visitor.getByRole('heading', { name: ENTRY })).toHaveCount(0);
  await second.goto('/vorhaben/deutsch-an-der-rampe');
  await expect(second.getByText('Dieser Eintrag ist ausgeblendet')).toBeVisible();
  await expectAccessible(second);
  await visitor.goto(await linkIn(administrator, `Entscheidung zu Ihrem Eintrag „${ENTRY}“`, 'Den Kurs gibt es nicht mehr.'));
  await visitor.getByLabel('Warum ist die Entscheidung falsch?').fill('Seit gestern läuft er wieder.');
  await visitor.getByRole('button', { name: 'Widerspruch senden' }).click();
  await expect(visitor.getByText(/Ein Widerspruch wartet/)).toBeVisible();
  await decide(administrator, /^Über den Widerspruch entscheiden/, 'Der Kurs läuft wieder.', STANDS);
  await visitor.goto('/vorhaben/deutsch-an-der-rampe');
  await expect(visitor.getByRole('heading', { name: ENTRY })).toBeVisible();
});

test('a barrier is reported at the foot of a page and answered, and the administrator publishes a page and goes back', async ({
  browser,
}) => {
  const visitor = await browserOf(browser, null);
  await visitor.goto('/akteure');
  await visitor.getByRole('contentinfo').getByRole('link', { name: 'Barriere melden' }).click();
  await expect(visitor.getByLabel('Auf welcher Seite?')).toHaveValue(/\/akteure$/);
  await visitor.getByLabel('Was geht nicht?').fill('Der Filter geht nicht mit der Tastatur.');
  await visitor.getByLabel('Ihre E-Mail-Adresse').fill('kim.hindernis@beispiel.example');
  await visitor.getByRole('button', { name: 'Senden' }).click();
  await expect(visitor.getByText('Danke, Ihre Meldung ist angekommen')).toBeVisible();

  const administrator = await browserOf(browser, 'ulrike.tamm');
  await administrator.goto('/verwaltung');
  const barriers = administrator.getByRole('region', { name: 'Gemeldete Barrieren' });
  await barriers.getByRole('button', { name: 'Antworten' }).first().click();
  const dialog = administrator.getByRole('dialog');
  await dialog.getByLabel('Ihre Antwort').fill('Seit heute geht er.');
  await dialog.getByRole('button', { name: 'Senden' }).click();
  await expect(barriers.getByRole('listitem').filter({ hasText: 'Seit heute geht er.' })).toContainText('beantwortet');

  await administrator.getByRole('link', { name: 'Gebärdensprache bearbeiten' }).click();
  await administrator.getByLabel('Adresse des Videos in Gebärdensprache').fill('video.example/knotenpunkt');
  await administrator.getByLabel('Text auf Deutsch').fill('## Willkommen\n\n<b>Das Video</b> erklärt **alles**.');
  await administrator.getByRole('button', { name: 'Veröffentlichen' }).click();
  await expect(administrator.getByText('Gebärdensprache ist veröffentlicht.')).toBeVisible();
  await visitor.goto('/gebaerdensprache');
  await expect(visitor.getByRole('heading', { name: 'Willkommen' })).toBeVisible();
  await expect(visitor.getByText('<b>Das Video</b> erklärt alles.')).toBeVisible();
  await expect(visitor.getByRole('link', { name: 'Video in Gebärdensprache ansehen' })).toHaveAttribute(
    'href',
    /^https:\/\/video\.example/,
  );
  await expectAccessible(visitor);

  await administrator.getByRole('button', { name: 'Zu dieser Fassung zurück: Text aus den Einstellungen' }).click();
  await expect(administrator.getByText('noch einmal der Text aus den Einstellungen')).toBeVisible();
  await visitor.reload();
  await expect(visitor.getByText(/sobald der Betreiber die Adresse eines Videos nennt/)).toBeVisible();
});
