import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { rowsOf, TableError, type ReadRow } from './csv-rows';

describe('rows of a table', () => {
  const folder = mkdtempSync(join(tmpdir(), 'csv-rows-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function read(text: string | Buffer, columns = ['a', 'b']): Promise<ReadRow[]> {
    const file = join(folder, 'table.csv');
    writeFileSync(file, text);
    const rows: ReadRow[] = [];
    for await (const row of rowsOf(file, columns)) rows.push(row);
    return rows;
  }
  const told = async (text: string | Buffer) =>
    (await read(text)).map(({ line, row, refusal }) => [line, row ? [row['a'], row['b']] : refusal!.code]);

  it('have the line on which they begin, whatever stands in quotation marks', async () => {
    expect(await told('\uFEFFa,b\r\n1,2\r\n\r\n"x\ny","say ""hello"", then go"\n3,4')).toEqual([
      [2, ['1', '2']],
      [4, ['x\ny', 'say "hello", then go']],
      [6, ['3', '4']],
    ]);
  });

  it('are refused alone: others go in', async () => {
    expect(await told('a,b\n1,2\n3\n"4" x,5\n6,7,8\n9,10\n')).toEqual([
      [2, ['1', '2']],
      [3, 'COLUMNS_DIFFER'],
      [4, 'NOT_READABLE'],
      [5, 'COLUMNS_DIFFER'],
      [6, ['9', '10']],
    ]);
    expect(await told(Buffer.from('a,b\n1,\xe9\n3,4\n', 'latin1'))).toEqual([
      [2, 'NOT_UTF8'],
      [3, ['3', '4']],
    ]);
  });

  it('survive a quotation mark that nobody closes, also one that another line seems to close', async () => {
    expect(await told('a,b\n"1,2\n3,4\n5,6\n')).toEqual([
      [2, 'NOT_READABLE'],
      [3, ['3', '4']],
      [4, ['5', '6']],
    ]);
    expect(await told('a,b\n"1,2\n3,4\n"5",6\n')).toEqual([
      [2, 'NOT_READABLE'],
      [3, ['3', '4']],
      [4, ['5', '6']],
    ]);
    const long = Array.from({ length: 300 }, (_, at) => `${at},x`);
    expect(await told(`a,b\n"open,2\n${long.join('\n')}\n`)).toHaveLength(301);
  });

  it('pass over a line without end', async () => {
    expect(await told(`a,b\n${'x'.repeat(600_000)},2\n3,4\n`)).toEqual([
      [2, 'COLUMNS_DIFFER'],
      [3, ['3', '4']],
    ]);
  });

  it('need a header', async () => {
    await expect(read('a,c\n1,2\n')).rejects.toThrow('has no column b');
    await expect(read('')).rejects.toThrow(TableError);
  });

  it('come as they were written', async () => {
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const value = fc.string({ unit: 'grapheme' }).filter((text) => !/[\r\u0000\uFFFD]/.test(text));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(value, value), { maxLength: 20 }), async (rows) => {
        const back = await read(`a,b\n${rows.map(([a, b]) => `${quoted(a)},${quoted(b)}\n`).join('')}`);
        expect(back.map(({ row }) => [row?.['a'], row?.['b']])).toEqual(rows);
      }),
      { numRuns: 50 },
    );
  });
});
