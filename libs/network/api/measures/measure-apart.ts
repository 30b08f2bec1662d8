import { Worker } from 'node:worker_threads';
import { measure, type Measures, type NetworkToMeasure } from '@knotenpunkt/network/domain';

/** Injection token: the built file of the worker, or null to measure in this thread (tests). */
export const MEASURES_WORKER = Symbol('MEASURES_WORKER');

/** Longer no measuring may take, also on a machine that has much else to do. */
const PATIENCE_MS = 15 * 60_000;

/** Measures of a network, computed beside the thread that answers requests. The columns are handed over. */
export function measureApart(network: NetworkToMeasure, workerFile: URL | null): Promise<Measures> {
  if (workerFile === null) return Promise.resolve(measure(network));
  return new Promise((resolve, reject) => {
    const { kind, a, b, since, strength, whole } = network;
    const transferList = [kind, a, b, since, strength, whole].map(({ buffer }) => buffer as ArrayBuffer);
    const worker = new Worker(workerFile, { workerData: network, transferList });
    const timer = setTimeout(() => void worker.terminate(), PATIENCE_MS);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => {
      clearTimeout(timer);
      // After an answer this changes nothing.
      reject(new Error(`measuring ${kind.length} actors ended without an answer`));
    });
  });
}
