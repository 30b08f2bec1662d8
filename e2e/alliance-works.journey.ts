import { randomUUID } from 'node:crypto';
import { expect, test, type Browser, type Page } from './journey';
import { day, watched, type Writer } from './markup';
import { serverOfThisFile } from './own-server';
import { expectAccessible, expectNoSidewaysScroll } from './people';

// Alliances come and go here, which others count.
const server = serverOfThisFile();

const TITLE = 'Wer lernt, verdient weiter';
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n');
const [CHAMBER, OLD_HANDS, UTILITY] = ['marek.dudzik', 'bernd.hasselkamp', 'sevgi.rautenberg'] as const;

/** An alliance of two that is formed; its address. */
async function formed(chamber: Writer, oldHands: Writer, coordinator: Writer): Promise<string> {
  const members = [await chamber.ownActor(), await oldHands.ownActor()];
  const { challenges } = await coordinator.ask<{ challenges: { edges: { node: { id: string } }[] } }>(
    '{ challenges(first: 1, filter: { states: [PUBLISHED], search: "Pflegehelfer" }) { edges { node { id } } } }',
  );
  const id = randomUUID();
  await coordinator.act('draftAlliance', {
    ...{ id, challengeId: challenges.edges[0]!.node.id, title: TITLE, purpose: 'Zehn fangen im Herbst an.' },
    members: members.map((actor) => ({ actorId: actor.id, commitment: 'Stellt zwei Tage frei.', dueOn: day(60) })),
  });
  await coordinator.act('inviteToAlliance', { id, expectedVersion: 1, deadlineOn: day(20), onDecline: 'ABANDON' });
  for (const [at, writer] of [chamber, oldHands].entries())
    await writer.act('answerAllianceInvitation', { id, actorId: members[at]!.id, roundVersion: 1, answer: 'YES' });
  await coordinator.act('formAlliance', { id, expectedVersion: 4, nameGaps: true, gapsNote: '', employeesNote: 'Wir fragen im Herbst.' });
  const { alliances } = await coordinator.ask<{ alliances: { edges: { node: { id: string; slug: string } }[] } }>(
    '{ alliances(first: 50) { edges { node { id slug } } } }',
  );
  return `/allianzen/${alliances.edges.find(({ node }) => node.id === id)!.node.slug}`;
}

/** The part of the page with this heading. */
const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
}

/** Confirms what somebody else wrote down, for the one organisation the person acts for. */
async function confirm(page: Page, list: string, text: string): Promise<void> {
  const entry = part(page, list).getByRole('listitem').filter({ hasText: text });
  await entry
    .getByRole('button', { name: /^Bestätigen für/ })
    .first()
    .click();
  await expect(entry.getByRole('button', { name: /^Bestätigen für/ })).toHaveCount(0);
}

async function person(browser: Browser, key: string | null) {
  return watched(browser, server, key);
}

