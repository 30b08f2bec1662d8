/** The part of a list that is asked for: at most `first` rows after the row that `after` names. */
export interface PageRequest {
  first: number;
  after?: string | null;
}

/** Rows of a list in its order. Cursors are made when asked for: of most pages only the last one is. */
export interface Page<Row> {
  rows: Row[];
  cursorOf(row: Row): string;
  hasNext: boolean;
}

export const LARGEST_PAGE = 100;

/** Cursors name the sort key and the id of a row, so that a page does not shift when rows are added before it. */
export type CursorKey = [sortKey: string, id: string];

/** Works in browser and Node: base64url of UTF-8 JSON. */
export function encodeCursor(key: CursorKey): string {
  const binary = String.fromCharCode(...new TextEncoder().encode(JSON.stringify(key)));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The key in a cursor, or null for text that is no cursor of ours. */
export function decodeCursor(cursor: string): CursorKey | null {
  try {
    const binary = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
    const key: unknown = JSON.parse(new TextDecoder().decode(Uint8Array.from(binary, (c) => c.charCodeAt(0))));
    return Array.isArray(key) && key.length === 2 && key.every((part) => typeof part === 'string') ? (key as CursorKey) : null;
  } catch {
    return null;
  }
}

/** Makes a page of rows that were read with `limit = first + 1`; the surplus row only tells that there is more. */
export function toPage<Row>(read: Row[], first: number, keyOf: (row: Row) => CursorKey): Page<Row> {
  const rows = read.slice(0, first);
  return { rows, cursorOf: (row) => encodeCursor(keyOf(row)), hasNext: read.length > first };
}
