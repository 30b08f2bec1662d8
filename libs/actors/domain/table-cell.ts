/** What a table program takes for a formula when a cell begins with it (OWASP, CSV injection). */
const FORMULA = /^[\t\r\n ]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** Whether a table program would take the text for a formula. */
export function looksLikeFormula(text: string): boolean {
  return FORMULA.test(text);
}

/** What XML 1.0 does not allow at all, not even escaped: control characters, halves of pairs, U+FFFE and U+FFFF. */
const NOT_IN_XML =
   
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text with a sign that says so in place of what no file can hold. */
export function readableText(text: string): string {
  return text.replace(NOT_IN_XML, '\ufffd');
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
