import type { Refusal } from '@knotenpunkt/kernel';

/** A line of a table by the names of its columns; a column that a table may leave out can be missing. */
export type Row = Readonly<Record<string, string | undefined>>;

/** Why a line is not taken, or what is odd about one that is. Keys of the room's catalogue of messages. */
export type RowCode =
  | 'NOT_READABLE'
  | 'COLUMNS_DIFFER'
  | 'NOT_UTF8'
  | 'KEY_MISSING'
  | 'KEY_TWICE'
  | 'NAME_MISSING'
  | 'TITLE_MISSING'
  | 'SECTOR_UNKNOWN'
  | 'PLACE_INVALID'
  | 'DATE_INVALID'
  | 'AMOUNT_INVALID'
  | 'ROLE_UNKNOWN'
  | 'ACTOR_UNKNOWN'
  | 'PROJECT_UNKNOWN'
  | 'NO_PARTICIPANT'
  | 'LEAD_MISSING'
  | 'SEVERAL_LEADS'
  | 'CHANGED';

/** What is wrong with a line of a file, or odd about it. */
export interface RowProblem {
  file: string;
  /** Counted from 1, as an editor does. */
  line: number;
  refusal: Refusal<RowCode>;
  /** False: the line was taken all the same. */
  left: boolean;
}

/** The text without control characters (which no database takes) and without white space at its ends. */
export function plain(text: string | undefined): string {
  return (text ?? '').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ' ').trim();
}

/** The text, cut at a word where it is longer than people may write it. */
export function cutTo(text: string, max: number): string {
  const letters = [...text];
  if (letters.length <= max) return text;
  const cut = letters.slice(0, max - 1).join('');
  const atWord = cut.replace(/\s+\S*$/, '');
  return `${atWord.length > max / 2 ? atWord : cut}…`;
}
