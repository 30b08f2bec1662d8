import { idFrom, newId } from '@knotenpunkt/kernel';
import { FileStore } from '@knotenpunkt/platform/files';
import sharp from 'sharp';
import { startAttackedServer, type AttackedServer } from './attacked-server';

const alliance = idFrom('harkenrode', 'alliance', 'gussform-3d');
const own = idFrom('harkenrode', 'actor', 'betriebsrat-nordkamp');
const SCRIPT = '<script>alert(1)</script>';
const MB = 1024 * 1024;
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n');

const ADD = `mutation($input: AddAllianceDocumentInput!) { addAllianceDocument(input: $input) { __typename ... on Refused { code } } }`;
const REMOVE = `mutation($input: RemoveAllianceDocumentInput!) { removeAllianceDocument(input: $input) { __typename ... on Refused { code } } }`;
const WORK = `{ allianceWork(slug: "gussform-3d") { documents { id title address version removedReason } } }`;
interface Shown {
  id: string;
  title: string;
  address: string;
  version: number;
  removedReason: string;
}

describe('documents of an alliance', () => {
  let attacked: AttackedServer;
  let [member, stranger, coordinator] = ['', '', ''];

  beforeAll(async () => {
    attacked = await startAttackedServer();
    const people = ['detlef.krumbach', 'nadja.pohlmeier', 'jonas.petri'];
    [member, stranger, coordinator] = (await Promise.all(people.map((key) => attacked.cookieOf(key)))) as [string, string, string];
  });
  afterEach(async () => {
    await attacked.pool.query('DELETE FROM auth.attempt; DELETE FROM alliance_document; DELETE FROM file');
  });
  afterAll(() => attacked.close());

  const send = async (bytes: Buffer | string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${attacked.address}/dateien/allianz/${alliance}`, {
      method: 'POST',
      headers: { cookie: member, 'content-type': 'application/octet-stream', origin: attacked.address, ...headers },
      body: new Uint8Array(Buffer.from(bytes)),
    });
    return { status: response.status, ...((await response.json()) as { hash: string; mime?: string; code?: string }) };
  };
  async function change(query: string, input: object, cookie = member) {
    const { data } = await attacked.ask({ query, variables: { input } }, { cookie, origin: attacked.address });
    const answered = Object.values(data!)[0] as { __typename: string; code?: string };
    return answered.code ?? answered.__typename;
  }
  const shown = async (cookie = '') =>
    ((await attacked.ask({ query: WORK }, { cookie })).data!['allianceWork'] as { documents: Shown[] }).documents;
  const add = async (fileHash: string, more: object = {}) => {
    const input = {
      id: newId(),
      allianceId: alliance,
      enteredById: own,
      title: 'Plan',
      kind: 'PLAN',
      on: '2026-01-01',
      audience: 'MEMBERS',
    };
    return [input.id, await change(ADD, { ...input, fileHash, ...more })] as const;
  };
  const take = (id: string, headers: Record<string, string> = {}) =>
    fetch(`${attacked.address}/dateien/allianz/${alliance}/${id}`, { headers });

  it('are handed out to their readers only, and never as something a browser would run', async () => {
    const { hash, status } = await send(PDF);
    expect(status).toBe(201);
    const [id, said] = await add(hash, { title: 'Plan "x"; filename=evil.html' });
    expect(said).toBe('Alliance');
    const answers = await Promise.all([member, coordinator, stranger, ''].map((cookie) => take(id, { cookie })));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 404, 404]);
    expect(Object.fromEntries(answers[0]!.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment; filename="[a-z0-9-]+\.pdf"$/),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(Buffer.from(await answers[0]!.arrayBuffer())).toEqual(PDF);
    expect(await shown()).toEqual([]);
    expect(await shown(stranger)).toEqual([]);
    const elsewhere = idFrom('harkenrode', 'alliance', 'dranbleiben');
    expect((await fetch(`${attacked.address}/dateien/allianz/${elsewhere}/${id}`, { headers: { cookie: member } })).status).toBe(404);
  });

  it('for everybody are handed out to visitors, until somebody removes them and says why', async () => {
    const { hash } = await send(PDF);
    const [id] = await add(hash, { audience: 'PUBLIC' });
    expect((await take(id)).status).toBe(200);
    const version = (await shown())[0]!.version;
    const gone = { id, allianceId: alliance, expectedVersion: version, reason: 'Falsche Fassung.' };
    expect(await change(REMOVE, gone, stranger)).toBe('NOT_PERMITTED');
    expect(await change(REMOVE, gone)).toBe('Alliance');
    for (const cookie of ['', member]) expect((await take(id, { cookie })).status).toBe(404);
    expect(await shown()).toEqual([]);
    expect(await shown(member)).toMatchObject([{ title: 'Plan', address: '', removedReason: 'Falsche Fassung.' }]);
    // Nothing refers to it any more: it goes at night.
    await attacked.pool.query(`UPDATE file SET kept_at = now() - interval '25 hours'`);
    expect(await attacked.server.app.get(FileStore, { strict: false }).sweep()).toBe(1);
  });

  it('stay while something refers to them', async () => {
    await add((await send(PDF)).hash);
    await attacked.pool.query(`UPDATE file SET kept_at = now() - interval '25 hours'`);
    expect(await attacked.server.app.get(FileStore, { strict: false }).sweep()).toBe(0);
  });

  it('are refused by what they are', async () => {
    const png = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#c00' } })
      .png()
      .toBuffer();
    const gif = await sharp(png).gif().toBuffer();
    const active = Buffer.from(
      PDF.toString().replace('/Type /Catalog', '/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert(1)) >>'),
    );
    const refused: [Buffer | string, number, string][] = [
      ['', 422, 'FILE_EMPTY'],
      [`<!doctype html>${SCRIPT}`, 422, 'FILE_NO_DOCUMENT'],
      [`<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`, 422, 'FILE_NO_DOCUMENT'],
      [Buffer.from('MZ\0\x01'), 422, 'FILE_NO_DOCUMENT'],
      [Buffer.from('PK\x03\x04'), 422, 'FILE_NO_DOCUMENT'],
      [gif, 422, 'FILE_NO_DOCUMENT'],
      [png.subarray(0, 60), 422, 'FILE_BROKEN'],
      [active, 422, 'FILE_PDF_ACTIVE'],
      [Buffer.concat([PDF, Buffer.from(SCRIPT)]), 422, 'FILE_IS_TWO_THINGS'],
      [PDF.subarray(0, 40), 422, 'FILE_PDF_BROKEN'],
      [Buffer.concat([PDF, Buffer.alloc(11 * MB)]), 413, 'FILE_TOO_LARGE'],
    ];
    for (const [bytes, status, code] of refused) {
      const answer = await send(bytes, { 'content-disposition': 'attachment; filename="plan.pdf"' });
      expect([answer.status, answer.code]).toEqual([status, code]);
    }
    expect((await attacked.pool.query('SELECT 1 FROM file')).rowCount).toBe(0);
  });

  it('that are pictures are made anew, and plain text is handed out as text', async () => {
    const jpeg = await sharp({ create: { width: 3000, height: 20, channels: 3, background: '#c00' } })
      .jpeg()
      .toBuffer();
    const picture = await send(Buffer.concat([jpeg, Buffer.from(SCRIPT)]));
    expect(picture).toMatchObject({ status: 201, mime: 'image/webp' });
    const [id] = await add(picture.hash);
    const bytes = Buffer.from(await (await take(id, { cookie: member })).arrayBuffer());
    expect(bytes.includes('script')).toBe(false);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 2400 });
    const [text] = await add((await send('Zwölf lernen. <b>x</b>')).hash);
    expect((await take(text, { cookie: member })).headers.get('content-type')).toBe('text/plain; charset=utf-8');
  });

  it('come from members only, from our own pages, as bytes, and a few at a time', async () => {
    expect((await send(PDF, { cookie: '' })).status).toBe(401);
    for (const cookie of [stranger, coordinator]) expect((await send(PDF, { cookie })).status).toBe(403);
    expect((await send(PDF, { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await send(PDF, { 'content-type': 'multipart/form-data; boundary=x' })).status).toBe(415);
    const { hash } = await send(PDF);
    expect((await add(hash, { url: 'https://example.org' }))[1]).toBe('DOCUMENT_EMPTY');
    expect((await add('0'.repeat(64)))[1]).toBe('FILE_UNKNOWN');
    await attacked.pool.query('UPDATE auth.attempt SET count = 60');
    expect(await send(PDF)).toMatchObject({ status: 429, code: 'TOO_MANY_REQUESTS' });
  });
});
