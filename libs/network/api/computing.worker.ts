import { parentPort } from 'node:worker_threads';
import { buffersIn, ComputingHere, type ComputingAsked, type ComputingTold } from './columns/computing';

// Entry of the thread that computes: columns come in, what was made of them goes out.
const here = new ComputingHere();
parentPort!.on('message', (asked: ComputingAsked) => {
  const tell = (told: ComputingTold) => parentPort!.postMessage(told, 'answer' in told ? buffersIn(told.answer) : []);
  const answer = 'make' in asked ? here.make(asked.make, (phase, part) => tell({ phase, part })) : here.measure(asked.measure);
  answer.then(
    (made) => tell({ answer: made }),
    (error: unknown) => tell({ fault: error instanceof Error ? error.message : String(error) }),
  );
});
