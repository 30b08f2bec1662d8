import { deflateRawSync } from 'node:zlib';
import writeSheet from 'write-excel-file/node';
import { RELATIONS, cellOf, sampleWorkbook, sheetOf } from './sample-workbook';
import { Tables, type TableLimits, type TableRow } from './tables';

const LIMITS: TableLimits = { bytes: 32 * 1024 * 1024, rows: 1_001, columns: 20, characters: 2_000, sheets: 3 };

describe('large tables that people send', () => {
  const tables = new Tables();

  async function read(bytes: Buffer | string, name = '', limits: Partial<TableLimits> = {}): Promise<TableRow[] | string> {
    const rows: TableRow[] = [];
    const answer = await tables.read(Buffer.from(bytes), name, { ...LIMITS, ...limits }, async (some) => void rows.push(...some));
    return answer.ok ? rows : answer.refusal.code;
  }
  const cellsOf = async (bytes: Buffer | string) => {
    const rows = await read(bytes);
    return typeof rows === 'string' ? rows : rows.map(({ cells }) => cells);
  };

  it.each([
    ['UTF-8', Buffer.from('Name;Ort\nBäckerei Kornglück;Ostwalden')],
    ['UTF-8 with its mark', Buffer.from('\ufeffName;Ort\r\nBäckerei Kornglück;Ostwalden\r\n')],
    ['Windows-1252', Buffer.from('Name;Ort\r\nBäckerei Kornglück;Ostwalden', 'latin1')],
    ['UTF-16 with its mark', Buffer.from('\ufeffName;Ort\nBäckerei Kornglück;Ostwalden', 'utf16le')],
    ['UTF-16 without', Buffer.from('Name;Ort\nBäckerei Kornglück;Ostwalden', 'utf16le')],
    ['UTF-16, the other way round', Buffer.from('\ufeffName;Ort\nBäckerei Kornglück;Ostwalden', 'utf16le').swap16()],
    ['commas', Buffer.from('Name,Ort\n"Bäckerei Kornglück",Ostwalden')],
    ['tabs', Buffer.from('Name\tOrt\nBäckerei Kornglück\tOstwalden')],
    ['what Excel says of itself', Buffer.from('sep=;\nName;Ort\nBäckerei Kornglück;Ostwalden')],
  ])('are read as CSV in %s', async (_, bytes) => {
    expect(await cellsOf(bytes)).toEqual([
      ['Name', 'Ort'],
      ['Bäckerei Kornglück', 'Ostwalden'],
    ]);
  });

  it('keep lines in cells, quotation marks within words, and the number of the line', async () => {
    expect(await read('Name;Text\n\n"A";"eins\nzwei"\nVerein "Die Brücke";x\n')).toEqual([
      { number: 1, cells: ['Name', 'Text'] },
      { number: 4, cells: ['A', 'eins\nzwei'] },
      { number: 5, cells: ['Verein "Die Brücke"', 'x'] },
    ]);
  });

  it('are read as XLSX: texts that cells share, figures, days, what a formula gave', async () => {
    const made = await writeSheet([
      ['Name', 'Seit', 'PLZ'],
      [],
      ['Kornglück & Söhne', { value: new Date(Date.UTC(2026, 10, 30)), type: Date, format: 'dd.mm.yyyy' }, 44135],
    ]).toBuffer();
    expect(await read(made)).toEqual([
      { number: 1, cells: ['Name', 'Seit', 'PLZ'] },
      { number: 3, cells: ['Kornglück & Söhne', '2026-11-30', '44135'] },
    ]);
    const computed = `<row r="7">${cellOf('B7', 'a&#228;_x000D_&amp;lt;')}<c r="D7"><f>1+1</f><v>2</v></c></row>`;
    expect(await read(await sampleWorkbook(sheetOf(computed)))).toEqual([{ number: 7, cells: ['', 'aä\n&lt;', '', '2'] }]);
  });

  it.each<[string, () => Promise<Buffer> | Buffer, string, string]>([
    ['nothing', () => Buffer.alloc(0), '', 'FILE_EMPTY'],
    ['noise', () => Buffer.from(Array.from({ length: 4_000 }, (_, at) => (at * 7_919 * at) % 256)), '', 'TABLE_GARBAGE'],
    ['a picture', () => Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), 'liste.csv', 'TABLE_GARBAGE'],
    ['a web page', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'liste.csv', 'TABLE_KIND_UNKNOWN'],
    ['a PDF', () => Buffer.from('%PDF-1.7\n1 0 obj'), 'liste.csv', 'TABLE_KIND_UNKNOWN'],
    ['text that calls itself a workbook', () => Buffer.from('Name;Ort\nA;B'), 'liste.xlsx', 'TABLE_NAME_LIES'],
    ['a workbook that calls itself text', () => sampleWorkbook(sheetOf('')), 'liste.csv', 'TABLE_NAME_LIES'],
    ['an old workbook, or one with a password', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'liste.xls', 'SHEET_LOCKED'],
    ['a quotation mark nobody closes', () => Buffer.from(`Name;Ort\n"A;B\n${'C;D\n'.repeat(9_000)}`), '', 'TABLE_CELL_TOO_LONG'],
    ['a quotation mark nobody closes at the end', () => Buffer.from('Name;Ort\n"A;B\n'), '', 'TABLE_QUOTE_OPEN'],
    ['a cell that is too long', () => Buffer.from(`Name\n${'x'.repeat(3_000)}`), '', 'TABLE_CELL_TOO_LONG'],
    ['too many columns', () => Buffer.from(';'.repeat(30) + 'x'), '', 'TABLE_TOO_MANY_COLUMNS'],
    ['too many rows', () => Buffer.from('x\n'.repeat(1_500)), '', 'SHEET_TOO_MANY_ROWS'],
    [
      'too many rows of a workbook',
      () => sampleWorkbook(sheetOf(`<row>${cellOf('A1', 'x')}</row>`.repeat(1_500))),
      '',
      'SHEET_TOO_MANY_ROWS',
    ],
    ['a cell far to the right', () => sampleWorkbook(sheetOf(`<row r="1">${cellOf('XFD1', 'x')}</row>`)), '', 'TABLE_TOO_MANY_COLUMNS'],
    [
      'too many sheets',
      () =>
        sampleWorkbook(sheetOf(''), {
          'xl/workbook.xml': `<workbook><sheets>${'<sheet name="a" sheetId="1" r:id="rId1"/>'.repeat(9)}</sheets></workbook>`,
        }),
      '',
      'TABLE_TOO_MANY_SHEETS',
    ],
    [
      'a cell of fifty megabytes',
      () => sampleWorkbook(sheetOf(`<row r="1">${cellOf('A1', 'x'.repeat(50 * 1024 * 1024))}</row>`)),
      '',
      'SHEET_TOO_LARGE',
    ],
    [
      'a cell of five megabytes',
      () => sampleWorkbook(sheetOf(`<row r="1">${cellOf('A1', 'x'.repeat(5 * 1024 * 1024))}</row>`)),
      '',
      'TABLE_CELL_TOO_LONG',
    ],
    [
      'laughs',
      () =>
        sampleWorkbook(
          `<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${sheetOf(`<row r="1">${cellOf('A1', '&b;')}</row>`)}`,
        ),
      '',
      'SHEET_UNSAFE',
    ],
    [
      'a file of the server',
      () =>
        sampleWorkbook(
          `<!DOCTYPE x [<!ENTITY passwords SYSTEM "file:///etc/passwd">]>${sheetOf(`<row r="1">${cellOf('A1', '&passwords;')}</row>`)}`,
        ),
      '',
      'SHEET_UNSAFE',
    ],
    [
      'a document type among the shared texts',
      () => sampleWorkbook(sheetOf(''), { 'xl/sharedStrings.xml': '<!DOCTYPE x><sst/>' }),
      '',
      'SHEET_UNSAFE',
    ],
    [
      'XML in two bytes a letter',
      () => sampleWorkbook('', { 'xl/worksheets/sheet1.xml': Buffer.from(sheetOf(''), 'utf16le') }),
      '',
      'SHEET_UNSAFE',
    ],
    ['macros', () => sampleWorkbook(sheetOf(''), { 'xl/vbaProject.bin': 'x' }), '', 'SHEET_HAS_MACROS'],
    ['another archive', async () => Buffer.concat([Buffer.from('PK\x03\x04'), deflateRawSync(Buffer.from('x'))]), '', 'FILE_BROKEN'],
    [
      'an archive of a thousand parts',
      () => sampleWorkbook(sheetOf(''), Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`xl/${n}.xml`, 'x']))),
      '',
      'SHEET_TOO_LARGE',
    ],
    [
      'a web page that goes on as an archive',
      async () => Buffer.concat([Buffer.from('<html>'), await sampleWorkbook(sheetOf(''))]),
      '',
      'TABLE_GARBAGE',
    ],
    [
      'a sheet that is not there',
      () => sampleWorkbook(sheetOf(''), { 'xl/_rels/workbook.xml.rels': RELATIONS.replace('sheet1.xml', '../../secret.xml') }),
      '',
      'FILE_BROKEN',
    ],
  ])('are refused when they are %s', async (_, make, name, code) => {
    expect(await read(await make(), name)).toBe(code);
  });

  it('take entities that are none for what they are', async () => {
    expect(await cellsOf(await sampleWorkbook(sheetOf(`<row r="1">${cellOf('A1', '&b;&lt;')}</row>`)))).toEqual([['&b;<']]);
  });

  it('are read no faster than they are taken, in a thread with little memory', async () => {
    const row = `Verein Nummer;${'Beschreibung '.repeat(15)};44135;Ostwalden\n`;
    const bytes = Buffer.from(`Name;Text;PLZ;Ort\n${row.repeat(100_000)}`);
    let [rows, largest, open] = [0, 0, 0];
    const answer = await tables.read(bytes, 'liste.csv', { ...LIMITS, rows: 100_001 }, async (some) => {
      open += 1;
      largest = Math.max(largest, some.length, open * 500);
      await Promise.resolve();
      rows += some.length;
      open -= 1;
    });
    expect(answer).toEqual({ ok: true, value: null });
    expect([rows, largest]).toEqual([100_001, 500]);
  });

  it('are read as large workbooks likewise', async () => {
    const row = (n: number) => `<row r="${n}">${cellOf(`A${n}`, `Verein Nummer ${n}`)}${cellOf(`B${n}`, 'Beschreibung '.repeat(15))}</row>`;
    const bytes = await sampleWorkbook(sheetOf(Array.from({ length: 100_000 }, (_, n) => row(n + 1)).join('')));
    let rows = 0;
    const answer = await tables.read(bytes, 'liste.xlsx', { ...LIMITS, rows: 100_001 }, async (some) => void (rows += some.length));
    expect(answer).toEqual({ ok: true, value: null });
    expect(rows).toBe(100_000);
  });
});
