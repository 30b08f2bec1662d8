import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from './journey';
import { day, expectNothingLive, LONG, look, SHORT, TINY, watched, type Watched } from './markup';
import { serverOfThisFile } from './own-server';

const server = serverOfThisFile();

/** A cell as spreadsheets write it. */
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

interface Sent {
  to: string;
  subject: string;
  text: string;
}

/** The newest mails, and of those the newest that leads to a page; every mail is plain text under one line. */
async function mailsOf({ writer }: Watched): Promise<Sent[]> {
  const { outgoingMails } = await writer.ask<{ outgoingMails: Sent[] }>('{ outgoingMails(first: 50) { to subject text } }');
  expect(outgoingMails.filter(({ subject }) => /[\r\n]/.test(subject))).toEqual([]);
  return outgoingMails;
}

/** The page behind the link in the newest mail that holds all these words. */
async function pageIn(administrator: Watched, place: 'antwort' | 'wochenmail', ...words: string[]): Promise<string> {
  const link = new RegExp(`https?://\\S+/${place}/\\S+`);
  const mail = (await mailsOf(administrator)).find(
    ({ subject, text }) => link.test(text) && words.every((word) => `${subject}\n${text}`.includes(word)),
  );
  return new URL(link.exec(mail?.text ?? '')![0]).pathname;
}

test('markup in an answer by mail, a draft, a request for a contact and a mandate does nothing', async ({ browser }) => {
  test.setTimeout(180_000);
  const author = await watched(browser, server, 'katrin.vossebrink');
  const partner = await watched(browser, server, 'tilo.brandhoff');
  const editor = await watched(browser, server, 'lena.ohlendiek');
  const coordinator = await watched(browser, server, 'meryem.arslan');
  const administrator = await watched(browser, server, 'ulrike.tamm');
  const stranger = await watched(browser, server, null);
  const [own, other, house] = [await author.writer.ownActor(), await partner.writer.ownActor(), await editor.writer.ownActor()];
  const words = { title: SHORT, kind: 'PROJECT', summary: SHORT, nextStep: SHORT, description: LONG, wanted: [{ text: SHORT }] };

  const proposal = { ...words, leadId: own.id, partnerIds: [other.id], deadlineOn: day(20), onDecline: 'ABANDON' };
  await author.writer.write('proposeInitiative', proposal);
  const question = await pageIn(administrator, 'antwort', SHORT, 'gemeinsame');
  await look(stranger, question, SHORT);
  await stranger.page.getByRole('radio', { name: /^Ja, aber/ }).check();
  await stranger.page.getByLabel('Was soll sich ändern?').fill(LONG.slice(0, 900));
  await stranger.page.getByRole('button', { name: 'Antwort senden' }).click();
  await expect(stranger.page.getByText('Danke. Ihre Änderung ist angekommen', { exact: false })).toBeVisible();
  await expectNothingLive(stranger, question);

  await editor.writer.write('registerInitiative', { ...words, leadId: house.id, begun: true });
  const release = await pageIn(administrator, 'antwort', SHORT, 'Freigabe');
  await look(stranger, release, SHORT);
  await stranger.page.getByRole('radio', { name: /^Ja/ }).check();
  await stranger.page.getByLabel('Ihr Name').fill(SHORT);
  await stranger.page.getByRole('button', { name: 'Um ein Mandat bitten' }).click();
  await expect(stranger.page.getByText(/Ihre Bitte um ein Mandat ist angekommen/)).toBeVisible();

  const request = { name: SHORT, organisation: SHORT, message: LONG.slice(0, 900), email: 'kim@beispiel.example' };
  await stranger.writer.write('requestContact', { ...request, toActorId: own.id });
  await look(stranger, await pageIn(administrator, 'antwort', SHORT, 'kim@beispiel.example'), SHORT);
  // Where nobody acts for the organisation, the coordination is asked.
  const { actor: silent } = await stranger.writer.ask<{ actor: { id: string } }>('{ actor(slug: "giesserei-nordkamp-gmbh") { id } }');
  await stranger.writer.write('requestContact', { ...request, toActorId: silent.id });

  await look(coordinator, '/koordination', SHORT);
  await look(administrator, '/verwaltung', SHORT);
  const slugs = await author.writer.ask<{ initiatives: { edges: { node: { slug: string } }[] } }>(
    '{ initiatives(first: 100, filter: { states: [PROPOSED] }) { edges { node { slug } } } }',
  );
  const slug = slugs.initiatives.edges.map(({ node }) => node.slug).find((each) => /onerror/.test(each))!;
  await look(author, `/vorhaben/${slug}`, 'Möchte ändern: <script>ran()</script>');
});

