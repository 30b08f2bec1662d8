import { parse } from 'csv-parse/browser/esm/sync';

/** The cells of a table as a spreadsheet puts it on the clipboard (tabs), or of CSV with semicolons or commas. */
export function pastedCells(text: string): string[][] {
  const firstLine = text.split('\n', 1)[0] ?? '';
  const delimiter = ['\t', ';', ','].find((sign) => firstLine.includes(sign)) ?? '\t';
  return parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, bom: true }) as string[][];
}
