import { deflateSync } from 'node:zlib';
import { unpackedFont } from './unpacked-font';

/** A WOFF file with these tables; those that get shorter by it are packed. */
function woffOf(tables: Record<string, Buffer>): Buffer {
  const entries = Object.entries(tables);
  const header = Buffer.alloc(44 + 20 * entries.length);
  header.write('wOFF');
  header.writeUInt32BE(0x00010000, 4);
  header.writeUInt16BE(entries.length, 12);
  const bodies: Buffer[] = [];
  let offset = header.length;
  for (const [at, [tag, bytes]] of entries.entries()) {
    const deflated = deflateSync(bytes);
    const packed = deflated.length < bytes.length ? deflated : bytes;
    header.write(tag, 44 + 20 * at);
    for (const [field, value] of [offset, packed.length, bytes.length, at].entries()) header.writeUInt32BE(value, 48 + 20 * at + 4 * field);
    const padding = Buffer.alloc((4 - (packed.length % 4)) % 4);
    bodies.push(packed, padding);
    offset += packed.length + padding.length;
  }
  return Buffer.concat([header, ...bodies]);
}

it('gives the tables of a packed font as they were, where its directory says they are', () => {
  const tables = { cmap: Buffer.from('kurz'), glyf: Buffer.from('sehr lang '.repeat(50)), head: Buffer.from('12345') };
  const font = unpackedFont(woffOf(tables));
  expect(font.readUInt32BE(0)).toBe(0x00010000);
  expect([4, 6, 8, 10].map((field) => font.readUInt16BE(field))).toEqual([3, 32, 1, 16]);
  for (const [at, [tag, bytes]] of Object.entries(tables).entries()) {
    const entry = 12 + 16 * at;
    expect(font.toString('latin1', entry, entry + 4)).toBe(tag);
    const [offset, length] = [font.readUInt32BE(entry + 8), font.readUInt32BE(entry + 12)];
    expect(offset % 4).toBe(0);
    expect(font.subarray(offset, offset + length)).toEqual(bytes);
  }
});

it('takes nothing else for a font', () => {
  expect(() => unpackedFont(Buffer.from('wOF2 something'))).toThrow('no WOFF 1.0 font');
});