test('markup in a pasted table does nothing, neither in the preview nor once it is entered', async ({ browser }) => {
  const author = await watched(browser, server, 'tilo.brandhoff');
  const { page } = author;
  await page.goto('/vorhaben/einfuegen');
  const heads = ['Titel', 'Kurz', 'Von', 'Art', 'Handlungsfelder', 'Gesucht', 'Budget', 'Beschreibung', TINY];
  const bad = [SHORT, SHORT, TINY, TINY, TINY, SHORT, TINY, LONG.replaceAll('\n\n', ' '), SHORT];
  const good = [SHORT, SHORT, '', '', '', SHORT, '', LONG.replaceAll('\n\n', ' '), SHORT];
  await page.getByLabel('Zeilen aus der Tabelle').fill([heads, bad, good].map((row) => row.map(quoted).join('\t')).join('\n'));
  await expect(page.getByText('Bereit: 1. Zu ändern: 1.')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: `„${TINY}“ ist kein Tag und kein Monat.` })).toBeVisible();
  await expectNothingLive(author, 'the preview');
  await page.getByRole('button', { name: 'Ein Vorhaben eintragen' }).click();
  await expect(page.getByText('Ein Vorhaben ist eingetragen.')).toBeVisible();
  await expectNothingLive(author, 'after the table was entered');
});

