import { idFrom } from '@knotenpunkt/kernel';
import { FileStore } from '@knotenpunkt/platform/files';
import sharp from 'sharp';
import { startAttackedServer, type AttackedServer } from './attacked-server';
import { head, sendRaw } from './raw';

const own = idFrom('harkenrode', 'actor', 'a026');
const other = idFrom('harkenrode', 'actor', 'a001');
const SCRIPT = '<script>alert(1)</script>';
const SVG = `<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`;
const MB = 1024 * 1024;

const CHANGED = 'id version logo { address smallAddress }';
const SET = `mutation($input: SetActorLogoInput!) { setActorLogo(input: $input) { __typename ... on Actor { ${CHANGED} } ... on Refused { code } ... on StaleVersion { current } } }`;
const REMOVE = `mutation($input: RemoveActorLogoInput!) { removeActorLogo(input: $input) { __typename ... on Actor { ${CHANGED} } ... on Refused { code } } }`;
const SHOWN = `query($id: ID!) { actorById(id: $id) { ${CHANGED} } }`;

interface Shown {
  version: number;
  logo: { address: string; smallAddress: string } | null;
}

const picture = (background: string, size = 400) =>
  sharp({ create: { width: size, height: size / 2, channels: 3, background } })
    .png()
    .toBuffer();

