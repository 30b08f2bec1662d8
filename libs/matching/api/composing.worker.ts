import { parentPort } from 'node:worker_threads';
import { composeTables } from '@knotenpunkt/matching/domain';
import type { Answered, Asked } from './composer';
import { loadSolver } from './linear-solver';

// Entry of the worker thread: one problem in, its tables out, again and again.
const solver = loadSolver();
parentPort!.on('message', ({ number, problem, most }: Asked) => {
  void solver.then((solve) => {
    const answered: Answered = { number, tables: composeTables(problem, solve, most) };
    parentPort!.postMessage(answered);
  });
});