test('markup in imported tables does nothing on the pages of their region', async ({ browser }) => {
  test.setTimeout(120_000);
  const tables = join(server.dataFolder, 'tables');
  mkdirSync(tables);
  const write = (name: string, rows: string[][]) =>
    writeFileSync(join(tables, `${name}.csv`), rows.map((row) => `${row.map(quoted).join(',')}\n`).join(''));
  const escape = '\u001b[2J\u0007';
  const place = { sector: 'PRC', country: TINY, city: TINY };
  write('actors', [
    ['actor_id', 'name', 'short_name', ...Object.keys(place)],
    ['A1', SHORT, TINY, ...Object.values(place)],
    ['A2', `${SHORT}${escape}`, TINY, ...Object.values(place)],
    ['A3', SHORT, TINY, `${TINY}${escape}`, TINY, TINY],
  ]);
  write('projects', [
    ['project_id', 'acronym', 'title', 'text', 'topics', 'programme', 'scheme', 'call', 'start_date'],
    ['P1', TINY, SHORT, LONG, SHORT, SHORT, SHORT, SHORT, '2015-01-01'],
    ['P2', TINY, SHORT, LONG, SHORT, SHORT, SHORT, SHORT, `${TINY}${escape}`],
  ]);
  write('participations', [
    ['project_id', 'actor_id', 'role'],
    ['P1', 'A1', 'coordinator'],
    ['P1', 'A2', 'participant'],
    ['P1', 'A3', `${SHORT}${escape}`],
  ]);
  const told = execFileSync('node', [resolve(import.meta.dirname, '../dist/api/main.js'), 'import', tables, '--region', 'fremde'], {
    env: { ...process.env, DATA_FOLDER: server.dataFolder, LOG_LEVEL: 'warn' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  expect(told).toContain('2 new');
  expect(told).toContain(TINY);
  // Signs that a terminal would obey.
  expect(told).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f]/);

  // The server looks for new regions every few seconds.
  const regions = async () => (await fetch(`${server.address}/config.json`)).text();
  await expect.poll(regions, { timeout: 30_000 }).toContain('"fremde"');

  const visitor = await watched(browser, server, null);
  const found = await visitor.writer.ask<Record<'actors' | 'initiatives', { edges: { node: { slug: string } }[] }>>(
    '{ actors(first: 5) { edges { node { slug } } } initiatives(first: 5) { edges { node { slug } } } }',
    {},
    'fremde',
  );
  const [actor, initiative] = [found.actors.edges[0]!.node.slug, found.initiatives.edges[0]!.node.slug];
  for (const path of ['akteure', `akteure/${actor}`, 'vorhaben', `vorhaben/${initiative}`]) await look(visitor, `/r/fremde/${path}`, SHORT);
  await look(visitor, '/r/fremde/netzwerk?ansicht=liste', TINY);
  for (const path of ['', 'netzwerk', `netzwerk?akteur=${actor}`]) await look(visitor, `/r/fremde/${path}`);
});

test('markup does nothing in what is told to those who follow, in the feed, and to those who look after the system', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const author = await watched(browser, server, 'katrin.vossebrink');
  const reader = await watched(browser, server, 'ole.steinhauer');
  const administrator = await watched(browser, server, 'ulrike.tamm');
  const visitor = await watched(browser, server, null);
  const own = await author.writer.ownActor();

  await reader.writer.act('follow', { type: 'ACTOR', targetId: own.id });
  const initiative = { title: SHORT, kind: 'PROJECT', summary: SHORT, leadId: own.id, begun: true };
  const initiativeId = await author.writer.write('registerInitiative', initiative);
  const promise = { actorId: own.id, initiativeId, text: `${SHORT} ]]> &lt; \u0001\u000b\ufffe`, dueOn: day(1) };
  const commitmentId = await author.writer.write('promiseForInitiative', { ...promise, id: randomUUID() });
  await reader.writer.act('follow', { type: 'INITIATIVE', targetId: initiativeId });
  await reader.writer.act('follow', { type: 'COMMITMENT', targetId: commitmentId });
  await look(reader, '/folgen', SHORT);

  await server.sql(`INSERT INTO pgboss.job (name, data) VALUES ('notices.digest', '{}')`);
  await expect
    .poll(async () => (await mailsOf(administrator)).some(({ text }) => text.includes('/wochenmail/')), { timeout: 30_000 })
    .toBe(true);
  await look(visitor, await pageIn(administrator, 'wochenmail', SHORT));
  await visitor.page.getByRole('button', { name: 'Keine Wochenmail mehr' }).click();
  await expect(visitor.page.getByText('Erledigt: Es kommt keine Wochenmail mehr.')).toBeVisible();

  await server.sql(`UPDATE reader SET seen_at = now() - interval '1 hour', seen_before_at = now() - interval '1 day'`);
  await look(reader, '/', SHORT);
  await expect(reader.page.getByRole('region', { name: 'Seit Ihrem letzten Besuch' })).toContainText(SHORT);
  await look(visitor, '/zusagen', SHORT);

  const entries = await visitor.page.evaluate(async (id) => {
    const text = await (await fetch(`/daten/zusagen/harkenrode.atom?zusage=${id}`)).text();
    const feed = new DOMParser().parseFromString(text, 'application/xml');
    if (feed.querySelector('parsererror')) return [{ html: feed.documentElement.textContent, parts: -1, text: '' }];
    return [...feed.querySelectorAll('title[type="html"], content')].map(({ textContent: html }) => {
      const { body } = new DOMParser().parseFromString(html, 'text/html');
      return { html, parts: body.childElementCount, text: body.textContent };
    });
  }, commitmentId);
  expect(entries.length).toBeGreaterThan(0);
  expect(entries.filter(({ parts }) => parts !== 0)).toEqual([]);
  expect(entries[0]!.text).toContain(`${SHORT} ]]> &lt;`);

  await server.sql(
    `INSERT INTO outbox (aggregate, aggregate_id, region_id, attempts, set_aside_at, error)
     SELECT $1, gen_random_uuid(), id, 5, now(), $1 FROM region`,
    [SHORT],
  );
  await look(administrator, '/systemzustand', SHORT);
});