describe('logos', () => {
  let attacked: AttackedServer;
  /** Keep the Steckbrief of `own`, of another organisation, or coordinate the region. */
  let [editor, stranger, coordinator] = ['', '', ''];

  beforeAll(async () => {
    attacked = await startAttackedServer();
    const people = ['lena.ohlendiek', 'nadja.pohlmeier', 'jonas.petri'];
    [editor, stranger, coordinator] = (await Promise.all(people.map((key) => attacked.cookieOf(key)))) as [string, string, string];
  });
  afterEach(async () => {
    await attacked.pool.query(
      'DELETE FROM auth.attempt; UPDATE actor SET archived = closed_on IS NOT NULL, logo_hash = NULL; DELETE FROM file',
    );
  });
  afterAll(() => attacked.close());

  const send = async (bytes: Buffer | string, headers: Record<string, string> = {}, actorId = own) => {
    const response = await fetch(`${attacked.address}/dateien/logo/${actorId}`, {
      method: 'POST',
      headers: { cookie: editor, 'content-type': 'application/octet-stream', origin: attacked.address, ...headers },
      body: new Uint8Array(Buffer.from(bytes)),
    });
    const body = (await response.json()) as { hash: string; code?: string; parameters?: object; preview?: string };
    return { status: response.status, ...body };
  };
  const show = (address: string, headers: Record<string, string> = {}) => fetch(`${attacked.address}${address}`, { headers });
  const shown = async (id = own, cookie = '') =>
    (await attacked.ask({ query: SHOWN, variables: { id } }, { cookie })).data!['actorById'] as Shown;
  async function change(query: string, input: object, cookie = editor) {
    const { data } = await attacked.ask({ query, variables: { input } }, { cookie, origin: attacked.address });
    return Object.values(data!)[0] as Shown & { __typename: string; code?: string };
  }
  /** Sends a picture and shows it as the logo of `own`. */
  async function setLogo(background: string): Promise<Shown> {
    const { hash } = await send(await picture(background));
    return change(SET, { actorId: own, expectedVersion: (await shown()).version, hash });
  }
  const files = async () => (await attacked.pool.query<{ hash: string }>('SELECT hash FROM file')).rows.map(({ hash }) => hash);

  it('are shown to nobody until they are set, then to everybody and for ever', async () => {
    const sent = await send(await picture('#c00'));
    expect(sent).toMatchObject({ status: 201, width: 320, height: 160, preview: expect.stringMatching(/^data:image\/webp;base64,/) });
    expect((await show(`/dateien/logo/${own}/${sent.hash}.webp`, { cookie: editor })).status).toBe(404);
    const { version } = await shown();
    const set = await change(SET, { actorId: own, expectedVersion: version, hash: sent.hash });
    expect(set).toMatchObject({ version: version + 1, logo: (await shown()).logo });
    for (const [address, edge] of [[set.logo!.address, 320] as const, [set.logo!.smallAddress, 96] as const]) {
      const answer = await show(address);
      expect(await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).toMatchObject({ format: 'webp', width: edge });
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'image/webp',
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
        'content-disposition': 'inline; filename="logo.webp"',
        'content-security-policy': "default-src 'none'; sandbox",
        'cross-origin-resource-policy': 'same-origin',
      });
      const again = await show(address, { 'if-none-match': answer.headers.get('etag')!, 'cache-control': 'max-age=0' });
      expect(again.status).toBe(304);
    }
  });

  it('are replaced and removed under the version rule, and doing it again changes nothing', async () => {
    const first = await setLogo('#c00');
    const second = await setLogo('#00c');
    expect(second.logo!.address).not.toBe(first.logo!.address);
    expect((await show(first.logo!.address)).status).toBe(404);
    const hash = (await send(await picture('#0c0'))).hash;
    expect(await change(SET, { actorId: own, expectedVersion: first.version, hash })).toEqual({
      __typename: 'StaleVersion',
      current: second.version,
    });
    const removed = await change(REMOVE, { actorId: own, expectedVersion: second.version });
    expect(removed).toMatchObject({ version: second.version + 1, logo: null });
    expect(await change(REMOVE, { actorId: own, expectedVersion: second.version })).toEqual(removed);
    expect((await show(second.logo!.address)).status).toBe(404);
  });

  it('are kept once when two people send the same', async () => {
    const [one, two] = [await send(await picture('#c00')), await send(await picture('#c00'), { cookie: stranger }, other)];
    expect(two.hash).toBe(one.hash);
    expect(await files()).toEqual([one.hash]);
  });

  it('go when nothing refers to them for a day', async () => {
    const store = attacked.server.app.get(FileStore, { strict: false });
    const first = await setLogo('#c00');
    const second = await setLogo('#00c');
    const { hash: unused } = await send(await picture('#0c0'));
    expect(await store.sweep()).toBe(0);
    await attacked.pool.query(`UPDATE file SET kept_at = now() - interval '25 hours'`);
    await send(await picture('#0c0'));
    expect(await store.sweep()).toBe(1);
    const left = await files();
    expect(left).toContain(unused);
    expect(left.some((hash) => second.logo!.address.includes(hash))).toBe(true);
    expect(left.some((hash) => first.logo!.address.includes(hash))).toBe(false);
    const gone = { actorId: own, expectedVersion: second.version, hash: /[0-9a-f]{64}/.exec(first.logo!.address)![0] };
    expect(await change(SET, gone)).toMatchObject({ code: 'LOGO_GONE' });
  });

  it('of an archived organisation are shown to its own people and the coordination only', async () => {
    const { logo } = await setLogo('#c00');
    await attacked.pool.query('UPDATE actor SET archived = true WHERE id = $1', [own]);
    for (const cookie of ['', stranger]) {
      const answer = await show(logo!.address, { cookie });
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, 'private, no-store']);
    }
    for (const cookie of [editor, coordinator]) {
      const answer = await show(logo!.smallAddress, { cookie });
      expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('vary')]).toEqual([
        200,
        'private, no-cache',
        expect.stringContaining('cookie'),
      ]);
    }
    expect(await send(await picture('#00c'))).toMatchObject({ status: 403, code: 'NOT_PERMITTED' });
  });

  it('are refused by what they are, whatever they are called', async () => {
    const png = await picture('#c00');
    const wall = Buffer.from(png);
    wall.writeUInt32BE(100_000, 16);
    wall.writeUInt32BE(100_000, 20);
    const refused: [Buffer | string, number, string][] = [
      [SVG, 422, 'FILE_IS_SVG'],
      [`<!doctype html>${SCRIPT}`, 422, 'FILE_KIND_UNKNOWN'],
      [Buffer.concat([Buffer.from(SCRIPT), png]), 422, 'FILE_KIND_UNKNOWN'],
      [Buffer.from(`GIF89a=1/*${SCRIPT}*/`), 422, 'FILE_BROKEN'],
      [png.subarray(0, 100), 422, 'FILE_BROKEN'],
      [wall, 422, 'FILE_TOO_MANY_PIXELS'],
      ['', 422, 'FILE_EMPTY'],
      [Buffer.concat([png, Buffer.alloc(6 * MB)]), 413, 'FILE_TOO_LARGE'],
    ];
    for (const [bytes, status, code] of refused) {
      const answer = await send(bytes, { 'content-disposition': 'attachment; filename="logo.png"' });
      expect([answer.status, answer.code]).toEqual([status, code]);
    }
    expect(await files()).toEqual([]);
    expect(await attacked.isAlive()).toBe(true);
  });

  it.each(['jpeg', 'gif'] as const)('lose what hangs behind them: a %s with a script', async (format) => {
    const bytes = await sharp({ create: { width: 50, height: 50, channels: 3, background: '#c00' } })
      .toFormat(format)
      .toBuffer();
    const { hash, status } = await send(Buffer.concat([bytes, Buffer.from(`/*${SCRIPT}*/`)]));
    expect(status).toBe(201);
    const { rows } = await attacked.pool.query<{ bytes: Buffer; small: Buffer }>('SELECT bytes, small FROM file WHERE hash = $1', [hash]);
    for (const kept of [rows[0]!.bytes, rows[0]!.small]) expect(kept.includes('script')).toBe(false);
  });

  it('are taken from their own pages only, as bytes only, and a few at a time', async () => {
    const png = await picture('#c00');
    expect((await send(png, { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await send(png, { origin: 'null' })).status).toBe(403);
    // What a form of another site could send without asking first.
    for (const type of [
      'text/plain',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
      'image/png',
      'application/json',
    ])
      expect((await send(png, { 'content-type': type })).status).toBe(415);
    expect((await send(png)).status).toBe(201);
    await attacked.pool.query('UPDATE auth.attempt SET count = 60');
    expect(await send(png)).toMatchObject({ status: 429, code: 'TOO_MANY_REQUESTS' });
  });

  it('without end are cut off', async () => {
    const chunked = { cookie: editor, 'content-type': 'application/octet-stream', 'transfer-encoding': 'chunked' };
    const answer = await sendRaw(attacked.address, [
      head(`POST /dateien/logo/${own}`, chunked),
      async (socket) => {
        const piece = `10000\r\n${'x'.repeat(65_536)}\r\n`;
        for (let left = 1_000; left > 0 && !socket.destroyed; left--) {
          socket.write(piece);
          await new Promise((resolve) => setTimeout(resolve, 1));
        }
      },
    ]);
    expect([0, 413]).toContain(answer.status);
    expect(await attacked.isAlive()).toBe(true);
    expect(await files()).toEqual([]);
  });

  it('have no address but their own', async () => {
    const { logo } = await setLogo('#c00');
    const hash = /[0-9a-f]{64}/.exec(logo!.address)![0];
    const odd = [
      `/dateien/logo/${other}/${hash}.webp`,
      `/dateien/logo/${own}/${hash.toUpperCase()}.webp`,
      `/dateien/logo/${own}/${hash}.png`,
      `/dateien/logo/${own}/${hash}`,
      `/dateien/logo/${own}/${hash}.webp%00.html`,
      `/dateien/logo/${own}/${hash}.webp%0a`,
      `/dateien/logo/${own}/..%2f..%2f${hash}.webp`,
      `/dateien/logo/${own}/%27%20OR%201=1--.webp`,
      `/dateien/logo/%27/${hash}.webp`,
      `/dateien/logo/${own}/`,
      `/dateien/${hash}.webp`,
      '/dateien',
    ];
    for (const address of odd) expect([address, (await show(address, { accept: 'text/html' })).status]).toEqual([address, 404]);
  });
});
