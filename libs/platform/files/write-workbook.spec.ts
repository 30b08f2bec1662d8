import { buffer } from 'node:stream/consumers';
import { readSheet } from 'read-excel-file/node';
import { writeWorkbook, type WorkbookCell } from './write-workbook';

async function* rowsOf(rows: WorkbookCell[][]) {
  yield* rows;
}

describe('a workbook that is written as a stream', () => {
  it('is read back as it was, with umlauts, signs of XML, and no formula', async () => {
    const texts = [
      ['Name', 'Sagt'],
      ['Bäckerei <Kornglück> & Söhne', '=1+1'],
      ['Zeile 1\nZeile 2', '😀 "x"'],
      ['', 'nur hier'],
    ];
    const rows = texts.map((row) => row.map((text) => ({ text, kept: text.startsWith('=') })));
    const bytes = await buffer(writeWorkbook({ sheet: 'Akteure: alle', widths: [20, 20], rows: rowsOf(rows) }));
    const read = await readSheet(bytes);
    expect(read.map((row) => row.map((cell) => cell ?? ''))).toEqual(texts);
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
  });

  it('asks for rows only as they are taken, and fails where they do', async () => {
    let asked = 0;
    async function* many() {
      for (; asked < 1_000_000; asked++) yield [{ text: Math.random().toString(36).repeat(20) }];
    }
    const stream = writeWorkbook({ sheet: 'x', widths: [10], rows: many() });
    await new Promise((go) => stream.once('readable', go));
    await new Promise((go) => setTimeout(go, 200));
    expect(asked).toBeLessThan(100_000);
    stream.destroy();
    async function* broken(): AsyncGenerator<WorkbookCell[]> {
      yield [{ text: 'x' }];
      throw new Error('away');
    }
    await expect(buffer(writeWorkbook({ sheet: 'x', widths: [10], rows: broken() }))).rejects.toThrow('away');
  });
});
