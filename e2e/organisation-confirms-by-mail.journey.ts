import { expect, test } from './journey';
import { browserOf, expectAccessible, expectNoSidewaysScroll } from './people';
import { linksIn } from './mails';

test('an organisation whose entries are old is asked by its coordination, confirms by a link on a phone, leaves and comes back', async ({
  browser,
}) => {
  const [coordinator, administrator, visitor, asked] = [
    await browserOf(browser, 'meryem.arslan'),
    await browserOf(browser, 'ulrike.tamm'),
    await browserOf(browser, null),
    await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage(),
  ];
  const age = /zuletzt bestätigt vor \d+ Monaten/;
  await visitor.goto('/akteure/dachdeckerbetrieb-steilberg');
  await expect(visitor.getByText(age).first()).toBeVisible();
  await visitor.goto('/akteure?suche=Steilberg');
  await expect(visitor.getByText(age)).toBeVisible();
  await expectAccessible(visitor);

  await coordinator.goto('/koordination');
  await coordinator.getByRole('link', { name: 'Lange nicht bestätigt' }).click();
  await expect(coordinator.getByRole('heading', { level: 1, name: 'Was lange nicht bestätigt ist' })).toBeVisible();
  await expectAccessible(coordinator);
  const museum = coordinator.getByRole('checkbox', { name: /Museum Alte Hammerschmiede.*Ohne Antwort/ });
  const roofer = coordinator.getByRole('checkbox', { name: /Dachdeckerbetrieb Steilberg.*Noch nicht gefragt/ });
  await museum.check();
  await roofer.check();
  await coordinator.getByRole('button', { name: 'Bei allen nachfragen' }).click();
  await expect(coordinator.getByText('2 Organisationen sind gefragt.')).toBeVisible();
  await expect(coordinator.getByRole('checkbox', { name: /Dachdeckerbetrieb Steilberg.*Antwort steht aus/ })).toBeDisabled();

  // Three links, each for one answer; opening them decides nothing.
  const [right, change, archive] = await linksIn(administrator, 'stimmt-noch', 'Stimmt noch, was über Dachdeckerbetrieb Steilberg');
  await asked.goto(archive!);
  await expect(asked.getByRole('button', { name: 'Aus dem Verzeichnis nehmen' })).toBeVisible();
  await expectAccessible(asked);
  await asked.goto(change!);
  await asked.getByRole('link', { name: 'Anmelden und ändern' }).click();
  await expect(asked).toHaveURL(/\/anmelden\?zurueck=.*bearbeiten/);
  await asked.goto(right!);
  await expect(asked.getByRole('heading', { level: 1, name: 'Stimmt noch, was hier steht?' })).toBeVisible();
  await expect(asked.getByText('Schnuppertage auf dem Dach')).toBeVisible();
  await expectAccessible(asked);
  await expectNoSidewaysScroll(asked);
  await asked.getByRole('button', { name: 'Ja, das stimmt noch' }).click();
  await expect(asked.getByText('Danke. Alles ist als heute bestätigt eingetragen.')).toBeVisible();
  await expectAccessible(asked);
  await visitor.goto('/akteure/dachdeckerbetrieb-steilberg');
  await expect(visitor.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(visitor.getByText(age)).toHaveCount(0);
  await asked.goto(archive!);
  await expect(asked.getByText('Das ist beantwortet', { exact: false })).toBeVisible();
  await expect(asked.getByRole('button', { name: 'Aus dem Verzeichnis nehmen' })).toHaveCount(0);

  // Another one leaves by its link, and comes back by it.
  const leaves = (await linksIn(administrator, 'stimmt-noch', 'Stimmt noch, was über Museum Alte Hammerschmiede'))[2]!;
  await asked.goto(leaves);
  await asked.getByRole('button', { name: 'Aus dem Verzeichnis nehmen' }).click();
  await expect(asked.getByText('Erledigt: Museum Alte Hammerschmiede ist nicht mehr im Verzeichnis.')).toBeVisible();
  await expectAccessible(asked);
  await visitor.goto('/akteure?suche=Hammerschmiede');
  await expect(visitor.getByText(/Dazu passt hier zurzeit kein Akteur/)).toBeVisible();
  await coordinator.reload();
  await expect(coordinator.getByRole('button', { name: 'Museum Alte Hammerschmiede wieder aufnehmen' })).toBeVisible();
  await expectNoSidewaysScroll(coordinator);
  await asked.getByRole('button', { name: 'Rückgängig machen' }).click();
  await expect(asked.getByText('Museum Alte Hammerschmiede ist wieder im Verzeichnis.')).toBeVisible();
  await visitor.reload();
  await expect(visitor.getByRole('link', { name: 'Museum Alte Hammerschmiede' })).toBeVisible();
});

test('an organisation looks at what changed, compares two versions, and goes back', async ({ browser }) => {
  const own = await browserOf(browser, 'katrin.vossebrink');
  await own.goto('/akteure/spedition-hellwald/bearbeiten');
  const line = own.getByLabel('Wer Sie sind, in einer Zeile');
  const before = await line.inputValue();
  await line.fill(`${before} Seit Neuestem auch nachts.`);
  await own.getByRole('button', { name: 'Steckbrief speichern' }).click();
  await expect(own).toHaveURL(/\/akteure\/spedition-hellwald$/);
  await own.getByRole('link', { name: 'Verlauf' }).click();
  await expect(own.getByRole('heading', { level: 1, name: 'Verlauf' })).toBeVisible();
  await expect(own.getByRole('row', { name: /Steckbrief geändert: .*Wer Sie sind, in einer Zeile.*Katrin Vossebrink/ })).toBeVisible();
  await expect(own.locator('ins', { hasText: 'Seit Neuestem auch nachts.' })).toBeVisible();
  await expectAccessible(own);
  await own.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(own);
  await expectAccessible(own);
  await own.getByRole('button', { name: /^Zu Fassung \d+ zurückkehren$/ }).click();
  await expectAccessible(own);
  await own.getByRole('button', { name: 'Zurückkehren', exact: true }).click();
  await expect(own.getByText(/Jetzt gilt wieder, was in Fassung \d+ stand/)).toBeVisible();
  await expect(own.getByText('Zu einer früheren Fassung zurückgekehrt')).toBeVisible();
  await own.goto('/akteure/spedition-hellwald');
  await expect(own.getByText(before, { exact: true })).toBeVisible();
});
