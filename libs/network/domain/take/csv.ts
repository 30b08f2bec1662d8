import { readable, short } from './chunks';
import type { Taken } from './taken';
import { TakeWords } from './take-words';

/** Marks the file as UTF-8: without it Excel reads umlauts wrongly. */
const MARK = '\ufeff';

/** What a table program takes for a formula when a cell begins with it (OWASP, CSV injection). */
const FORMULA = /^[\t\r ]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/;

/** A text as a cell: in quotation marks where it must be, and never a formula. */
export function cell(text: string): string {
  const safe = readable(FORMULA.test(text) ? `'${text}` : text);
  return /[;"\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function row(cells: readonly string[]): string {
  return `${cells.map(cell).join(';')}\r\n`;
}

/** A number as the German version of Excel reads it. */
function number(value: number, digits: number): string {
  return short(value, digits).replace('.', ',');
}

/** A table of the actors: semicolons, UTF-8 with its mark, one line an actor. */
export function* actorsCsvPieces(taken: Taken): Generator<string> {
  const words = new TakeWords(taken.language);
  yield MARK;
  yield row(Object.values(words.own.columns.actors));
  for (const { id, name, label, kind, themes, city, community, degree, x, y, address } of taken.nodes) {
    yield row([
      ...[id, name, label, words.kindOfOne(kind), themes.join(', '), city ?? '', taken.communities[community]?.name ?? ''],
      ...[String(degree), number(x, 2), number(y, 2), address ?? ''],
    ]);
  }
}

/** A table of the ties, with the names of both ends beside their ids. */
export function* tiesCsvPieces(taken: Taken): Generator<string> {
  const words = new TakeWords(taken.language);
  const names = new Map(taken.nodes.map(({ id, name }) => [id, cell(name)]));
  yield MARK;
  yield row(Object.values(words.own.columns.ties));
  // Ids, days and numbers hold nothing that must be looked at, and half a million ties are many.
  for (const { a, b, grade, strength, since, until, sources } of taken.ties) {
    const ends = `${a};${names.get(a) ?? ''};${b};${names.get(b) ?? ''}`;
    yield `${ends};${words.grade(grade)};${number(strength, 6)};${since ?? ''};${until ?? ''};${sources}\r\n`;
  }
}
