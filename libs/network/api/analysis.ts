import { Worker } from 'node:worker_threads';
import { analyse, type AnalysedNetwork, type NetworkToAnalyse } from './analyse';

/** Injection token: the built file of the worker, or null to compute in this thread (tests). */
export const NETWORK_WORKER = Symbol('NETWORK_WORKER');

/** Longer no layout may take; a region that needs more keeps its last one. */
const PATIENCE_MS = 120_000;

/** Communities and places of a network, computed beside the thread that answers requests. */
export function analyseApart(network: NetworkToAnalyse, workerFile: URL | null): Promise<AnalysedNetwork> {
  if (workerFile === null) return Promise.resolve(analyse(network));
  return new Promise((resolve, reject) => {
    const { a, b, strength, counted, before } = network;
    const worker = new Worker(workerFile, {
      workerData: network,
      transferList: [a, b, strength, counted, before].map(({ buffer }) => buffer as ArrayBuffer),
    });
    const timer = setTimeout(() => {
      void worker.terminate();
      reject(new Error(`the layout of ${network.ids.length} actors took longer than ${PATIENCE_MS / 1000} s`));
    }, PATIENCE_MS);
    worker.once('message', (result: AnalysedNetwork) => {
      clearTimeout(timer);
      resolve(result);
    });
    worker.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    worker.once('exit', (code) => {
      clearTimeout(timer);
      if (code !== 0) reject(new Error(`the layout ended with code ${code}`));
    });
  });
}
