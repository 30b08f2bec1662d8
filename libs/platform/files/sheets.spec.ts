import { crc32, deflateRawSync } from 'node:zlib';
import writeSheet from 'write-excel-file/node';
import { CONTENT_TYPES, cellOf, sampleWorkbook, sheetOf } from './sample-workbook';
import { Sheets, type SheetLimits } from './sheets';

const LIMITS: SheetLimits = { bytes: 2_000_000, rows: 501, columns: 20, characters: 1_000 };

/** An archive of one entry that says of its size what one likes. */
function lyingArchive(name: string, content: Buffer, saidSize: number): Buffer {
  const packed = deflateRawSync(content, { level: 9 });
  const local = Buffer.alloc(30);
  local.write('PK\x03\x04', 0, 'latin1');
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(crc32(content), 14);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(saidSize, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.write('PK\x01\x02', 0, 'latin1');
  central.writeUInt16LE(20, 4);
  central.writeUInt16LE(20, 6);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(crc32(content), 16);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(saidSize, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  const named = Buffer.from(name);
  return Buffer.concat([local, named, packed, central, named, end]);
}

describe('sheets that people send', () => {
  const sheets = new Sheets();
  const read = async (bytes: Buffer, limits: Partial<SheetLimits> = {}) => {
    const read = await sheets.read(bytes, { ...LIMITS, ...limits });
    return read.ok ? read.value : read.refusal.code;
  };

  it('are read as texts, days as days, rows where they stand', async () => {
    const made = await writeSheet([
      ['Titel', 'Wiedervorlage', 'Zahl'],
      [],
      ['Frühbus', { value: new Date(Date.UTC(2026, 10, 30)), type: Date, format: 'dd.mm.yyyy' }, 7],
    ]).toBuffer();
    expect(await read(made)).toEqual([['Titel', 'Wiedervorlage', 'Zahl'], expect.anything(), ['Frühbus', '2026-11-30', '7']]);
  });

  it('give of a formula what it gave, and take what looks like one for text', async () => {
    const cells = `<c r="A1" t="str"><f>HYPERLINK("http://evil.example")</f><v>Bus</v></c>${cellOf('B1', '=1+1')}${cellOf('C1', '@SUM(A1)')}<c r="D1"><f>1+1</f><v>2</v></c>`;
    expect(await read(await sampleWorkbook(sheetOf(`<row r="1">${cells}</row>`)))).toEqual([['Bus', '=1+1', '@SUM(A1)', '2']]);
  });

  it('lose what is beyond the limits of a row and of a cell', async () => {
    const made = await writeSheet([['x'.repeat(3_000), 'b', 'c']]).toBuffer();
    expect(await read(made, { columns: 2, characters: 5 })).toEqual([['xxxxx', 'b']]);
  });

  it('lose signs that no database holds', async () => {
    const cells = cellOf('A1', 'a&#0;b_x0000_c&#x1;d&#xD800;e');
    expect(await read(await sampleWorkbook(sheetOf(`<row r="1">${cells}</row>`)))).toEqual([['abcde'.replace('de', 'd\ufffde')]]);
  });

  it('are refused with more rows than are taken', async () => {
    const made = await writeSheet(Array.from({ length: 4 }, (_, row) => [`Zeile ${row}`])).toBuffer();
    expect(await read(made, { rows: 3 })).toBe('SHEET_TOO_MANY_ROWS');
  });

  it.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ['an empty file', () => Buffer.alloc(0), 'FILE_EMPTY'],
    ['a table as text', () => Buffer.from('Titel;Schritt\nFrühbus;fragen\n'), 'SHEET_KIND_UNKNOWN'],
    [
      'another archive',
      () => sampleWorkbook('x', { 'xl/workbook.xml': '' }).then(() => lyingArchive('word/document.xml', Buffer.from('<a/>'), 4)),
      'SHEET_KIND_UNKNOWN',
    ],
    [
      'an old workbook, or one with a password',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
      'SHEET_LOCKED',
    ],
    ['a workbook with macros', () => sampleWorkbook(sheetOf(''), { 'xl/vbaProject.bin': 'macro' }), 'SHEET_HAS_MACROS'],
    [
      'a workbook that says it has macros',
      () => sampleWorkbook(sheetOf(''), { '[Content_Types].xml': CONTENT_TYPES.replace('main+xml', 'macroEnabled.main+xml') }),
      'SHEET_HAS_MACROS',
    ],
    ['an archive that is cut off', async () => (await sampleWorkbook(sheetOf('<row r="1"/>'))).subarray(0, 300), 'FILE_BROKEN'],
    ['a sheet that is no XML', () => sampleWorkbook('<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>7</v>'), 'FILE_BROKEN'],
    [
      'a sheet with entities of its own',
      () =>
        sampleWorkbook(`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${sheetOf(`<row r="1">${cellOf('A1', '&amp;a;')}</row>`)}`),
      'SHEET_UNSAFE',
    ],
    [
      'a sheet in another encoding',
      async () => sampleWorkbook(sheetOf(''), { 'xl/styles.xml': '\ufeff<\u0000a\u0000/\u0000>\u0000' }),
      'SHEET_UNSAFE',
    ],
    [
      'an archive of many parts',
      () => sampleWorkbook(sheetOf(''), Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`xl/media/${n}.xml`, '']))),
      'SHEET_TOO_LARGE',
    ],
    [
      'a bomb that says how large it is',
      () => sampleWorkbook(sheetOf(`<row r="1">${cellOf('A1', 'x'.repeat(50_000_000))}</row>`)),
      'SHEET_TOO_LARGE',
    ],
    ['a bomb that says it is small', () => lyingArchive('xl/workbook.xml', Buffer.alloc(50_000_000, 'x'), 1_000), 'FILE_BROKEN'],
    [
      'a sheet that means a billion cells',
      () => sampleWorkbook(sheetOf(`<row r="1048576">${cellOf('XFD1048576', 'x')}</row>`)),
      'SHEET_TOO_LARGE',
    ],
    [
      'a sheet whose row has no end',
      () => sampleWorkbook(sheetOf(`<row r="999999999999999">${cellOf('A999999999999999', 'x')}</row>`)),
      'SHEET_TOO_LARGE',
    ],
  ])('refuse %s', async (_, make, code) => {
    const before = process.memoryUsage().rss;
    expect(await read(await make())).toBe(code);
    expect(process.memoryUsage().rss - before).toBeLessThan(500_000_000);
  });

  it('are read again after one that killed its reader', async () => {
    await read(await sampleWorkbook(sheetOf(`<row r="1048576">${cellOf('XFD1048576', 'x')}</row>`)));
    expect(await read(await sampleWorkbook(sheetOf(`<row r="1">${cellOf('A1', 'noch da')}</row>`)))).toEqual([['noch da']]);
  });
});
