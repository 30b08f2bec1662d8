import type { ReportCell, ReportFigure, ReportSection } from './report-content';
import type { ReportFacts } from './report-facts';
import { reportLists, type ReportListName } from './report-lists';
import { linked, type ReportWords } from './report-words';

type SectionName = Exclude<keyof ReportWords['own']['sections'], 'overview' | 'desk'>;

/** What the sections of one report are made of. */
export interface Telling {
  facts: ReportFacts;
  words: ReportWords;
}

/** The figure of a list with its word and its address. */
export function figureOf({ facts, words }: Telling, list: ReportListName): ReportFigure {
  return { list, value: facts.counts[list], label: words.own.figures[list], address: reportLists(facts.period)[list].address };
}

/** A section with its figures and, where the list it tells of has rows, its table and how many rows are not in it. */
export function sectionOf<Row>(
  telling: Telling,
  name: SectionName,
  wish: { figures: ReportListName[]; list: ReportListName; rows: readonly Row[]; columns: string[]; cells: (row: Row) => ReportCell[] },
): ReportSection {
  const { facts, words } = telling;
  const { title, lead, none } = words.own.sections[name];
  const left = facts.counts[wish.list] - wish.rows.length;
  const some = wish.rows.length > 0;
  return {
    name,
    title,
    paragraphs: some ? [lead] : [lead, none],
    figures: wish.figures.map((list) => figureOf(telling, list)),
    table: some ? { columns: wish.columns, rows: wish.rows.map(wish.cells) } : null,
    more: left > 0 ? linked(words.counted(words.own.more, left), reportLists(facts.period)[wish.list].address) : null,
  };
}
