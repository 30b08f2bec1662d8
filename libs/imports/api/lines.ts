import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';

export interface Line {
  /** Counted from 1. */
  number: number;
  text: string;
  /** False where its bytes are no UTF-8. */
  readable: boolean;
  /** Bytes of the file up to its end, about. */
  bytes: number;
}

/** What is longer is no line of a table; it comes as if it ended here, and its rest is passed over. */
const LONGEST = 256 * 1024;
const END = 0x0a;

/** The lines of a file, never more of it in memory than one line and one chunk. */
export async function* linesOf(file: string): AsyncGenerator<Line> {
  let rest: Buffer = Buffer.alloc(0);
  let [number, bytes, tooLong] = [0, 0, false];
  const line = (content: Buffer): Line => ({
    number,
    text: content.toString('utf8').replace(/\r$/, ''),
    readable: isUtf8(content),
    bytes,
  });
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    const buffer = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    let from = 0;
    for (let end = buffer.indexOf(END); end >= 0; end = buffer.indexOf(END, from)) {
      number += 1;
      if (!tooLong) yield line(buffer.subarray(from, end));
      tooLong = false;
      from = end + 1;
    }
    rest = buffer.subarray(from);
    if (rest.length <= LONGEST) continue;
    if (!tooLong) {
      number += 1;
      yield line(rest);
      number -= 1;
    }
    [rest, tooLong] = [Buffer.alloc(0), true];
  }
  number += 1;
  if (rest.length > 0 && !tooLong) yield line(rest);
}
