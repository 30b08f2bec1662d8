import { atOnce } from '@knotenpunkt/kernel';

/** A column of numbers, or of texts. */
export type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array | readonly string[];

const KINDS = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, i32: Int32Array, f32: Float32Array, f64: Float64Array } as const;
type Kind = keyof typeof KINDS | 'text';

/** Where a column lies behind the head. `length` counts values, `bytes` the room they take, for texts without their ends. */
interface Lies {
  name: string;
  kind: Kind;
  length: number;
  at: number;
  bytes: number;
}

/** The first four bytes of every document of this form. */
const MARK = 0x314e504b;
/** Columns begin at multiples of this, so that they can be read where they lie. */
const ALIGNED = 8;

/** These bytes are no document of this form, or only a part of one. */
export class NotPacked extends Error {
  constructor() {
    super('These are no packed columns.');
    this.name = 'NotPacked';
  }
}

const aligned = (bytes: number) => Math.ceil(bytes / ALIGNED) * ALIGNED;

/**
 * Writes a head of plain values and named columns into one run of bytes: mark, length of the head, head as JSON, then the columns,
 * little-endian. Of a text column the ends of the texts come first (UTF-16 units, 32 bits each), then all texts as one (UTF-8).
 */
export function pack<Head extends object>(head: Head, columns: Readonly<Record<string, Column>>): Uint8Array<ArrayBuffer> {
  const lies: Lies[] = [];
  const parts: { at: number; bytes: Uint8Array }[] = [];
  let at = 0;
  const put = (bytes: Uint8Array) => {
    parts.push({ at, bytes });
    at += aligned(bytes.byteLength);
  };
  for (const [name, column] of Object.entries(columns)) {
    const begin = at;
    if (isText(column)) {
      put(bytesOf(endsOf(column)));
      const texts = new TextEncoder().encode(column.join(''));
      put(texts);
      lies.push({ name, kind: 'text', length: column.length, at: begin, bytes: texts.byteLength });
    } else {
      put(bytesOf(column));
      lies.push({ name, kind: kindOf(column), length: column.length, at: begin, bytes: column.byteLength });
    }
  }
  const headBytes = new TextEncoder().encode(JSON.stringify({ head, columns: lies }));
  const body = aligned(8 + headBytes.byteLength);
  const packed = new Uint8Array(body + at);
  const numbers = new DataView(packed.buffer);
  numbers.setUint32(0, MARK, true);
  numbers.setUint32(4, headBytes.byteLength, true);
  packed.set(headBytes, 8);
  for (const part of parts) packed.set(part.bytes, body + part.at);
  return packed;
}

/** Head and columns again; number columns are views on the bytes given, nothing is copied. Throws `NotPacked`. */
export function unpack<Head extends object>(packed: ArrayBuffer): { head: Head; columns: Record<string, Column> } {
  return atOnce(unpackInSteps<Head>(packed));
}

/** The same, column by column: whoever reads a large document on a thread that answers can do something else in between. */
export function* unpackInSteps<Head extends object>(
  packed: ArrayBuffer,
): Generator<undefined, { head: Head; columns: Record<string, Column> }> {
  if (packed.byteLength < 8) throw new NotPacked();
  const numbers = new DataView(packed);
  const headLength = numbers.getUint32(4, true);
  const body = aligned(8 + headLength);
  if (numbers.getUint32(0, true) !== MARK || body > packed.byteLength) throw new NotPacked();
  const { head, columns } = JSON.parse(new TextDecoder().decode(new Uint8Array(packed, 8, headLength))) as { head: Head; columns: Lies[] };
  const read: Record<string, Column> = {};
  for (const { name, kind, length, at, bytes } of columns) {
    const room = kind === 'text' ? aligned(4 * length) + bytes : bytes;
    if (body + at + room > packed.byteLength) throw new NotPacked();
    read[name] = kind === 'text' ? textsAt(packed, body + at, length, bytes) : new KINDS[kind](packed, body + at, length);
    if (kind === 'text') yield;
  }
  return { head, columns: read };
}

/** What documents of equal content have in common whatever the version of the data: their head without `seq`, and all columns. */
export function contentIn(packed: Uint8Array<ArrayBuffer>): { head: string; columns: Uint8Array } {
  const headLength = new DataView(packed.buffer, packed.byteOffset).getUint32(4, true);
  const told = JSON.parse(new TextDecoder().decode(packed.subarray(8, 8 + headLength))) as { head: object };
  return { head: JSON.stringify({ ...told, head: { ...told.head, seq: 0 } }), columns: packed.subarray(aligned(8 + headLength)) };
}

/** Columns by the name of their group and their own, so that several groups lie in one document. */
export function groupedAs(group: string, columns: Readonly<Record<string, Column>>): Record<string, Column> {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [`${group}.${name}`, column]));
}

/** The columns of one group again. */
export function groupIn(columns: Readonly<Record<string, Column>>, group: string): Record<string, Column> {
  const prefix = `${group}.`;
  return Object.fromEntries(
    Object.entries(columns).flatMap(([name, column]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), column]] : [])),
  );
}

function textsAt(packed: ArrayBuffer, at: number, length: number, bytes: number): string[] {
  const ends = new Uint32Array(packed, at, length);
  // All at once: taking parts of one long text costs next to nothing.
  const all = new TextDecoder().decode(new Uint8Array(packed, at + aligned(4 * length), bytes));
  return Array.from(ends, (end, index) => all.slice(index === 0 ? 0 : ends[index - 1]!, end));
}

function endsOf(texts: readonly string[]): Uint32Array {
  let end = 0;
  return Uint32Array.from(texts, (text) => (end += text.length));
}

function isText(column: Column): column is readonly string[] {
  return Array.isArray(column);
}

function kindOf(column: Exclude<Column, readonly string[]>): Kind {
  return (Object.keys(KINDS) as (keyof typeof KINDS)[]).find((kind) => column instanceof KINDS[kind])!;
}

function bytesOf({ buffer, byteOffset, byteLength }: Exclude<Column, readonly string[]>): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
