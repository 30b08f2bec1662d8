import { readableText } from './text';

/** What a table program takes for a formula when a cell begins with it (OWASP, CSV injection). */
const FORMULA = /^[\t\r\n ]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** Whether a table program would take the text for a formula. */
export function looksLikeFormula(text: string): boolean {
  return FORMULA.test(text);
}

/** Marks a file as UTF-8: without it Excel reads umlauts wrongly. */
export const CSV_MARK = '\ufeff';

/** A text as a cell: in quotation marks where it must be, and never a formula. */
export function csvCell(text: string): string {
  const safe = readableText(looksLikeFormula(text) ? `'${text}` : text);
  return /[;"\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A row as the German version of Excel reads it. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(';')}\r\n`;
}
