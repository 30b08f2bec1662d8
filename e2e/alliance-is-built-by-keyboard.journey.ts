import { expect, test } from './journey';
import { press, tabTo, write } from './keyboard';
import { serverOfThisFile } from './own-server';

const QUESTION = 'Wie werden aus Pflegehelfer:innen Fachkräfte, ohne dass der Lohn ausfällt?';
const NAME = 'Lernen im Dienst';

const server = serverOfThisFile();

test('from signing in to inviting, and on to answering, an alliance is built with the keyboard alone', async ({ browser }) => {
  test.setTimeout(240_000);
  const signedIn = async (person: string) => {
    const page = await (await browser.newContext({ baseURL: server.address })).newPage();
    await page.goto('/anmelden');
    await write(page, page.getByLabel('E-Mail'), `${person}@harkenrode.example`);
    await write(page, page.getByLabel('Passwort', { exact: true }), 'knotenpunkt-demo');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/$/);
    return page;
  };
  const page = await signedIn('meryem.arslan');

  await test.step('to the question, and to its builder', async () => {
    await press(page, page.getByRole('link', { name: 'Herausforderungen', exact: true }));
    await press(page, page.getByRole('link', { name: QUESTION }));
    await press(page, page.getByRole('link', { name: 'Allianz bauen' }));
    await expect(page.getByRole('list', { name: 'Vorschläge für den Tisch' }).locator('> li')).toHaveCount(3);
  });

  const rows = page.getByRole('table', { name: /Wer am Tisch sitzen soll/ }).getByRole('rowheader');
  await test.step('another proposal is taken, and one of its members taken from the table', async () => {
    await press(page, page.getByRole('button', { name: 'Mit Vorschlag 2 beginnen' }));
    const before = await rows.count();
    await press(page, page.getByRole('button', { name: / tauschen$/ }).last());
    await press(page, page.getByRole('button', { name: / vom Tisch nehmen$/ }));
    await expect(rows).toHaveCount(before - 1);
  });
  await test.step('it is told what it is for and who brings what, and all are asked', async () => {
    await write(page, page.getByLabel('Name der Allianz'), NAME);
    await write(page, page.getByLabel('Was sie bis wann erreichen will'), 'Bis zum Herbst lernen zwölf Helfer:innen im Dienst.');
    for (const fields of await page
      .getByRole('group', { name: /./ })
      .filter({ has: page.getByLabel('Was sie beiträgt') })
      .all()) {
      await write(page, fields.getByLabel('Was sie beiträgt'), 'Hält jede Woche einen Vormittag frei.');
      await tabTo(page, fields.getByLabel('Bis wann'));
      // The same day whether a browser asks for the day or for the month first.
      await page.keyboard.type('09092099');
    }
    await press(page, page.getByRole('button', { name: /^\d Mitglieder einladen$/ }));
    const dialog = page.getByRole('dialog');
    await press(page, dialog.getByRole('button', { name: /^\d Mitglieder einladen$/ }));
    await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
    await expect(page.getByText('Noch nicht zu bilden')).toBeVisible();
  });

  await test.step('one of those asked answers', async () => {
    const member = await signedIn('ole.steinhauer');
    await press(member, member.getByRole('listitem').filter({ hasText: NAME }).getByRole('link', { name: 'Antworten' }));
    await tabTo(member, member.getByRole('radio').first());
    await member.keyboard.press('Space');
    await expect(member.getByRole('radio', { name: /^Ja Wir stimmen/ })).toBeChecked();
    await press(member, member.getByRole('button', { name: 'Antworten', exact: true }));
    await expect(member.getByText('Ihre Antwort ist eingetragen.')).toBeVisible();
    await expect(page.getByText(/^1 von 5/).first()).toBeVisible();
  });
  await page.screenshot({ path: '/tmp/kb.png', fullPage: true });
});
