import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { readableText } from './text';
import { CSV_MARK, csvCell, csvRow, looksLikeFormula } from './csv';

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('=1+1', '@x', '-2', '\t=A1', 'a;b', 'a"b', 'a\r\nb', '＝x', ' x '),
);

describe('a row of a table', () => {
  it('says by a quotation mark that a cell is a text, and leaves others as they are', () => {
    expect(csvCell('=1+1')).toBe("'=1+1");
    expect(csvCell(' @SUM(A1)')).toBe("' @SUM(A1)");
    expect(csvCell('\t=1')).toBe("'\t=1");
    expect(csvCell('+49 231 12345')).toBe("'+49 231 12345");
    expect(csvCell('Bau AG – Tief + Hoch')).toBe('Bau AG – Tief + Hoch');
    expect(csvCell('a;b')).toBe('"a;b"');
  });

  it('comes back as it was, and never as a formula', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 5 }), (cells) => {
        const [row] = parse(`${CSV_MARK}${csvRow(cells)}`, {
          delimiter: ';',
          bom: true,
          relax_column_count: true,
          skip_empty_lines: false,
        }) as string[][];
        expect(row).toEqual(cells.map((cell) => readableText(looksLikeFormula(cell) ? `'${cell}` : cell)));
        expect(row!.some(looksLikeFormula)).toBe(false);
      }),
    );
  });
});
