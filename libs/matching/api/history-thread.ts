import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Worker } from 'node:worker_threads';
import type { HistoryAnswer, HistoryQuestion, Register } from '@knotenpunkt/matching/domain';
import { HistoryDesk } from './history-desk';

/** Injection token: the built file of the worker, or null where there is none (tests): then nothing is told, unless on this thread. */
export const HISTORY_WORKER = Symbol('HISTORY_WORKER');

export interface HistoryAsked {
  number: number;
  key: string;
  /** Sent when the thread does not hold the past of this key. */
  register: Register | null;
  question: HistoryQuestion;
}

export interface HistoryAnswered {
  number: number;
  /** Null: the past of this key is wanted first. */
  answer: HistoryAnswer | null;
}

/** Answers from what was done in a region, beside the thread that answers requests: learning a large region takes a minute. */
@Injectable()
export class HistoryThread implements OnApplicationShutdown {
  private readonly log = new Logger(HistoryThread.name);
  private here: HistoryDesk | null = null;
  private readonly waiting = new Map<number, { resolve: (answer: HistoryAnswer | null) => void; reject: (error: Error) => void }>();
  private worker: Worker | null = null;
  private numbers = 0;

  constructor(@Inject(HISTORY_WORKER) private readonly workerFile: URL | null) {}

  async onApplicationShutdown(): Promise<void> {
    await this.worker?.terminate();
  }

  /** Answers on this thread from now on: for tests that look at it, and pay the seconds. */
  answerHere(): void {
    this.here = new HistoryDesk();
  }

  /** What the past of a key tells; `register` is asked for only where nothing is kept of it. */
  async ask(key: string, register: () => Register, question: HistoryQuestion): Promise<HistoryAnswer> {
    if (this.here) {
      if (!this.here.has(key)) this.here.learn(key, register());
      return this.here.answer(key, question)!;
    }
    if (this.workerFile === null) return { worthTelling: false };
    const known = await this.post(this.workerFile, { key, register: null, question });
    return known ?? (await this.post(this.workerFile, { key, register: register(), question }))!;
  }

  private post(workerFile: URL, asked: Omit<HistoryAsked, 'number'>): Promise<HistoryAnswer | null> {
    this.worker ??= this.begin(workerFile);
    const number = ++this.numbers;
    return new Promise((resolve, reject) => {
      this.waiting.set(number, { resolve, reject });
      this.worker!.postMessage({ ...asked, number } satisfies HistoryAsked);
    });
  }

  private begin(workerFile: URL): Worker {
    const worker = new Worker(workerFile);
    worker.unref();
    worker.on('message', ({ number, answer }: HistoryAnswered) => {
      this.waiting.get(number)?.resolve(answer);
      this.waiting.delete(number);
    });
    worker.once('error', (error) => {
      this.log.warn(`what was done together is not told: ${error.message}`);
      this.worker = null;
      for (const { reject } of this.waiting.values()) reject(error);
      this.waiting.clear();
    });
    return worker;
  }
}
