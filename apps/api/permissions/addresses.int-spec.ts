import { idFrom, newId, type Audience } from '@knotenpunkt/kernel';
import { OverviewService } from '@knotenpunkt/network/api';
import { FileStore } from '@knotenpunkt/platform/files';
import { OutlinesService, RegionService } from '@knotenpunkt/regions/api';
import sharp from 'sharp';
import writeSheet from 'write-excel-file/node';
import { startAttackedServer, type AttackedServer } from '../attacks/attacked-server';
import { OWN } from './cases';
import { readAddresses, ROLES, type RoleName } from './table';

/** Demo people who get what their role needs; null: nobody known. */
const PEOPLE: Record<RoleName, string | null> = {
  visitor: null,
  stranger: 'nadja.pohlmeier',
  editor: 'lena.ohlendiek',
  delegate: 'ruth.ellerbrock',
  administrator: 'katrin.vossebrink',
  coordinator: 'jonas.petri',
  'platform administrator': 'ulrike.tamm',
  'coordinator elsewhere': 'ole.steinhauer',
};

describe('addresses beside GraphQL', () => {
  let attacked: AttackedServer;
  const cookies = {} as Record<RoleName, string>;
  let address: string;
  let shown: string;
  let bytes: Uint8Array<ArrayBuffer>;
  let papers: string;
  const documents = { members: newId(), everybody: newId() };
  let list: Uint8Array<ArrayBuffer>;
  const views = { shared: idFrom('harkenrode', 'network-view', 'ganzes'), own: newId() };

  beforeAll(async () => {
    attacked = await startAttackedServer();
    const person = '(SELECT id FROM auth."user" WHERE email = $1)';
    const mandate = `INSERT INTO mandate (id, person_id, actor_id, region_id, role, from_on) VALUES ($2, ${person}, $3, $4, $5, '2026-01-01')`;
    for (const [key, role] of [
      ['lena.ohlendiek', 'EDITOR'],
      ['ruth.ellerbrock', 'DELEGATE'],
    ])
      await attacked.pool.query(mandate, [`${key}@harkenrode.example`, newId(), OWN, idFrom('region', 'harkenrode'), role]);
    await attacked.pool.query(`INSERT INTO coordinator (person_id, region_id) VALUES (${person}, $2)`, [
      'ole.steinhauer@harkenrode.example',
      idFrom('region', 'dortmund'),
    ]);
    for (const role of ROLES) cookies[role] = PEOPLE[role] === null ? '' : await attacked.cookieOf(PEOPLE[role]);
    bytes = new Uint8Array(
      await sharp({ create: { width: 9, height: 9, channels: 3, background: '#c00' } })
        .png()
        .toBuffer(),
    );
    list = new Uint8Array(await writeSheet([['Titel'], ['Bus am Morgen']]).toBuffer());
    const logo = { mime: 'image/webp' as const, bytes: Buffer.from(bytes), small: Buffer.from(bytes), width: 9, height: 9 };
    const { hash } = await attacked.server.app.get(FileStore, { strict: false }).keep(logo);
    await attacked.pool.query('UPDATE actor SET logo_hash = $2 WHERE id = $1', [OWN, hash]);
    // The alliance of the example region that is concluded has OWN among its members.
    const alliance = idFrom('harkenrode', 'alliance', 'ein-geraet');
    papers = `${attacked.address}/dateien/allianz/${alliance}`;
    for (const [id, audience] of [
      [documents.members, 'MEMBERS'],
      [documents.everybody, 'PUBLIC'],
    ])
      await attacked.pool.query(
        `INSERT INTO alliance_document (id, alliance_id, title, kind, dated_on, entered_by_id, audience, file_hash, file_type, entered_on)
         VALUES ($1, $2, 'Plan', 'PLAN', '2026-01-01', $3, $4, $5, 'image/webp', '2026-01-01')`,
        [id, alliance, OWN, audience, hash],
      );
    await attacked.pool.query(
      `INSERT INTO network_view (id, region_id, owner_actor_id, name, sentence, value, places, visibility, kept_on, changed_on)
       VALUES ($1, $2, $3, 'Unsere', '', '{}', '[]', 'OWN', '2026-01-01', '2026-01-01')`,
      [views.own, idFrom('region', 'harkenrode'), OWN],
    );
    address = `${attacked.address}/dateien/logo/${OWN}`;
    shown = `${address}/${hash}.webp`;
  });
  afterAll(() => attacked.close());

  async function readNetwork(audience: Audience, cookie: string): Promise<Response> {
    const region = (await attacked.server.app.get(RegionService).all()).find(({ slug }) => slug === 'harkenrode')!;
    let found: string | null = null;
    while (found === null) found = (await attacked.server.app.get(OverviewService).state(region, audience)).address;
    return fetch(`${attacked.address}${found}`, { headers: { cookie }, redirect: 'manual' });
  }

  async function readOutlines(cookie: string): Promise<Response> {
    const region = (await attacked.server.app.get(RegionService).all()).find(({ slug }) => slug === 'harkenrode')!;
    const found = await attacked.server.app.get(OutlinesService).addressOf(region);
    return fetch(`${attacked.address}${found}`, { headers: { cookie }, redirect: 'manual' });
  }

  const ASK: Record<string, (cookie: string) => Promise<Response>> = {
    'send a logo': (cookie) =>
      fetch(address, { method: 'POST', headers: { cookie, 'content-type': 'application/octet-stream' }, body: bytes }),
    'send a document': (cookie) =>
      fetch(papers, { method: 'POST', headers: { cookie, 'content-type': 'application/octet-stream' }, body: bytes }),
    'take a document for members': (cookie) => fetch(`${papers}/${documents.members}`, { headers: { cookie } }),
    'take a document for everybody': (cookie) => fetch(`${papers}/${documents.everybody}`, { headers: { cookie } }),
    'send a list': (cookie) =>
      fetch(`${attacked.address}/dateien/liste/harkenrode`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/octet-stream' },
        body: list,
      }),
    'send a table': (cookie) =>
      fetch(`${attacked.address}/dateien/import/harkenrode?art=actors&name=liste.xlsx`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/octet-stream' },
        body: list,
      }),
    'take the template of a list': (cookie) => fetch(`${attacked.address}/daten/liste/vorlage.xlsx`, { headers: { cookie } }),
    'take a sample of a table': (cookie) => fetch(`${attacked.address}/daten/import/beispiel/offers.xlsx`, { headers: { cookie } }),
    'read the network of everybody': (cookie) => readNetwork('PUBLIC', cookie),
    'read the network of members': (cookie) => readNetwork('MEMBERS', cookie),
    'read the network of coordinators': (cookie) => readNetwork('COORDINATORS', cookie),
    'read the outlines of a region': readOutlines,
    'embed a shared view': (cookie) => fetch(`${attacked.address}/einbetten/${views.shared}`, { headers: { cookie } }),
    'embed a view not shared': (cookie) => fetch(`${attacked.address}/einbetten/${views.own}`, { headers: { cookie } }),
    'see the logo': (cookie) => fetch(shown, { headers: { cookie } }),
    'take own data': (cookie) => fetch(`${attacked.address}/daten/meine.zip`, { headers: { cookie } }),
    'take the record of processing': (cookie) => fetch(`${attacked.address}/daten/verarbeitung.csv`, { headers: { cookie } }),
    'take the report as docx': (cookie) => fetch(`${attacked.address}/daten/bericht/harkenrode.docx`, { headers: { cookie } }),
    'take a view of the network as pdf': (cookie) => fetch(`${attacked.address}/daten/mitnehmen/harkenrode.pdf`, { headers: { cookie } }),
    'take the directory as csv': (cookie) => fetch(`${attacked.address}/daten/akteure/harkenrode.csv`, { headers: { cookie } }),
    'take the directory as xlsx': (cookie) => fetch(`${attacked.address}/daten/akteure/harkenrode.xlsx`, { headers: { cookie } }),
    'take the open network': (cookie) => fetch(`${attacked.address}/daten/offen/harkenrode/netzwerk.json`, { headers: { cookie } }),
    'take the catalogue of open data': (cookie) =>
      fetch(`${attacked.address}/daten/offen/harkenrode/katalog.jsonld`, { headers: { cookie } }),
    'take the report as pdf': (cookie) => fetch(`${attacked.address}/daten/bericht/harkenrode.pdf`, { headers: { cookie } }),
  };

  it.each(readAddresses())('%s answers each as the table says', async (what, expected) => {
    await attacked.pool.query('UPDATE actor SET archived = $2 WHERE id = $1', [OWN, what.endsWith('once archived')]);
    const answered: Record<string, string> = {};
    for (const role of ROLES) {
      const response = await ASK[what.replace(' once archived', '')]!(cookies[role]);
      answered[role] = String(response.status);
      // Some are made a few at a time: to its end before the next is asked for.
      await response.arrayBuffer();
    }
    expect(answered).toEqual(expected);
  });
});
