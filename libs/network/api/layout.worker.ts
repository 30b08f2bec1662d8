import { parentPort, workerData } from 'node:worker_threads';
import { NetworkDesk } from './columns/network-desk';
import type { NetworkAnswered, NetworkAsked } from './columns/network-thread';

// Entry of the worker thread: which network is wanted comes in, whether it is there goes out.
const desk = new NetworkDesk((workerData as { databaseUrl: string }).databaseUrl);
parentPort!.on('message', ({ number, wanted }: NetworkAsked) => {
  const told = (fault: string | null) => parentPort!.postMessage({ number, fault } satisfies NetworkAnswered);
  desk.bringUpToDate(wanted).then(
    () => told(null),
    (error: unknown) => told(error instanceof Error ? error.message : String(error)),
  );
});
