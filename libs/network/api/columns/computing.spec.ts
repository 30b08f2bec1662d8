import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { NetworkToMeasure } from '@knotenpunkt/network/domain';
import { buffersIn, ComputingThread } from './computing';

/** Tells by the number of kinds what it does. */
const WORKER = `
  import { parentPort } from 'node:worker_threads';
  parentPort.on('message', ({ measure: { kinds: [kind], a } }) => {
    if (kind === 'FATAL') process.exit(1);
    if (kind === 'FAULTY') throw new Error('out of order');
    if (kind === 'REFUSED') return parentPort.postMessage({ fault: 'cannot be measured' });
    if (kind === 'ENDLESS') return;
    parentPort.postMessage({ answer: { ties: a.length } });
  });`;

describe('the thread that computes', () => {
  let folder: string;
  let thread: ComputingThread;
  const asked = (kind: string): NetworkToMeasure => ({
    ...{ kinds: [kind], kind: Uint8Array.of(0), a: Uint32Array.of(1, 2, 3), b: Uint32Array.of(2, 3, 4) },
    ...{ since: new Int32Array(3), strength: new Float64Array(3), whole: new Float64Array(3), newFrom: 0 },
  });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'computing-'));
    await writeFile(join(folder, 'worker.mjs'), WORKER);
    thread = new ComputingThread(pathToFileURL(join(folder, 'worker.mjs')));
  });
  afterAll(async () => {
    await thread.close();
    await rm(folder, { recursive: true });
  });

  it('is handed its columns, which take no room here any more', async () => {
    const network = asked('COMPANY');
    expect(await thread.measure(network)).toEqual({ ties: 3 });
    expect(network.a).toHaveLength(0);
  });

  it.each([
    ['FATAL', 'ended'],
    ['FAULTY', 'out of order'],
    ['REFUSED', 'cannot be measured'],
  ])('that breaks (%s) says so, and is there for the next', async (kind, words) => {
    await expect(thread.measure(asked(kind))).rejects.toThrow(words);
    expect(await thread.measure(asked('COMPANY'))).toEqual({ ties: 3 });
  });

  it('leaves what is under way when it is closed', async () => {
    const endless = thread.measure(asked('ENDLESS'));
    const [left] = await Promise.allSettled([endless, thread.close()]);
    expect(left.status).toBe('rejected');
  });

  it('is handed each room once', () => {
    const one = new Uint8Array(8);
    expect(buffersIn({ texts: ['a'], deep: [{ one, again: one.subarray(2) }], none: null })).toEqual([one.buffer]);
  });
});