test('a member comes with consent, decisions and results are confirmed, papers stay with members, and one leaves', async ({ browser }) => {
  test.setTimeout(240_000);
  const chamber = await person(browser, CHAMBER);
  const oldHands = await person(browser, OLD_HANDS);
  const utility = await person(browser, UTILITY);
  const visitor = await person(browser, null);
  const address = await formed(chamber.writer, oldHands.writer, (await person(browser, 'meryem.arslan')).writer);

  await test.step('a member proposes another one; nobody else sees that', async () => {
    const { page } = chamber;
    await open(page, address);
    await page.getByRole('button', { name: 'Organisation dazuholen …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Wer soll dazukommen?' }).fill('Stadtwerke');
    await page.getByRole('option', { name: 'Stadtwerke Ostwalden' }).click();
    await dialog.getByLabel('Was soll diese Organisation beitragen?').fill('Zahlt den Lohn in der Lernzeit.');
    await dialog.getByLabel('Warum soll sie dazukommen?').fill('Ohne sie reicht das Geld nicht.');
    await dialog.getByLabel('Bis wann').fill(day(90));
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Alle fragen' }).click();
    await expect(part(page, 'Kommt Stadtwerke Ostwalden dazu?')).toBeVisible();
    await open(visitor.page, address);
    await expect(visitor.page.getByText('Stadtwerke')).toHaveCount(0);
  });

  await test.step('it joins when it and all members have said yes', async () => {
    for (const { page } of [oldHands, utility]) {
      await open(page, address);
      await page.getByRole('radio', { name: /^Ja Wir stimmen/ }).check();
      await page.getByRole('button', { name: 'Antworten', exact: true }).click();
      await expect(page.getByText('Ihre Antwort ist eingetragen.')).toBeVisible();
    }
    await open(visitor.page, address);
    await expect(part(visitor.page, 'Wer was zusagt, bis wann').getByText(/^dabei seit/)).toBeVisible();
  });

  await test.step('a decision is entered, and is public when each has confirmed it', async () => {
    const { page } = chamber;
    await open(page, address);
    await page.getByRole('button', { name: 'Beschluss festhalten' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Was ist beschlossen?').fill('Gelernt wird dienstags.');
    await dialog.getByRole('radio', { name: /^alle/ }).check();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Festhalten' }).click();
    await expect(part(page, 'Beschlüsse').getByText('noch nicht bestätigt (1 von 3)')).toBeVisible();
    await open(oldHands.page, address);
    await confirm(oldHands.page, 'Beschlüsse', 'Gelernt wird dienstags.');
    await open(visitor.page, address);
    await expect(visitor.page.getByText('Gelernt wird dienstags.')).toHaveCount(0);
    await open(utility.page, address);
    await confirm(utility.page, 'Beschlüsse', 'Gelernt wird dienstags.');
    await expect(part(visitor.page, 'Beschlüsse').getByText('Gelernt wird dienstags.')).toBeVisible();
  });

  await test.step('minutes and a document are read by members, not by a visitor', async () => {
    const { page } = chamber;
    await page.getByRole('button', { name: 'Protokoll schreiben' }).click();
    const minutes = page.getByRole('dialog');
    await minutes.getByLabel('Wo', { exact: true }).fill('online');
    await minutes.getByLabel('Was wurde besprochen?').fill('Der Plan steht.\n\nDie Räume fehlen noch.');
    await minutes.getByLabel('Nächstes Treffen').fill(day(21));
    await minutes.getByRole('button', { name: 'Festhalten' }).click();
    await expect(part(page, 'Protokolle').getByText('Die Räume fehlen noch.')).toBeVisible();
    await page.getByRole('button', { name: 'Dokument dazulegen' }).click();
    const paper = page.getByRole('dialog');
    await paper.getByLabel('Titel').fill('Stundenplan');
    await paper.locator('input[type=file]').setInputFiles({ name: 'plan.pdf', mimeType: 'application/pdf', buffer: PDF });
    await expect(paper.getByText('Bereit: plan.pdf')).toBeVisible();
    await expectAccessible(page);
    await paper.getByRole('button', { name: 'Dazulegen' }).click();
    const link = part(page, 'Dokumente').getByRole('link', { name: 'Stundenplan' });
    await expect(link).toBeVisible();
    const file = (await link.getAttribute('href'))!;
    await open(visitor.page, address);
    for (const text of ['Stundenplan', 'Die Räume fehlen noch.']) await expect(visitor.page.getByText(text)).toHaveCount(0);
    const status = async ({ page: of }: typeof chamber) => (await of.context().request.get(file)).status();
    expect(await Promise.all([oldHands, visitor].map(status))).toEqual([200, 404]);
    const calendar = await visitor.page.context().request.get(`/daten/allianzen/harkenrode/${address.split('/').at(-1)!}.ics`);
    expect(await calendar.text()).toContain(day(21).replaceAll('-', ''));
  });

  await test.step('a result is confirmed by all, and found by everybody', async () => {
    const { page } = utility;
    await open(page, address);
    await page.getByRole('button', { name: 'Ergebnis festhalten' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Was hat sich geändert?').fill('Zehn haben angefangen. Vorher war es niemand.');
    await dialog.getByLabel('Für wen?').fill('Pflegehelfer:innen');
    await dialog.getByRole('button', { name: 'Festhalten' }).click();
    for (const each of [chamber, oldHands]) {
      await open(each.page, address);
      await confirm(each.page, 'Ergebnisse und Erfahrungen', 'Zehn haben angefangen.');
    }
    await visitor.page.goto('/allianzen?zeigt=ergebnisse');
    await visitor.page.getByRole('link', { name: TITLE }).click();
    await expect(part(visitor.page, 'Ergebnisse und Erfahrungen').getByText('Zehn haben angefangen.')).toBeVisible();
    await visitor.page.getByRole('link', { name: /^Wie werden aus Pflegehelfer/ }).click();
    await expect(visitor.page.getByText('Zehn haben angefangen. Vorher war es niemand.')).toBeVisible();
  });

  await test.step('one leaves and gives its Zusage back, and another takes it on', async () => {
    const { page } = oldHands;
    await page.getByRole('button', { name: 'Ausscheiden …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Warum?').fill('Uns fehlen die Leute.');
    await dialog.getByRole('checkbox', { name: /Stellt zwei Tage frei/ }).check();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Ausscheiden', exact: true }).click();
    await expect(part(page, 'Nicht mehr dabei').getByText('Uns fehlen die Leute.')).toBeVisible();
    await open(chamber.page, address);
    await chamber.page.getByRole('button', { name: 'Übernehmen: Stellt zwei Tage frei.' }).click();
    await expect(chamber.page.getByText('Übernommen. Das steht jetzt unter Ihren Zusagen.')).toBeVisible();
    await open(visitor.page, address);
    await expect(part(visitor.page, 'Nicht mehr dabei').getByText(/^dabei vom/)).toBeVisible();
    await expect(part(visitor.page, 'Stand der Zusagen').getByText(/Zurückgegeben: Wir verlassen/)).toBeVisible();
    await open(chamber.page, address);
    await expectAccessible(chamber.page);
    await chamber.page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScroll(chamber.page);
  });
  expect([chamber, oldHands, utility, visitor].flatMap(({ happened }) => happened)).toEqual([]);
});
