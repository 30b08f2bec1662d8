import { addressOf, enter, registered } from './accounts';
import { expect, test } from './journey';
import { browserOf, expectAccessible, expectNoSidewaysScroll } from './people';

const EMPLOYER = 'Spedition Hellwald';

test('a works council is registered beside its employer: the coordination sees both, and both Steckbriefe tell of the other', async ({
  browser,
}) => {
  // A second try finds the council of the first, and enters another.
  const RAT = `Betriebsrat Hellwald ${test.info().retry || ''}`.trim();
  const email = addressOf('robin', 'betriebsrat-hellwald.example');
  const administrator = await browserOf(browser, 'ulrike.tamm');
  const member = await registered(browser, administrator, { name: 'Robin Rat', email });
  await member.goto('/akteure/neu');
  await member.getByLabel('Name der Organisation').fill(RAT);
  await member.getByRole('button', { name: 'Nachsehen' }).click();
  await member.getByRole('button', { name: 'Nicht dabei: neu eintragen' }).click();
  await member.setViewportSize({ width: 390, height: 844 });
  await expect(member.getByLabel('Arbeitgeber')).toHaveCount(0);
  await member.getByLabel('Art', { exact: true }).selectOption({ label: 'Gewerkschaft, Betriebs- und Personalräte' });
  await member.getByRole('combobox', { name: 'Arbeitgeber' }).fill('Hellwald');
  await member.getByRole('option', { name: EMPLOYER }).click();
  await expect(member.getByRole('button', { name: `${EMPLOYER} entfernen` })).toBeVisible();
  await member.getByLabel('Was sie tut, in einem Satz').fill('Gewählte Vertretung der Beschäftigten.');
  await member.getByLabel('Ort', { exact: true }).fill('Harkenrode');
  await member.getByLabel('Was Sie dort sind').fill('Vorsitzende');
  await member.getByLabel('Wie wir das prüfen können').fill('Rufen Sie das Büro des Betriebsrats an.');
  await expectNoSidewaysScroll(member);
  await expectAccessible(member);
  await member.getByRole('button', { name: 'Zur Prüfung geben' }).click();
  const own = member.getByRole('listitem').filter({ hasText: RAT });
  await expect(own).toContainText(`Interessenvertretung bei ${EMPLOYER}`);

  const coordinator = await browserOf(browser, 'meryem.arslan');
  await coordinator.goto('/koordination/organisationen');
  const waiting = coordinator.getByRole('listitem').filter({ hasText: `Robin Rat möchte ${RAT} eintragen` });
  await expect(waiting.getByRole('link', { name: EMPLOYER })).toBeVisible();
  await expectAccessible(coordinator);
  await waiting.getByRole('button', { name: /^Bestätigen/ }).click();
  await coordinator.getByRole('dialog').getByRole('radio', { name: 'Durch einen Anruf' }).check();
  await coordinator.getByLabel('Was Sie geprüft haben').fill('Telefonat mit dem Büro.');
  await coordinator.getByRole('dialog').getByRole('button', { name: 'Bestätigen' }).click();
  await expect(coordinator.getByText(`Robin Rat verwaltet jetzt ${RAT} und bekommt eine Mail.`)).toBeVisible();

  // The session ended with the new rights.
  await member.setViewportSize({ width: 1280, height: 860 });
  await enter(member, { name: RAT, email });
  await member.goto('/konto/organisationen');
  await own.getByRole('link', { name: 'Steckbrief öffnen' }).click();
  await expect(member.getByRole('heading', { level: 1, name: RAT })).toBeVisible();
  await expect(member.getByRole('link', { name: 'Steckbrief bearbeiten' })).toBeVisible();
  await expectNoSidewaysScroll(member);
  await member.getByRole('main').getByRole('link', { name: EMPLOYER }).click();
  await expect(member.getByRole('heading', { level: 1, name: EMPLOYER })).toBeVisible();
  await expect(member.getByRole('main').getByRole('link', { name: RAT })).toBeVisible();
  // It has no right over its employer, nor has that one over it.
  await expect(member.getByRole('link', { name: 'Steckbrief bearbeiten' })).toHaveCount(0);
  const employer = await browserOf(browser, 'katrin.vossebrink');
  await employer.goto('/akteure/spedition-hellwald');
  await expect(employer.getByRole('link', { name: 'Steckbrief bearbeiten' })).toBeVisible();
  await employer.getByRole('main').getByRole('link', { name: RAT }).click();
  await expect(employer.getByRole('heading', { level: 1, name: RAT })).toBeVisible();
  await expect(employer.getByRole('link', { name: 'Steckbrief bearbeiten' })).toHaveCount(0);
});
