import { once } from 'node:events';
import { setImmediate as others } from 'node:timers/promises';
import { inBlocks } from '@knotenpunkt/network/domain';
import type { Response } from 'express';

/**
 * Sends a text in blocks, no faster than it is taken: of a large file only a block stands in memory. Between two blocks others are
 * answered; whoever goes away ends it.
 */
export async function sendPieces(response: Response, pieces: Iterable<string>): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  try {
    for (const block of inBlocks(pieces)) {
      if (gone.signal.aborted) return;
      if (!response.write(block)) await once(response, 'drain', { signal: gone.signal });
      await others();
    }
    response.end();
  } catch (error) {
    if (!gone.signal.aborted) throw error;
  }
}
