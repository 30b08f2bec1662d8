import type { IncomingMessage } from 'node:http';
import { ok, refuse, type Result } from '@knotenpunkt/kernel';

/** How long a file may take to arrive, in milliseconds. */
const PATIENCE_MS = 60_000;

/** Bytes that are read and thrown away behind a refusal: a browser that is cut off while it sends never reads the answer. */
const LET_RUN_OUT = 10 * 1024 * 1024;

/** The body of a request that nothing has read yet. Nothing of one larger than `largest` bytes is kept. */
export function readBytes(request: IncomingMessage, largest: number): Promise<Result<Buffer, 'FILE_TOO_LARGE' | 'FILE_BROKEN'>> {
  const tooLarge = refuse('FILE_TOO_LARGE', { params: { max: largest / 1024 / 1024 } });
  return new Promise((resolve) => {
    if (Number(request.headers['content-length'] ?? 0) > largest) {
      turnAway(request);
      return resolve(tooLarge);
    }
    const pieces: Buffer[] = [];
    let length = 0;
    const keep = (piece: Buffer) => {
      pieces.push(piece);
      length += piece.length;
      if (length <= largest) return;
      request.off('data', keep);
      pieces.length = 0;
      turnAway(request);
      resolve(tooLarge);
    };
    endAfterPatience(request);
    request.on('data', keep);
    request.once('end', () => resolve(ok(Buffer.concat(pieces))));
    request.once('close', () => resolve(refuse('FILE_BROKEN')));
  });
}

/** For a request that was refused before its body was read: lets a little of it run out, and ends the line where more comes. */
export function turnAway(request: IncomingMessage): void {
  let left = LET_RUN_OUT;
  endAfterPatience(request);
  request.on('data', (piece: Buffer) => {
    left -= piece.length;
    if (left < 0) request.destroy();
  });
}

function endAfterPatience(request: IncomingMessage): void {
  const timer = setTimeout(() => request.destroy(), PATIENCE_MS).unref();
  request.once('end', () => clearTimeout(timer));
  request.once('close', () => clearTimeout(timer));
}
