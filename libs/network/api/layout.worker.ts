import { parentPort, workerData } from 'node:worker_threads';
import { builtWorker } from './columns/built-worker';
import { ComputingHere, ComputingThread } from './columns/computing';
import { NetworkDesk } from './columns/network-desk';
import { carryOut, type NetworkAnswered, type NetworkAsked } from './columns/network-task';

// Entry of the worker thread: what is wanted of a network comes in, what came of it goes out.
const computing = builtWorker('computing.worker.js');
const desk = new NetworkDesk(
  (workerData as { databaseUrl: string }).databaseUrl,
  computing ? new ComputingThread(computing) : new ComputingHere(),
);
parentPort!.on('message', ({ number, task }: NetworkAsked) => {
  const tell = (answered: NetworkAnswered) => parentPort!.postMessage(answered);
  carryOut(desk, task).then(
    (answer) => tell({ number, answer }),
    (error: unknown) => tell({ number, fault: error instanceof Error ? error.message : String(error) }),
  );
});
