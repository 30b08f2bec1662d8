import { readDay } from '@knotenpunkt/initiatives/domain';
import { addDays, checkText, type LocalDate, type Refusal, type Result } from '@knotenpunkt/kernel';
import { cutTo } from './row';

/** What is wrong with a cell. `code` is a key of `import.problems` of the catalogue, whose sentence says how to mend it. */
export interface CellProblem extends Refusal {
  field: string;
}

/** What a row says, with all that is wrong with it; `said` is whole where nothing is. */
export interface ReadCells<Said> {
  said: Said;
  problems: CellProblem[];
}

/** As long as the longest name. */
const LABEL_MAX = 160;

/** A cell a spreadsheet would compute, or one whose computing failed. */
function oddCell(text: string): 'CELL_IS_FORMULA' | 'CELL_IS_ERROR' | null {
  if (/^#(REF|BEZUG|NAME|VALUE|WERT|DIV\/0|N\/A|NV|NULL|NUM|ZAHL)[!?]?/.test(text)) return 'CELL_IS_ERROR';
  return /^[=@]|^[+-](?![\d\s(])/.test(text) ? 'CELL_IS_FORMULA' : null;
}

/** The parts of a cell that names several. */
export function partsOfCell(text: string): string[] {
  const parts = text.split(/[;\n|]/).map((part) => part.trim());
  return [...new Set(parts.filter(Boolean))];
}

/** The last day of the month of a day. */
function lastOfMonth(day: LocalDate): LocalDate {
  const next = `${addDays(`${day.slice(0, 7)}-28`, 4).slice(0, 7)}-01`;
  return addDays(next, -1);
}

/** A day, or the first or last one of a month. */
export function dayOf(end: 'first' | 'last') {
  return (text: string): LocalDate | null => {
    const day = readDay(text);
    return day && (day.precision === 'MONTH' && end === 'last' ? lastOfMonth(day.date) : day.date);
  };
}

/** The cells of a row by what their columns mean, and what is wrong with them. Nothing is said twice of one cell. */
export class RowCells {
  readonly problems: CellProblem[] = [];
  private readonly texts = new Map<string, string>();

  /** `about`: the field whose cell says what the row is about. */
  constructor(cells: readonly string[], fields: readonly (string | null)[], about: string) {
    fields.forEach((field, at) => {
      const text = (cells[at] ?? '').trim();
      if (field === null || text === '') return;
      const odd = oddCell(text);
      if (odd) this.problems.push({ field, code: odd, params: { text: cutTo(text, 40) } });
      else this.texts.set(field, text);
    });
    if (cells.slice(fields.length).some((text) => text !== ''))
      this.problems.push({ field: about, code: 'COLUMNS_DIFFER', params: { wanted: fields.length } });
  }

  get(field: string): string | undefined {
    return this.texts.get(field);
  }

  /** Notes what is wrong with a cell, unless something is noted already. */
  refuse(field: string, code: string, params?: CellProblem['params']): undefined {
    if (!this.problems.some((problem) => problem.field === field)) this.problems.push({ field, code, ...(params && { params }) });
  }

  /** What was checked, where it is right and says something. */
  take<Value>(field: string, check: Result<Value>): Exclude<Value, ''> | undefined {
    if (!check.ok) return this.refuse(field, check.refusal.code, check.refusal.params);
    return check.value === '' ? undefined : (check.value as Exclude<Value, ''>);
  }

  /** A text; `needed`: it must be there. */
  text(field: string, max: number, needed = false): string | undefined {
    return this.take(field, checkText(field, this.get(field), { max, optional: !needed }));
  }

  /** What a word means; a word that means nothing is wrong. */
  word<Meaning>(field: string, meaning: (text: string) => Meaning | null, code: string): Meaning | undefined {
    const text = this.get(field);
    if (text === undefined) return undefined;
    return meaning(text) ?? this.refuse(field, code, { text: cutTo(text, 60) });
  }

  /** What several words in one cell mean, each once. */
  words<Meaning>(field: string, meaning: (text: string) => Meaning | null, code: string): Meaning[] | undefined {
    const text = this.get(field);
    if (text === undefined) return undefined;
    // "Pflege, Erziehung" may be one word of the vocabulary or two.
    const said = partsOfCell(text).flatMap((part) => (meaning(part) === null ? part.split(',').map((each) => each.trim()) : [part]));
    const unknown = said.find((part) => part !== '' && meaning(part) === null);
    if (unknown !== undefined) return this.refuse(field, code, { text: cutTo(unknown, 60) });
    return [...new Set(said.filter(Boolean).map((part) => meaning(part)!))];
  }
}

/** What a row is called where it is shown, also where that cannot be taken; empty where nothing stands there. */
export function labelOf(cells: readonly string[], fields: readonly (string | null)[], about: string): string {
  return cutTo((cells[fields.indexOf(about)] ?? '').trim(), LABEL_MAX);
}
