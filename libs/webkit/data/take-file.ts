import type { Answer } from './answer';
import { faultOf, faultOfStatus } from './faults';
import { readSent } from './send-file';

const PATIENCE_MS = 90_000;

/** What a server says instead of a file: why it refuses (422, with a code), or a fault. */
async function readRefused(response: Response): Promise<Answer<never>> {
  if (response.status !== 422) return { kind: 'failed', fault: faultOfStatus(response.status) };
  return readSent<never>(response.status, await response.json().catch(() => null));
}

/** Gives the reader a file under a name, as a download. */
export function giveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after the click; it is let go when that is done for sure.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/**
 * Fetches a file that the server makes and gives it to the reader under a name, as a link would; but a refusal comes back as an
 * answer and not as a page. Never throws, as the `send` of `useMutationAnswer`. What is `left` is given to nobody.
 */
export async function takeFile(address: string, name: string, left?: AbortSignal): Promise<Answer<{ name: string }>> {
  try {
    const signal = AbortSignal.any([AbortSignal.timeout(PATIENCE_MS), ...(left ? [left] : [])]);
    const response = await fetch(address, { signal });
    if (!response.ok) return await readRefused(response);
    giveFile(await response.blob(), name);
    return { kind: 'done', value: { name } };
  } catch (error) {
    return { kind: 'failed', fault: faultOf(error) };
  }
}
