import { startAttackedServer, type AttackedServer } from './attacked-server';
import { rowOf, SHEET, sheetOf, workbook } from './sample-workbook';

const MB = 1024 * 1024;

/** A workbook whose one cell is as long as one likes. */
const ofLength = (length: number) => workbook({ [SHEET]: sheetOf(rowOf('x'.repeat(length))) });

describe('lists that coordinators send', () => {
  let attacked: AttackedServer;
  let coordinator = '';

  beforeAll(async () => {
    attacked = await startAttackedServer();
    coordinator = await attacked.cookieOf('jonas.petri');
  });
  afterEach(() => attacked.pool.query('DELETE FROM auth.attempt; DELETE FROM thread_list'));
  afterAll(() => attacked.close());

  const send = async (body: Buffer, headers: Record<string, string> = {}, region = 'harkenrode') => {
    const response = await fetch(`${attacked.address}/dateien/liste/${region}`, {
      method: 'POST',
      headers: { cookie: coordinator, 'content-type': 'application/octet-stream', origin: attacked.address, ...headers },
      body: new Uint8Array(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const kept = async () => (await attacked.pool.query<{ count: number }>('SELECT count(*)::int AS count FROM thread_list')).rows[0]!.count;

  it.each<[string, () => Promise<Buffer>, number, string]>([
    ['more bytes than are taken', async () => Buffer.alloc(2 * MB + 1, 'x'), 413, 'FILE_TOO_LARGE'],
    ['no workbook', async () => Buffer.from('Titel;Schritt'), 422, 'SHEET_KIND_UNKNOWN'],
    ['a cell of fifty megabytes', () => ofLength(50 * MB), 422, 'SHEET_TOO_LARGE'],
    ['a list without headings', () => ofLength(9), 422, 'LIST_HEADING_MISSING'],
    ['nothing', async () => Buffer.alloc(0), 422, 'FILE_EMPTY'],
  ])('refuse %s with a sentence, and keep nothing', async (_, make, status, code) => {
    expect(await send(await make())).toMatchObject({ status, body: { code } });
    expect(await kept()).toBe(0);
  });

  it('are taken from no other site, of no other type, for no region there is not', async () => {
    const bytes = await ofLength(9);
    expect((await send(bytes, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await send(bytes, { 'content-type': 'multipart/form-data; boundary=x' })).status).toBe(415);
    expect((await send(bytes, {}, 'nirgends')).status).toBe(404);
    expect((await send(bytes, {}, '%00')).status).toBe(404);
  });

  it('are read sixty times in a quarter of an hour, and then not', async () => {
    const answers: number[] = [];
    for (let n = 0; n < 62; n++) answers.push((await send(Buffer.from('x'))).status);
    expect(new Set(answers.slice(0, 60))).toEqual(new Set([422]));
    expect(answers.slice(60)).toEqual([429, 429]);
  });
});
