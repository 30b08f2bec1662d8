import { expect, test } from './journey';
import { browserOf, expectAccessible } from './people';
import { answer, dayFromNow, setTable, YES } from './table';

const DECLINES = 'Logistikpark Ostwalden';
const COMES_INSTEAD = { name: 'Seniorenzentrum Am Lindenhang gGmbH', person: 'ole.steinhauer' };

const MEMBERS = [
  {
    name: 'Spedition Hellwald',
    bench: 'Wirtschaft',
    person: 'katrin.vossebrink',
    brings: 'Nennt bis Januar, wer wann aus welchem Ort kommt.',
  },
  {
    name: 'Stadtwerke Ostwalden',
    bench: 'Wirtschaft',
    person: 'sevgi.rautenberg',
    brings: 'Fährt drei Monate lang einen Bus um vier Uhr.',
  },
  { name: 'Logistikpark Ostwalden', bench: 'Wirtschaft', person: 'yusuf.erkal', brings: 'Legt eine Haltestelle an das Tor.' },
  {
    name: 'Gewerkschaftsbund',
    bench: 'Beschäftigtenseite',
    person: 'nadja.pohlmeier',
    brings: 'Fragt in den Betrieben, welche Schicht den Bus braucht.',
  },
] as const;

test('a question is published, a proposed alliance is changed, one declines, another comes, all agree, and it works until its end', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const coordinator = await browserOf(browser, 'meryem.arslan');
  const question = 'Wie kommt die Frühschicht ins Gewerbegebiet Ost, wenn um vier noch kein Bus fährt?';

  await test.step('the coordination publishes the question', async () => {
    await coordinator.goto('/koordination');
    await coordinator
      .getByRole('listitem')
      .filter({ hasText: question })
      .getByRole('button', { name: 'Veröffentlichen', exact: true })
      .click();
    await expect(coordinator.getByText('Veröffentlicht. Jetzt sehen alle diese Frage.')).toBeVisible();
    await coordinator.goto('/herausforderungen');
    await coordinator.getByRole('link', { name: question }).click();
    await coordinator.getByRole('link', { name: 'Allianz bauen' }).click();
    await expect(coordinator.getByRole('heading', { level: 1, name: question })).toBeVisible();
  });

  await test.step('it builds the table and asks all', async () => {
    // It begins with a proposal: whom the coordination wants otherwise it exchanges, or takes from the table.
    await setTable(coordinator, MEMBERS);
    await expect(coordinator.getByText('4 von 5 Stühlen besetzt.')).toBeVisible();
    await coordinator.getByRole('button', { name: '4 Mitglieder einladen' }).click();
    await expect(coordinator.getByRole('alert').getByText(/Gewerkschaftsbund.*beiträgt/)).toBeVisible();
    await coordinator.getByLabel('Name der Allianz').fill('Bus um vier');
    await coordinator.getByLabel('Was sie bis wann erreichen will').fill('Ab März kommt die Frühschicht ohne Auto zur Arbeit.');
    for (const { name, brings } of MEMBERS) {
      const fields = coordinator.getByRole('group', { name: new RegExp(`^${name}`) });
      await fields.getByLabel('Was sie beiträgt').fill(brings);
      await fields.getByLabel('Bis wann').fill(dayFromNow(90));
    }
    const bus = coordinator.getByRole('group', { name: /^Stadtwerke Ostwalden/ });
    await bus.getByLabel('Art des Beitrags').selectOption('Geld');
    await bus.getByLabel('Wie viel Euro').fill('12.000');
    await bus.getByLabel('Ab wann').fill(dayFromNow(30));
    await expectAccessible(coordinator);
    await coordinator.getByRole('button', { name: '4 Mitglieder einladen' }).click();
    const dialog = coordinator.getByRole('dialog');
    await expect(dialog.getByText(/Noch leer: Verwaltung/)).toBeVisible();
    await expectAccessible(coordinator);
    await dialog.getByRole('button', { name: '4 Mitglieder einladen' }).click();
    await expect(coordinator).toHaveURL(/\/allianzen\/bus-um-vier$/);
    await expect(coordinator.getByText('Noch nicht zu bilden')).toBeVisible();
  });

  await test.step('one declines, and another takes the place', async () => {
    await answer(browser, 'katrin.vossebrink', 'Bus um vier', YES);
    await answer(browser, 'yusuf.erkal', 'Bus um vier', /^Nein/);
    // Who could come is found at once for what is missing now; whoever is known by name is asked all the same.
    const empty = coordinator.getByRole('region', { name: 'Ersatz für leere Stühle' });
    await expect(empty.getByText(`${DECLINES} hat abgesagt`)).toBeVisible();
    await empty
      .getByRole('button', { name: / einladen$/ })
      .first()
      .click();
    await expect(coordinator.getByRole('dialog').getByText(/^Statt dessen kommt/)).toBeVisible();
    await expect(coordinator.getByRole('dialog').getByLabel('Was trägt diese Organisation bei?')).toHaveValue(
      'Legt eine Haltestelle an das Tor.',
    );
    await coordinator.getByRole('dialog').getByRole('button', { name: 'Abbrechen' }).click();
    await expectAccessible(coordinator);
    await empty.getByRole('button', { name: 'Nach Namen suchen …' }).click();
    const dialog = coordinator.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Wer kommt statt dessen?' }).fill('Am Lindenhang');
    await coordinator.getByRole('option', { name: COMES_INSTEAD.name }).click();
    await dialog.getByLabel('Was trägt diese Organisation bei?').fill('Legt den Frühdienst auf die Ankunft des Busses.');
    await expectAccessible(coordinator);
    await dialog.getByRole('button', { name: 'Ersetzen und alle fragen' }).click();
    await expect(coordinator.getByText('Fassung 2').first()).toBeVisible();
  });

  await test.step('each organisation answers the new version by itself, and nothing is formed before', async () => {
    const visitor = await browserOf(browser, null);
    const members = [...MEMBERS.filter(({ name }) => name !== DECLINES).map(({ person }) => person), COMES_INSTEAD.person];
    for (const person of members) {
      await visitor.goto('/allianzen/bus-um-vier');
      await expect(visitor.getByRole('heading', { level: 1, name: 'Bus um vier' })).toHaveCount(0);
      await answer(browser, person, 'Bus um vier', YES);
    }
    await visitor.context().close();
  });

  await test.step('a gap is named where everybody can read it', async () => {
    // The answers arrive by themselves.
    await expect(coordinator.getByText(/Auf einer Bank sitzen 0 von mindestens 1 \(Verwaltung\)/)).toBeVisible();
    await coordinator.getByRole('button', { name: 'Allianz bilden' }).click();
    const dialog = coordinator.getByRole('dialog');
    await dialog.getByLabel('Trotzdem bilden und die Lücke öffentlich nennen').check();
    await dialog.getByLabel(/Warum geht es trotzdem/).fill('Mit dem Amt sprechen wir im Frühjahr weiter.');
    await dialog.getByRole('button', { name: 'Allianz bilden' }).click();
    const visitor = await browserOf(browser, null);
    await expect(coordinator.getByText('Was fehlt: Verwaltung: 0 von 1')).toBeVisible();
    await visitor.goto('/allianzen/bus-um-vier');
    await expect(visitor.getByText('Mit dem Amt sprechen wir im Frühjahr weiter.')).toBeVisible();
    await expect(visitor.getByRole('region', { name: 'Stand der Zusagen' }).getByRole('listitem')).toHaveCount(4);
    await expect(visitor.getByText('Geld: 12.000 Euro').first()).toBeVisible();
    await visitor.getByRole('link', { name: 'Charta lesen und drucken' }).click();
    await expect(visitor.getByText(/Fährt drei Monate lang einen Bus um vier Uhr\. \(Geld: 12\.000 Euro; vom /)).toBeVisible();
    await expect(visitor.getByRole('row', { name: /Spedition Hellwald/ })).toBeVisible();
    await expect(visitor.getByText('Wie der Text entstand')).toHaveCount(0);
    await expectAccessible(visitor);
    await visitor.goto('/netzwerk?akteur=seniorenzentrum-am-lindenhang-ggmbh&ansicht=liste');
    await expect(visitor.getByRole('link', { name: 'Bus um vier' }).first()).toBeVisible({ timeout: 30_000 });
    await visitor.context().close();
  });

  await test.step('a member keeps its course and says what came of it', async () => {
    const member = await browserOf(browser, 'nadja.pohlmeier');
    await member.goto('/allianzen/bus-um-vier');
    await member.getByRole('button', { name: 'Arbeit beginnt' }).click();
    await member.getByRole('button', { name: 'Meilenstein setzen' }).click();
    await member.getByLabel('Was ist dann da?').fill('Der erste Bus fährt');
    await member.getByRole('dialog').getByLabel('Bis wann').fill(dayFromNow(60));
    await member.getByRole('button', { name: 'Setzen', exact: true }).click();
    await member.getByRole('button', { name: 'Erreicht: Der erste Bus fährt' }).click();
    await expect(member.getByText(/^erreicht am/)).toBeVisible();
    await member.getByRole('button', { name: 'Abschließen …' }).click();
    await member.getByLabel('Was ist daraus geworden?').fill('Die Linie fährt seit Februar. 31 Leute nutzen sie.');
    await member.getByRole('dialog').getByRole('button', { name: 'Abschließen', exact: true }).click();
    await expect(member.getByText('Die Linie fährt seit Februar. 31 Leute nutzen sie.')).toBeVisible();
    await expectAccessible(member);
  });
});
