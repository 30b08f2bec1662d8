import { inflateSync } from 'node:zlib';

const WOFF = { header: 44, entry: 20 };
const SFNT = { header: 12, entry: 16 };

/** Tables begin at multiples of four bytes. */
const padded = (length: number) => Math.ceil(length / 4) * 4;

/**
 * A WOFF 1.0 font (W3C Recommendation of 2012, sections 3 to 5) as the OpenType font it holds. What reads packed fonts unpacks a table
 * again for every letter, which takes seconds.
 */
export function unpackedFont(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('no WOFF 1.0 font');
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, at) => {
    const entry = WOFF.header + at * WOFF.entry;
    const [offset, packedLength, length] = [4, 8, 12].map((field) => woff.readUInt32BE(entry + field)) as [number, number, number];
    const packed = woff.subarray(offset, offset + packedLength);
    const tag = woff.subarray(entry, entry + 4);
    return { tag, checksum: woff.readUInt32BE(entry + 16), bytes: packedLength < length ? inflateSync(packed) : packed };
  });
  const font = Buffer.alloc(tables.reduce((sum, { bytes }) => sum + padded(bytes.length), SFNT.header + count * SFNT.entry));
  const power = Math.floor(Math.log2(count));
  font.writeUInt32BE(woff.readUInt32BE(4), 0);
  for (const [at, value] of [count, 16 * 2 ** power, power, 16 * (count - 2 ** power)].entries()) font.writeUInt16BE(value, 4 + 2 * at);
  let end = SFNT.header + count * SFNT.entry;
  for (const [at, { tag, checksum, bytes }] of tables.entries()) {
    const entry = SFNT.header + at * SFNT.entry;
    tag.copy(font, entry);
    for (const [field, value] of [checksum, end, bytes.length].entries()) font.writeUInt32BE(value, entry + 4 + 4 * field);
    bytes.copy(font, end);
    end += padded(bytes.length);
  }
  return font;
}
