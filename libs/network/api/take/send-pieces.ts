import { setImmediate as others } from 'node:timers/promises';
import { inBlocks } from '@knotenpunkt/network/domain';
import type { Response } from 'express';

/**
 * Sends a text in blocks, no faster than it is taken: of a large file only a block stands in memory. Between two blocks others are
 * answered; whoever goes away ends it.
 */
export async function sendPieces(response: Response, pieces: Iterable<string>): Promise<void> {
  let gone = false;
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
    if (!response.write(block) && !gone) await taken;
    await others();
  }
  if (!gone) response.end();
}
