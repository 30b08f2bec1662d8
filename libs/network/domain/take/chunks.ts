import { readableText } from '@knotenpunkt/kernel';

/** Small texts put together to such of about this many characters: thousands of writes cost more than what is written. */
const BLOCK = 65_536;

/** The same text in fewer, larger pieces. */
export function* inBlocks(pieces: Iterable<string>, size = BLOCK): Generator<string> {
  let waiting: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    waiting.push(piece);
    length += piece.length;
    if (length < size) continue;
    yield waiting.join('');
    waiting = [];
    length = 0;
  }
  if (length > 0) yield waiting.join('');
}

/** Most texts hold nothing that must be looked at: they are passed on at once. */
const PLAIN = /^[ !#-%(-;=?-~\u00a0-\ud7ff\ue000-\ufffd]*$/;

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** A text as it may stand in an attribute or an element of XML. */
export function xml(text: string): string {
  return PLAIN.test(text) ? text : readableText(text).replace(/[&<>"'\t\n\r]/g, (sign) => ENTITIES[sign]!);
}

const UNITS = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

/** At most this many digits after the point, and no more than needed; at most six, of which none is written with an exponent. */
export function short(value: number, digits = 2): string {
  const unit = UNITS[digits] ?? 10 ** digits;
  return String(Math.round(value * unit) / unit);
}
