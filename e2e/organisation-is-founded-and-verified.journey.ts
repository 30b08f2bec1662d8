import { addressOf, enter, registered } from './accounts';
import { expect, test } from './journey';
import { browserOf, expectAccessible, expectNoSidewaysScroll } from './people';

const VEREIN = 'Lastenradverein Nordkamp e. V.';

test('somebody founds an organisation: what is there is shown first, the coordination asks back and verifies, the founder administers it', async ({
  browser,
}) => {
  const administrator = await browserOf(browser, 'ulrike.tamm');
  const email = addressOf('kim', 'lastenrad-nordkamp.example');
  const founder = await registered(browser, administrator, { name: 'Kim Gründer', email });
  await founder.goto('/akteure/neu');
  await founder.getByLabel('Name der Organisation').fill('Gießerei Nordkamp');
  await founder.getByRole('button', { name: 'Nachsehen' }).click();
  await expect(founder.getByRole('region', { name: 'Diese Einträge könnten es sein' })).toContainText('gleicher Name');
  await expectAccessible(founder);
  await founder.getByLabel('Name der Organisation').fill(VEREIN);
  await founder.getByRole('button', { name: 'Nachsehen' }).click();
  await founder.getByRole('button', { name: 'Nicht dabei: neu eintragen' }).click();
  await founder.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(founder);
  await expectAccessible(founder);
  await founder.getByRole('button', { name: 'Zur Prüfung geben' }).click();
  await expect(founder.getByText('Wählen Sie die Art der Organisation.').first()).toBeVisible();
  await founder.getByLabel('Art', { exact: true }).selectOption({ label: 'Stadtgesellschaft' });
  await founder.getByLabel('Was sie tut, in einem Satz').fill('Verleiht Lastenräder im Quartier.');
  await founder.getByLabel('Ort', { exact: true }).fill('Harkenrode');
  await founder.getByLabel('Website').fill('lastenrad-nordkamp.example');
  await founder.getByLabel('Was Sie dort sind').fill('Vorständin');
  await founder.getByLabel('Wie wir das prüfen können').fill('Meine Adresse gehört zur Website.');
  await founder.getByRole('button', { name: 'Zur Prüfung geben' }).click();
  await expect(founder).toHaveURL(/\/konto\/organisationen$/);
  const own = founder.getByRole('listitem').filter({ hasText: VEREIN });
  await expect(own).toContainText('wird geprüft');

  const coordinator = await browserOf(browser, 'meryem.arslan');
  await coordinator.goto('/koordination');
  await coordinator.getByRole('link', { name: /^Organisationen prüfen/ }).click();
  const waiting = coordinator.getByRole('listitem').filter({ hasText: `Kim Gründer möchte ${VEREIN} eintragen` });
  await expect(waiting).toContainText('Die Mailadresse gehört zur Website, die die Person selbst nennt.');
  await expectAccessible(coordinator);
  await waiting.getByRole('button', { name: /^Nachfragen/ }).click();
  await coordinator.getByLabel('Ihre Frage').fill('Seit wann gibt es den Verein?');
  await coordinator.getByRole('dialog').getByRole('button', { name: 'Nachfragen' }).click();
  await expect(waiting).toContainText('Rückfrage');
  // Nothing is public, and nothing is permitted, before it is verified.
  await founder.goto(`/akteure?suche=Lastenradverein`);
  await expect(founder.getByText(VEREIN)).toHaveCount(0);

  await founder.goto('/konto/organisationen');
  await expect(own).toContainText('Die Koordination fragt: Seit wann gibt es den Verein?');
  await expectNoSidewaysScroll(founder);
  await own.getByRole('button', { name: 'Antworten' }).click();
  await founder.getByLabel('Ihre Antwort').fill('Seit dem Frühjahr.');
  await founder.getByRole('dialog').getByRole('button', { name: 'Antworten' }).click();
  await expect(own).toContainText('wird geprüft');

  await coordinator.reload();
  await expect(waiting).toContainText('Antwort: Seit dem Frühjahr.');
  await waiting.getByRole('button', { name: /^Bestätigen/ }).click();
  await expectAccessible(coordinator);
  await coordinator.getByRole('dialog').getByRole('radio', { name: 'Durch einen Anruf' }).check();
  await coordinator.getByRole('dialog').getByRole('button', { name: 'Bestätigen' }).click();
  await expect(coordinator.getByText('Bitte füllen Sie dieses Feld aus.').first()).toBeVisible();
  await coordinator.getByLabel('Was Sie geprüft haben').fill('Telefonat mit der Geschäftsstelle.');
  await coordinator.getByRole('dialog').getByRole('button', { name: 'Bestätigen' }).click();
  await expect(coordinator.getByText(`Kim Gründer verwaltet jetzt ${VEREIN} und bekommt eine Mail.`)).toBeVisible();
  await coordinator.goto('/koordination/protokoll');
  await expect(
    coordinator.getByText('Meryem Arslan hat geprüft, dass Kim Gründer für die Organisation spricht, durch einen Anruf'),
  ).toBeVisible();
  await expectAccessible(coordinator);

  // The session ended with the new rights.
  await founder.setViewportSize({ width: 1280, height: 860 });
  await enter(founder, { name: VEREIN, email });
  await founder.goto('/konto/organisationen');
  await own.getByRole('link', { name: 'Steckbrief öffnen' }).click();
  await expect(founder.getByRole('heading', { level: 1, name: VEREIN })).toBeVisible();
  await expect(founder.getByRole('link', { name: 'Wer für uns handelt' }).first()).toBeAttached();
});

test('somebody claims an entry and is refused with a reason; the entry stays as it is', async ({ browser }) => {
  const administrator = await browserOf(browser, 'ulrike.tamm');
  const claimant = await registered(browser, administrator, { name: 'Robin Fremd', email: addressOf('robin.fremd') });
  await claimant.goto('/akteure/baeckerei-kornglueck');
  await claimant.getByRole('link', { name: 'Eintrag übernehmen' }).click();
  await claimant.getByLabel('Was Sie dort sind').fill('Inhaber');
  await claimant.getByLabel('Wie wir das prüfen können').fill('Ich bin es wirklich.');
  await expectAccessible(claimant);
  await claimant.getByRole('button', { name: 'Zur Prüfung geben' }).click();
  const own = claimant.getByRole('listitem').filter({ hasText: 'Bäckerei Kornglück' });
  await expect(own).toContainText('wird geprüft');

  const coordinator = await browserOf(browser, 'meryem.arslan');
  await coordinator.goto('/koordination/organisationen');
  const waiting = coordinator.getByRole('listitem').filter({ hasText: 'Robin Fremd möchte Bäckerei Kornglück übernehmen' });
  await expect(waiting).toContainText('Die Mailadresse gehört nicht zur Website.');
  await waiting.getByRole('button', { name: /^Ablehnen/ }).click();
  await coordinator.getByLabel('Grund').fill('In der Bäckerei kennt Sie niemand.');
  await coordinator.getByRole('dialog').getByRole('button', { name: 'Ablehnen' }).click();
  await expect(waiting).toHaveCount(0);

  await claimant.reload();
  await expect(own).toContainText('abgelehnt');
  await expect(own).toContainText('Grund: In der Bäckerei kennt Sie niemand.');
  await claimant.goto('/akteure/baeckerei-kornglueck/bearbeiten');
  await expect(claimant.getByLabel('Name', { exact: true })).toHaveCount(0);
  await administrator.goto('/verwaltung');
  await expect(administrator.getByText('Knotenpunkt: Bäckerei Kornglück wurde nicht bestätigt').first()).toBeVisible();
});
