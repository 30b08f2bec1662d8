/** Marks a file as UTF-8: without it Excel reads umlauts wrongly. */
export const CSV_MARK = '\ufeff';

/** What a table program takes for a formula when a cell begins with it (OWASP, CSV injection). */
const FORMULA = /^[\t\r ]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/;

/** A line of a table as the German Excel opens it: semicolons, quotation marks where they must be, and nothing that counts as a formula. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(';')}\r\n`;
}

function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[;"\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
