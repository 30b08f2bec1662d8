import { LISTED_TIE_PARTS, TIE_LABEL_MAX, type DeclaredTie, type ListedTieParts } from '@knotenpunkt/actors/domain';
import type { LocalDate } from '@knotenpunkt/kernel';
import { dayOf, RowCells, type ReadCells } from './cells';
import { changesAmong, type Target } from './judge';
import { readReference, type Reference } from './reference';

/** What a row says of two that do something together; what it does not say is not there. */
export interface ListedTie extends ListedTieParts {
  label: string;
}

/** A tie as it stands, as far as tables can change it. */
export interface KnownTie extends DeclaredTie {
  /** Of the one who said it. */
  fromName: string;
  version: number;
}

/** What a row says of a tie, and between whom it is. */
export function readTie(
  cells: readonly string[],
  fields: readonly (string | null)[],
  today: LocalDate,
): ReadCells<ListedTie> & { from: Reference | null; to: Reference | null } {
  const row = new RowCells(cells, fields, 'label');
  const [from, to] = [readReference(row, 'from'), readReference(row, 'to')];
  const said: ListedTie = { label: row.text('label', TIE_LABEL_MAX, true) ?? '' };
  const sinceOn = row.word('sinceOn', dayOf('first'), 'DATE_INVALID');
  if (sinceOn !== undefined && sinceOn > today) row.refuse('sinceOn', 'DATE_FUTURE', { text: sinceOn });
  else if (sinceOn !== undefined) said.sinceOn = sinceOn;
  return { said, problems: row.problems, from, to };
}

/** The tie there is between the two: what one of them said of it counts more than a table. */
export function tieTarget(said: ListedTie, known: KnownTie | undefined): Target | null {
  if (known === undefined) return null;
  const { id, version, sourceNote, fromName } = known;
  return { id, version, changes: changesAmong(LISTED_TIE_PARTS, said, known), ownWordOf: sourceNote === null ? fromName : null };
}
