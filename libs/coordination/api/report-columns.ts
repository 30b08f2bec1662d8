import type { ReportTable } from '@knotenpunkt/coordination/domain';

/** Longer texts than this make a column no wider: they wrap. */
const WIDEST = 44;

/**
 * What share of the width each column gets, together 1: what its longest word needs, and more where more is written in it. Counted
 * in letters, so that both writers divide a table alike.
 */
export function columnShares({ columns, rows }: Pick<ReportTable, 'columns' | 'rows'>): number[] {
  const needs = columns.map((name, at) => {
    const texts = rows.map((row) => row[at]?.text ?? '');
    const longestWord = Math.max(...[name, ...texts].flatMap((text) => text.split(/\s+/)).map((word) => word.length));
    const usual = texts.reduce((sum, text) => sum + Math.min(text.length, WIDEST), 0) / Math.max(texts.length, 1);
    return Math.max(Math.min(longestWord, WIDEST) + 4, usual);
  });
  const all = needs.reduce((sum, need) => sum + need, 0);
  return needs.map((need) => need / all);
}
