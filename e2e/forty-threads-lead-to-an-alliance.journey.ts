import { expect, test, type Page } from './journey';
import { fortyRows, listFile } from './lists';
import { linkIn } from './mails';
import { serverOfThisFile } from './own-server';
import { browserOf, expectAccessible } from './people';
import { answerThere, dayFromNow, setTable, YES } from './table';

const QUESTION = 'Wie werden aus Pflegehelfer:innen Fachkräfte, ohne dass der Lohn ausfällt?';
const NAME = 'Lernen im Dienst';
const PAGE = '/allianzen/lernen-im-dienst';
const BY_TELEPHONE = { name: 'Seniorenzentrum Am Lindenhang', text: 'Stellt eine Praxisanleiterin frei' };

const MEMBERS = [
  { name: 'Seniorenzentrum Am Lindenhang', bench: 'Wirtschaft', person: 'ole.steinhauer', brings: 'Hält zwölf Plätze im Dienstplan frei.' },
  { name: 'Bildungswerk Kompass', bench: 'Bildung', person: 'tilo.brandhoff', brings: 'Unterrichtet sechzig Stunden im Haus.' },
  { name: 'Gewerkschaftsbund', bench: 'Beschäftigtenseite', person: 'nadja.pohlmeier', brings: 'Klärt, wie der Lohn weiterläuft.' },
  { name: 'Alte Hasen', bench: 'Zivilgesellschaft', person: 'bernd.hasselkamp', brings: 'Begleitet jede Helferin ein Jahr lang.' },
] as const;
const [KEEPS, BRINGS_LESS, , DECLINES] = MEMBERS;
const COMES = { name: 'Jobservice Harkenrode-Süd', brings: 'Fördert die Ausfallzeiten.' };

const server = serverOfThisFile();

