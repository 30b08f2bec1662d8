import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

const unzip = promisify(gunzip);

/** What is stored compressed (gzip), in a buffer of its own, so that columns can be read where they lie. */
export async function unzipped(compressed: Buffer): Promise<ArrayBuffer> {
  const bytes = await unzip(compressed);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}
