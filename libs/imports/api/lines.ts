import { createReadStream } from 'node:fs';

export interface Line {
  /** Counted from 1. */
  number: number;
  text: string;
  /** Bytes of the file up to its end, about. */
  bytes: number;
}

/** What is longer is no line of a table; it comes as if it ended here, and its rest is passed over. */
const LONGEST = 256 * 1024;

/** The lines of a file, never more of it in memory than one line and one chunk. */
export async function* linesOf(file: string): AsyncGenerator<Line> {
  const decoder = new TextDecoder();
  let [rest, number, bytes, tooLong] = ['', 0, 0, false];
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    const pieces = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = pieces.pop()!;
    for (const piece of pieces) {
      number += 1;
      if (!tooLong) yield { number, text: piece.replace(/\r$/, ''), bytes };
      tooLong = false;
    }
    if (rest.length > LONGEST) {
      if (!tooLong) yield { number: number + 1, text: rest, bytes };
      [rest, tooLong] = ['', true];
    }
  }
  rest += decoder.decode();
  if (rest !== '' && !tooLong) yield { number: number + 1, text: rest.replace(/\r$/, ''), bytes };
}
