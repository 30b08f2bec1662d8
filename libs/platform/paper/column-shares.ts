import type { PaperTable } from './paper-sheet';

/** So many letters of a table stand side by side on a page, about. */
const LETTERS = 100;
/** Room around a text, in letters. */
const AROUND = 2;
/** Heads are bold, and so wider. */
const BOLD = 1.15;
/** Longer texts than this make a column no wider: they wrap. */
const WIDEST = 44;

function longestWord(text: string): number {
  return Math.max(...text.split(/[\s-]+/).map((word) => word.length));
}

/**
 * What share of the width each column gets, together 1: first what its longest word needs, and of what is left more where more is
 * written. Counted in letters, so that both writers divide a table alike.
 */
export function columnShares({ columns, rows }: PaperTable): number[] {
  const needs = columns.map((name, at) => {
    const texts = rows.map((row) => row[at]?.text ?? '');
    const least = Math.min(Math.max(longestWord(name) * BOLD, ...texts.map(longestWord)), WIDEST) + AROUND;
    const usual = texts.reduce((sum, text) => sum + Math.min(text.length, WIDEST), 0) / Math.max(texts.length, 1);
    return { least, more: Math.max(usual + AROUND - least, 0) };
  });
  const [least, more] = (['least', 'more'] as const).map((part) => needs.reduce((sum, need) => sum + need[part], 0)) as [number, number];
  const left = Math.max(LETTERS - least, 0);
  const widths = needs.map((need) => need.least + (more > 0 ? (left * need.more) / more : left / needs.length));
  const all = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => width / all);
}
