import { parentPort, workerData } from 'node:worker_threads';
import { measure, type NetworkToMeasure } from '@knotenpunkt/network/domain';

// Entry of the worker thread: one network in, its measures out.
parentPort?.postMessage(measure(workerData as NetworkToMeasure));
