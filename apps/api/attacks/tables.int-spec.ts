import { IMPORT_KINDS } from '@knotenpunkt/imports/domain';
import { startAttackedServer, type AttackedServer } from './attacked-server';
import { head, sendRaw } from './raw';
import { rowOf, SHEET, sheetOf, workbook } from './sample-workbook';

const MB = 1024 * 1024;

/** A workbook that says of its sheet that it is small, and unpacks to forty megabytes. */
async function lyingBomb(): Promise<Buffer> {
  const bytes = await workbook({ [SHEET]: sheetOf(rowOf('x'.repeat(40 * MB))) });
  const entry = bytes.lastIndexOf(Buffer.from(SHEET)) - 46;
  bytes.writeUInt32LE(1_000, entry + 24);
  return bytes;
}

const ONE_LONG_TEXT = { 'xl/sharedStrings.xml': `<sst><si><t>${'x'.repeat(8_000)}</t></si></sst>` };
const LAUGHS = `<!DOCTYPE l [<!ENTITY a "ha">${[...'bcdefghij'].map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'[at]};`.repeat(10)}">`).join('')}]>`;
const SECRETS = '<!DOCTYPE x [<!ENTITY secrets SYSTEM "file:///etc/passwd">]>';

describe('tables that coordinators send', () => {
  let attacked: AttackedServer;
  let coordinator = '';

  beforeAll(async () => {
    attacked = await startAttackedServer();
    coordinator = await attacked.cookieOf('meryem.arslan');
  });
  afterEach(() => attacked.pool.query('DELETE FROM auth.attempt; DELETE FROM import_batch'));
  afterAll(() => attacked.close());

  const address = (name: string, kind = 'actors') => `/dateien/import/harkenrode?art=${kind}&name=${encodeURIComponent(name)}`;
  const send = async (body: Buffer, name = '', headers: Record<string, string> = {}, kind = 'actors') => {
    const response = await fetch(`${attacked.address}${address(name, kind)}`, {
      method: 'POST',
      headers: { cookie: coordinator, 'content-type': 'application/octet-stream', origin: attacked.address, ...headers },
      body: new Uint8Array(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const kept = async () => {
    const sql = 'SELECT (SELECT count(*) FROM import_batch)::int + (SELECT count(*) FROM import_row)::int AS count';
    return (await attacked.pool.query<{ count: number }>(sql)).rows[0]!.count;
  };

  it.each<[string, () => Promise<Buffer> | Buffer, string, number, string]>([
    ['more bytes than are taken', () => Buffer.alloc(32 * MB + 1, 'x'), '', 413, 'FILE_TOO_LARGE'],
    ['a bomb', () => workbook({ [SHEET]: sheetOf(rowOf('x'.repeat(50 * MB))) }), '', 422, 'SHEET_TOO_LARGE'],
    ['a bomb that lies about its size', lyingBomb, '', 422, 'FILE_BROKEN'],
    [
      'a bomb among the shared texts',
      () => workbook({ 'xl/sharedStrings.xml': `<sst>${' '.repeat(50 * MB)}</sst>` }),
      '',
      422,
      'SHEET_TOO_LARGE',
    ],
    ['a file of the server', () => workbook({ [SHEET]: SECRETS + sheetOf(rowOf('&secrets;')) }), '', 422, 'SHEET_UNSAFE'],
    ['laughs', () => workbook({ [SHEET]: LAUGHS + sheetOf(rowOf('&j;')) }), '', 422, 'SHEET_UNSAFE'],
    [
      'laughs among the shared texts',
      () => workbook({ 'xl/sharedStrings.xml': `${LAUGHS}<sst><si><t>&j;</t></si></sst>` }),
      '',
      422,
      'SHEET_UNSAFE',
    ],
    ['laughs among the sheets', () => workbook({ 'xl/workbook.xml': `${LAUGHS}<workbook/>` }), '', 422, 'SHEET_UNSAFE'],
    ['quotation marks that cost time', () => workbook({ [SHEET]: `<c r="${'>'.repeat(12 * MB)}"/>` }), '', 422, 'SHEET_TOO_LARGE'],
    ['a long cell of text', () => Buffer.from(`Name\n"${'x'.repeat(20 * MB)}"`), 'liste.csv', 422, 'TABLE_CELL_TOO_LONG'],
    ['a line of separators', () => Buffer.from(`Name;Ort\n${';'.repeat(20 * MB)}x`), 'liste.csv', 422, 'TABLE_TOO_MANY_COLUMNS'],
    [
      'separators between lines within quotation marks',
      () => Buffer.from(`Name\n${`"${';'.repeat(100_000)}"\n`.repeat(150)}`),
      'liste.csv',
      422,
      'TABLE_CELL_TOO_LONG',
    ],
    [
      'cells that share one long text',
      () => workbook({ ...ONE_LONG_TEXT, [SHEET]: sheetOf(`<row>${'<c t="s"><v>0</v></c>'.repeat(90)}</row>`.repeat(500)) }),
      '',
      422,
      'SHEET_TOO_LARGE',
    ],
    [
      'more styles than there are',
      () => workbook({ 'xl/styles.xml': `<cellXfs>${'<xf numFmtId="14"/>'.repeat(500_000)}</cellXfs>` }),
      '',
      422,
      'SHEET_TOO_LARGE',
    ],
    [
      'a quotation mark nobody closes behind good rows',
      () => Buffer.from(`Name;Ort\n${'Werk;Hamm\n'.repeat(20_000)}"offen`),
      '',
      422,
      'TABLE_QUOTE_OPEN',
    ],
    ['noise', () => Buffer.from(Array.from({ length: 90_000 }, (_, at) => (at * 7_919 * at) % 256)), 'liste.csv', 422, 'TABLE_GARBAGE'],
    ['bytes that are no UTF-8 behind its mark', () => Buffer.from('\xef\xbb\xbfName\nB\xe4cker', 'latin1'), '', 422, 'TABLE_GARBAGE'],
    ['a picture that goes on as a table', () => Buffer.from('GIF89a;Name;Ort\nWerk;Hamm'), 'liste.csv', 422, 'TABLE_KIND_UNKNOWN'],
    ['a web page', () => Buffer.from('<html><script>alert(1)</script>;Name'), 'liste.csv', 422, 'TABLE_KIND_UNKNOWN'],
    [
      'a workbook behind a program',
      async () => Buffer.concat([Buffer.from('MZ\0'), await workbook({})]),
      'liste.xlsx',
      422,
      'TABLE_NAME_LIES',
    ],
    ['a workbook that calls itself text', () => workbook({}), 'liste.csv', 422, 'TABLE_NAME_LIES'],
    [
      'an archive of something else',
      () => workbook({ 'xl/workbook.xml': '<html/>', [SHEET]: 'x' }),
      'liste.xlsx',
      422,
      'TABLE_HEADING_MISSING',
    ],
  ])('refuse %s with a sentence, keep nothing, and leave others in peace', async (_, make, name, status, code) => {
    const file = await make();
    const [answer, alive] = await Promise.all([send(file, name), attacked.isAlive()]);
    expect(answer).toMatchObject({ status, body: { code } });
    expect(alive).toBe(true);
    expect(await kept()).toBe(0);
  });

  it.each(IMPORT_KINDS.map((kind) => kind.toLowerCase()))('are refused the same when they are said to hold %s', async (kind) => {
    const bomb = await workbook({ [SHEET]: sheetOf(rowOf('x'.repeat(50 * MB))) });
    expect(await send(bomb, '', {}, kind)).toMatchObject({ status: 422, body: { code: 'SHEET_TOO_LARGE' } });
    const laughs = await workbook({ [SHEET]: LAUGHS + sheetOf(rowOf('&j;')) });
    expect(await send(laughs, '', {}, kind)).toMatchObject({ status: 422, body: { code: 'SHEET_UNSAFE' } });
    const long = Buffer.from(`Organisation;Titel\nA;"${'x'.repeat(20 * MB)}"`);
    expect(await send(long, 'liste.csv', {}, kind)).toMatchObject({ status: 422, body: { code: 'TABLE_CELL_TOO_LONG' } });
    expect(await attacked.isAlive()).toBe(true);
    expect(await kept()).toBe(0);
  });

  it('keep nothing of one that breaks off on its way', async () => {
    const headers = { cookie: coordinator, 'content-type': 'application/octet-stream', origin: attacked.address, 'content-length': 5_000 };
    await sendRaw(attacked.address, [
      head(`POST ${address('liste.csv')}`, headers) + `Name;Ort\n${'Werk;Hamm\n'.repeat(100)}`,
      async (socket) => void socket.end(),
    ]);
    expect(await attacked.isAlive()).toBe(true);
    expect(await kept()).toBe(0);
  });

  it('take what only looks like a formula for what it is, and German letters from any program', async () => {
    expect((await send(Buffer.from('Name;Ort\n=cmd|/c calc;Hamm\nBäckerei Glück;Hamm', 'latin1'), 'liste.csv')).status).toBe(201);
    const rows = await attacked.pool.query<{ cells: string[] }>('SELECT cells FROM import_row ORDER BY line');
    expect(rows.rows.map(({ cells }) => cells[0])).toEqual(['=cmd|/c calc', 'Bäckerei Glück']);
  });

  it('are taken from no other site and of no other type', async () => {
    const bytes = Buffer.from('Name\nWerk');
    expect((await send(bytes, '', { origin: 'https://evil.example' })).status).toBe(403);
    expect((await send(bytes, '', { 'content-type': 'multipart/form-data; boundary=x' })).status).toBe(415);
    expect(await kept()).toBe(0);
  });
});
