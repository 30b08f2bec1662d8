import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { CSV_MARK, csvRow, looksLikeFormula, readableText } from './table-cell';

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('=1+1', '@x', '-2', '\t=A1', 'a;b', 'a"b', 'a\r\nb', '＝x', ' x '),
);

describe('a row of a table', () => {
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
