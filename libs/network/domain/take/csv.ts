import { CSV_MARK, csvCell, csvRow } from '@knotenpunkt/kernel';
import { short } from './chunks';
import type { Taken } from './taken';
import { TakeWords } from './take-words';

/** A number as the German version of Excel reads it. */
function number(value: number, digits: number): string {
  return short(value, digits).replace('.', ',');
}

/** A table of the actors: semicolons, UTF-8 with its mark, one line an actor. */
export function* actorsCsvPieces(taken: Taken): Generator<string> {
  const words = new TakeWords(taken.language);
  yield CSV_MARK;
  yield csvRow(Object.values(words.own.columns.actors));
  for (const { id, name, label, kind, themes, city, community, degree, x, y, address } of taken.nodes) {
    yield csvRow([
      ...[id, name, label, words.kindOfOne(kind), themes.join(', '), city ?? '', taken.communities[community]?.name ?? ''],
      ...[String(degree), number(x, 2), number(y, 2), address ?? ''],
    ]);
  }
}

/** A table of the ties, with the names of both ends beside their ids. */
export function* tiesCsvPieces(taken: Taken): Generator<string> {
  const words = new TakeWords(taken.language);
  const names = new Map(taken.nodes.map(({ id, name }) => [id, csvCell(name)]));
  yield CSV_MARK;
  yield csvRow(Object.values(words.own.columns.ties));
  // Ids, days and numbers hold nothing that must be looked at, and half a million ties are many.
  for (const { a, b, grade, strength, since, until, sources } of taken.ties) {
    const ends = `${a};${names.get(a) ?? ''};${b};${names.get(b) ?? ''}`;
    yield `${ends};${words.grade(grade)};${number(strength, 6)};${since ?? ''};${until ?? ''};${sources}\r\n`;
  }
}
