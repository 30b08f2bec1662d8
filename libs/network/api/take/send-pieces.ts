import { setImmediate as others } from 'node:timers/promises';
import { inBlocks } from '@knotenpunkt/network/domain';
import type { Response } from 'express';

/** Whoever takes nothing for so long is not waited for: a place at the door is theirs meanwhile. */
const PATIENCE_MS = 30_000;

/**
 * Sends a text in blocks, no faster than it is taken: of a large file only a block stands in memory. Between two blocks others are
 * answered; whoever goes away, before or meanwhile, ends it, and so does who takes nothing any more.
 */
export async function sendPieces(response: Response, pieces: Iterable<string>, patienceMs = PATIENCE_MS): Promise<void> {
  // Who left before this is called is not told of again.
  let gone = response.destroyed || response.closed;
  let goOn: () => void = () => undefined;
  response.once('close', () => {
    gone = true;
    goOn();
  });
  // One listener for all waits: what packs the response keeps each that is added.
  response.on('drain', () => goOn());
  for (const block of inBlocks(pieces)) {
    if (gone) return;
    const taken = new Promise<void>((go) => (goOn = go));
    if (!response.write(block) && !gone) {
      const enough = setTimeout(() => response.destroy(), patienceMs);
      await taken.finally(() => clearTimeout(enough));
    }
    await others();
  }
  if (!gone) response.end();
}
