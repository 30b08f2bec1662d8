import { parentPort, workerData } from 'node:worker_threads';
import { analyse, type NetworkToAnalyse } from './analyse';

// Entry of the worker thread: one network in, one answer out.
const result = analyse(workerData as NetworkToAnalyse);
parentPort?.postMessage(result, [result.places.buffer as ArrayBuffer]);