test('a coordinator reads in forty threads and forms an alliance from a question: one declines, one brings less, one promises by telephone, and the report says what happened', async ({
  browser,
}) => {
  test.setTimeout(360_000);
  const as = (person: string | null) => browserOf(browser, person, server.address);
  const [coordinator, administrator, visitor] = [await as('meryem.arslan'), await as('ulrike.tamm'), await as(null)];
  const say = async (person: string, answer: (page: Page) => Promise<void>) => {
    const page = await as(person);
    await page.goto(PAGE);
    await answer(page);
    await page.context().close();
  };
  const inReport = async (figure: string) => {
    await coordinator.goto('/koordination/bericht');
    const link = coordinator.locator('.report-figures a').filter({ hasText: figure }).first();
    return Number(await link.locator('span').first().innerText());
  };
  const before = { formed: await inReport('Allianzen gebildet'), overdue: await inReport('Zusagen überfällig') };

  await test.step('forty threads come in from its own list', async () => {
    await coordinator.goto('/koordination/liste');
    const rows = fortyRows();
    rows[3]![0] = 'Pflegehelfer:innen, die Fachkraft werden';
    rows[3]![1] = `Herausforderung: ${QUESTION}`;
    await coordinator.locator('input[type=file]').setInputFiles(await listFile(rows));
    await coordinator.getByRole('button', { name: '40 Fäden anlegen' }).click();
    await expect(coordinator.getByText('40 Fäden sind angelegt.')).toBeVisible();
    await coordinator.goto('/koordination/faeden?stand=offen');
    await coordinator.getByRole('searchbox').last().fill('Pflegehelfer');
    // The head, this thread and the one the region has of its own.
    await expect(coordinator.getByRole('row')).toHaveCount(3);
    await coordinator.getByRole('link', { name: 'Pflegehelfer:innen, die Fachkraft werden' }).click();
    await expect(coordinator.getByRole('heading', { level: 1, name: QUESTION })).toBeVisible();
  });

  await test.step('from the question to a table, and to asking four', async () => {
    await coordinator.getByRole('link', { name: 'Allianz bauen' }).click();
    await setTable(coordinator, MEMBERS);
    await coordinator.getByLabel('Name der Allianz').fill(NAME);
    await coordinator.getByLabel('Was sie bis wann erreichen will').fill('Bis zum Herbst lernen zwölf Helfer:innen im Dienst.');
    for (const { name, brings } of MEMBERS) {
      const fields = coordinator.getByRole('group', { name: new RegExp(`^${name}`) });
      await fields.getByLabel('Was sie beiträgt').fill(brings);
      await fields.getByLabel('Bis wann').fill(dayFromNow(90));
    }
    const teaches = coordinator.getByRole('group', { name: new RegExp(`^${BRINGS_LESS.name}`) });
    await teaches.getByLabel('Art des Beitrags').selectOption({ label: 'Personal' });
    await teaches.getByLabel('Gezählt in').selectOption({ label: 'Stunden' });
    await teaches.getByLabel('Wie viel').fill('60');
    await coordinator.getByRole('button', { name: '4 Mitglieder einladen' }).click();
    await coordinator.getByRole('dialog').getByRole('button', { name: '4 Mitglieder einladen' }).click();
    await expect(coordinator).toHaveURL(new RegExp(`${PAGE}$`), { timeout: 30_000 });
  });

  await test.step('one declines, and is replaced by somebody the product found', async () => {
    await say(DECLINES.person, (page) => answerThere(page, /^Nein/));
    const found = coordinator.getByRole('region', { name: 'Ersatz für leere Stühle' });
    await expect(found.getByText(`${DECLINES.name} e. V. hat abgesagt`)).toBeVisible();
    await found.getByRole('button', { name: `${COMES.name} einladen` }).click();
    const dialog = coordinator.getByRole('dialog');
    await dialog.getByLabel('Was trägt diese Organisation bei?').fill(COMES.brings);
    await dialog.getByRole('button', { name: 'Ersetzen und alle fragen' }).click();
    await expect(coordinator.getByText('Fassung 2').first()).toBeVisible();
  });

  await test.step('one brings less than asked: that is the next version, and all others are asked again', async () => {
    await say(BRINGS_LESS.person, async (page) => {
      await page.getByRole('radio', { name: /^Ja, aber/ }).check();
      await page.getByLabel('Wie viel').fill('40');
      await page.getByRole('button', { name: 'Antworten', exact: true }).click();
      await expect(page.getByText('Fassung 3').first()).toBeVisible();
    });
    await expect(coordinator.getByText(/Personal: 40 Stunden/).first()).toBeVisible();
    await expect(coordinator.getByText('1 von 4 haben ohne Vorbehalt zugestimmt.')).toBeVisible();
  });

  await test.step('all agree, the one that came last without an account, and it is formed with its charter', async () => {
    await say('ole.steinhauer', (page) => answerThere(page, YES));
    await say('nadja.pohlmeier', (page) => answerThere(page, YES));
    const link = await linkIn(administrator, `neue Fassung der Allianz „${NAME}“`, `${COMES.name} sagt zu`);
    const asked = await as(null);
    await asked.goto(link);
    await asked.getByRole('radio', { name: /^Ja(?!, aber)/ }).check();
    await asked.getByLabel('Ihr Name').fill('Kim Beispiel');
    await asked.getByRole('button', { name: 'Um ein Mandat bitten' }).click();
    await expect(asked.getByText(/Ihre Bitte um ein Mandat ist angekommen/)).toBeVisible();
    await coordinator.goto('/koordination');
    await coordinator.getByRole('button', { name: /^Mandat geben: Kim Beispiel/ }).click();
    await expect(coordinator.getByText('Kim Beispiel hat jetzt ein Mandat und bekommt eine Mail.')).toBeVisible();
    await asked.goto(link);
    await asked.getByRole('radio', { name: /^Ja(?!, aber)/ }).check();
    await asked.getByRole('button', { name: 'Antwort senden' }).click();
    await expect(asked.getByText(/hat zugestimmt/)).toBeVisible();
    await visitor.goto(PAGE);
    await visitor.getByRole('link', { name: 'Charta lesen und drucken' }).click();
    await expect(visitor.getByRole('table').getByRole('row')).toHaveCount(5);
    await expect(visitor.getByText(/Personal: 40 Stunden/).first()).toBeVisible();
    await expectAccessible(visitor);
  });

  // No page lets one promise for a day that is past. What follows tells the caches that something has changed.
  await server.sql(`UPDATE commitment SET due_on = current_date - 3 WHERE text = $1`, [KEEPS.brings]);

  await test.step('one more thing is promised by telephone, and counts once it is confirmed by mail', async () => {
    await coordinator.goto('/koordination');
    await coordinator.getByRole('button', { name: 'Außerhalb zugesagt eintragen' }).click();
    const dialog = coordinator.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Wer hat zugesagt?' }).fill(BY_TELEPHONE.name);
    await coordinator.getByRole('option', { name: new RegExp(BY_TELEPHONE.name) }).click();
    await dialog.getByLabel('Wozu?').selectOption({ label: `${NAME} (Allianz)` });
    await dialog.getByLabel('Was?').fill(BY_TELEPHONE.text);
    await dialog.getByLabel('Bis wann?').fill(dayFromNow(60));
    await dialog.getByRole('radio', { name: 'am Telefon' }).check();
    await dialog.getByLabel('Wer hat es gesagt?').fill('Pflegedienstleitung');
    await dialog.getByLabel('Was zeigt es?').fill('Notiz zum Telefonat');
    await dialog.getByRole('button', { name: 'Eintragen und fragen' }).click();
    const entered = coordinator
      .getByRole('region', { name: /^Außerhalb zugesagt/ })
      .getByRole('listitem')
      .filter({ hasText: BY_TELEPHONE.text });
    await expect(entered).toContainText('am Telefon');
    await visitor.goto('/zusagen');
    await expect(visitor.getByText(BY_TELEPHONE.text)).toHaveCount(0);
    const asked = await as(null);
    await asked.goto(await linkIn(administrator, NAME, BY_TELEPHONE.text));
    await asked.getByRole('radio', { name: /^Ja/ }).check();
    await asked.getByRole('button', { name: 'Antwort senden' }).click();
    await expect(asked.getByText(/hat zugestimmt/)).toBeVisible();
    await visitor.reload();
    await expect(visitor.getByRole('row').filter({ hasText: BY_TELEPHONE.text })).toContainText('am Telefon');
  });

  await test.step('what is overdue is seen by everybody', async () => {
    await expect(visitor.getByRole('row').filter({ hasText: KEEPS.brings })).toContainText('überfällig');
  });

  await test.step('the report names exactly what happened', async () => {
    expect(await inReport('Allianzen gebildet')).toBe(before.formed + 1);
    expect(await inReport('Zusagen überfällig')).toBe(before.overdue + 1);
    const report = coordinator.getByRole('main');
    await expect(report.getByText(NAME).first()).toBeVisible();
    await expect(report.getByText(KEEPS.brings).first()).toBeVisible();
  });
});
