import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page, type Response } from './journey';
import { idFrom } from '@knotenpunkt/kernel';
import { serverOfThisFile } from './own-server';
import { browserOf, expectAccessible, expectNoSidewaysScroll } from './people';

const server = serverOfThisFile();
const region = idFrom('region', 'harkenrode');
const [hellwald, hidden] = [idFrom('harkenrode', 'actor', 'a025'), randomUUID()];
/** Nobody but members may know that this organisation of another region is tied to one of here. */
const NAME = 'Verborgene Werft Hohensyburg';
const SLUG = 'verborgene-werft-hohensyburg';
const SECRET = 'Mit der Werft reden wir noch vertraulich.';
const SECRETS = [NAME, SLUG, hidden, SECRET];

/** Two organisations take part in something only members know of, and one of them is not from here. */
async function tieInSecret(): Promise<void> {
  await server.sql(
    `INSERT INTO actor SELECT (jsonb_populate_record(a, jsonb_build_object('id', $1::text, 'slug', $2::text, 'name', $3::text, 'short_name', ''))).*
     FROM actor a WHERE a.region_id = (SELECT id FROM region WHERE slug = 'dortmund') LIMIT 1`,
    [hidden, SLUG, NAME],
  );
  const node = randomUUID();
  const edge = (from: string) => ({
    ...{ id: randomUUID(), from, to: node, regionId: region, role: 'PARTNER', since: '2026-01-01', until: null },
    ...{ weight: 1, grade: 'WORKS_TOGETHER', audience: 'MEMBERS', halfLifeDays: 730 },
  });
  const actor = { id: hidden, type: 'Actor', regionId: idFrom('region', 'dortmund'), audience: 'PUBLIC', kind: 'COMPANY', themes: [] };
  const facts = {
    nodes: [actor, { id: node, type: 'Initiative', regionId: region, audience: 'MEMBERS' }],
    edges: [edge(hellwald), edge(hidden)],
  };
  await server.sql(
    `INSERT INTO graph_fact (owner_type, owner_id, region_id, version, seq, facts, audience)
     VALUES ('initiative', $1, $2, 1, nextval('graph_seq'), $3, 'MEMBERS')`,
    [node, region, JSON.stringify(facts)],
  );
}

/** Everything that comes over the wire until it is asked for, as text, and every cookie that is set. */
function listenTo(page: Page) {
  const answers: Promise<{ url: string; text: string; cookie: string | undefined }>[] = [];
  const listen = (response: Response) => {
    const read = async () => ({
      url: response.url(),
      text: response.status() < 300 ? (await response.body().catch(() => Buffer.alloc(0))).toString('utf8') : '',
      cookie: (await response.allHeaders())['set-cookie'],
    });
    answers.push(read());
  };
  page.on('response', listen);
  return () => {
    page.off('response', listen);
    return Promise.all(answers);
  };
}

/** A page of somebody else, with these lines in it. */
async function foreignPage(lines: string) {
  const foreign = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="de"><title>Amtsblatt</title><h1>Aus der Region</h1>${lines}</html>`);
  }).listen(0);
  await once(foreign, 'listening');
  return { address: `http://localhost:${(foreign.address() as AddressInfo).port}/`, close: () => foreign.close() };
}

