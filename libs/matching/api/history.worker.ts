import { parentPort } from 'node:worker_threads';
import { HistoryDesk } from './history-desk';
import type { HistoryAnswered, HistoryAsked } from './history-thread';

// Entry of the worker thread: one question in, its answer out, again and again.
const desk = new HistoryDesk();
parentPort!.on('message', ({ number, key, register, question }: HistoryAsked) => {
  if (register !== null && !desk.has(key)) desk.learn(key, register);
  const answered: HistoryAnswered = { number, answer: desk.answer(key, question) };
  parentPort!.postMessage(answered);
});