test('a member keeps a view and shares it: a visitor sees what is public, and so does the page of somebody else', async ({ browser }) => {
  test.setTimeout(180_000);
  await tieInSecret();
  const member = await browserOf(browser, 'katrin.vossebrink', server.address);

  await test.step('what a member sees is kept under a name, with notes at two organisations', async () => {
    await expect(async () => {
      await member.goto(`/netzwerk?akteur=${SLUG}&schritte=1&beziehungen=works_together&ansicht=bild`);
      await expect(
        member.getByRole('complementary', { name: 'Gewählter Akteur' }).getByRole('heading', { name: NAME, exact: true }),
      ).toBeVisible({
        timeout: 4_000,
      });
    }).toPass({ timeout: 30_000 });
    await member.getByRole('button', { name: 'Ansicht sichern' }).click();
    const keep = member.getByRole('dialog', { name: 'Ansicht sichern' });
    await keep.getByRole('button', { name: 'Sichern' }).click();
    await expect(keep.getByText(/Bitte|fehlt/).first()).toBeVisible();
    await keep.getByLabel('Name').fill('Rund um Hellwald');
    await keep.getByLabel('Ein Satz dazu').fill('Wer mit der Spedition zu tun hat.');
    await keep.getByLabel(/^Für Spedition Hellwald/).check();
    await keep.getByRole('button', { name: 'Sichern' }).click();
    await expect(keep).toBeHidden();
    await expect(member).toHaveURL(/sicht=/);
    const note = async (label: string, text: string) => {
      await member.getByRole('button', { name: `Notiz an ${label}` }).click();
      await member.getByRole('dialog').getByLabel('Notiz').fill(text);
      await member.getByRole('dialog').getByRole('button', { name: 'Notiz sichern' }).click();
      await expect(member.getByRole('dialog')).toBeHidden();
    };
    await note(NAME, SECRET);
    const sicht = new URL(member.url()).searchParams.get('sicht')!;
    await member.goto(`/netzwerk?akteur=spedition-hellwald,${SLUG}&schritte=1&beziehungen=works_together&ansicht=bild&sicht=${sicht}`);
    await note('Spedition Hellwald', 'Fährt ab vier Uhr früh.');
    await member.getByRole('button', { name: 'Änderungen sichern' }).click();
    await expect(member.getByText('Verändert, noch nicht gesichert.')).toBeHidden();
  });

  let link = '';
  let snippet = '';
  await test.step('it is shared with everybody who has the link', async () => {
    await member.getByRole('button', { name: 'Teilen und einbetten' }).click();
    const share = member.getByRole('dialog', { name: 'Teilen und einbetten' });
    await expect(share.getByText('lässt sie sich nicht einbetten')).toBeVisible();
    await share.getByLabel('Alle, die den Link haben').check();
    await share.getByRole('button', { name: 'Übernehmen' }).click();
    link = await share.getByLabel('Link zur Ansicht').inputValue();
    snippet = await share.getByLabel('Einbetten in eine andere Seite').inputValue();
    await expectAccessible(member);
    await member.keyboard.press('Escape');
  });

  await test.step('a visitor opens it and sees its filters, its note, and nothing of members, in no byte', async () => {
    const visitor = await browserOf(browser, null, server.address);
    const read = listenTo(visitor);
    await visitor.goto(link);
    await expect(visitor).toHaveURL(/\/netzwerk\?.*schritte=1/);
    const panel = visitor.getByRole('region', { name: 'Gesicherte Ansicht' });
    await expect(panel.getByRole('heading', { name: 'Rund um Hellwald' })).toBeVisible();
    await expect(panel.getByText('Fährt ab vier Uhr früh.')).toBeVisible();
    await expect(visitor.getByRole('heading', { name: 'Spedition Hellwald', exact: true })).toBeVisible();
    await visitor.getByRole('radio', { name: 'Als Liste' }).or(visitor.getByText('Als Liste')).first().click();
    await visitor.waitForLoadState('networkidle');
    const answers = await read();
    expect(answers.some(({ url }) => url.includes('/daten/netzwerk/'))).toBe(true);
    expect(answers.some(({ text }) => text.includes('Fährt ab vier Uhr früh.'))).toBe(true);
    for (const { url, text } of answers) for (const secret of SECRETS) expect([url, text.includes(secret) && secret]).toEqual([url, false]);
    for (const secret of SECRETS) await expect(visitor.getByText(secret)).toHaveCount(0);
  });

  await test.step('it stands in the page of somebody else, with caption and table, without a cookie and without a script', async () => {
    const foreign = await foreignPage(snippet);
    for (const javaScriptEnabled of [true, false]) {
      const reader = await browser.newContext({ javaScriptEnabled, viewport: { width: 320, height: 700 } });
      const page = await reader.newPage();
      const read = listenTo(page);
      await page.goto(foreign.address);
      const frame = page.frameLocator('iframe');
      await expect(frame.getByRole('heading', { name: 'Rund um Hellwald' })).toBeVisible();
      await expect(frame.getByText(/Quelle: Knotenpunkt/)).toBeVisible();
      await expect(frame.getByText('Fährt ab vier Uhr früh.')).toBeVisible();
      await frame.getByText('Als Tabelle').click();
      await expect(frame.getByRole('table').getByRole('link', { name: 'Spedition Hellwald' })).toBeVisible();
      const answers = await read();
      expect(answers.filter(({ url }) => url.startsWith(server.address))).toHaveLength(1);
      for (const { text, cookie } of answers) {
        expect(cookie).toBeUndefined();
        for (const secret of SECRETS) expect(text).not.toContain(secret);
      }
      expect(await reader.cookies()).toEqual([]);
      await reader.close();
    }
    const alone = await (await browser.newContext({ viewport: { width: 320, height: 700 } })).newPage();
    await alone.goto(/src="([^"]+)"/.exec(snippet)![1]!);
    await expectAccessible(alone);
    await expectNoSidewaysScroll(alone);
    foreign.close();
  });

  await test.step('undone and done again by keys', async () => {
    await member.goto('/netzwerk?ansicht=bild');
    await member
      .getByRole('button', { name: /sind sich begegnet/ })
      .or(member.getByLabel(/sind sich begegnet/))
      .first()
      .click();
    await expect(member).toHaveURL(/beziehungen=/);
    await member.keyboard.press('Control+z');
    await expect(member).not.toHaveURL(/beziehungen=/);
    await member.keyboard.press('Control+Shift+Z');
    await expect(member).toHaveURL(/beziehungen=/);
  });
});
