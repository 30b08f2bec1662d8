import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Worker } from 'node:worker_threads';
import { composeTables, type Composed, type PreparedProblem } from '@knotenpunkt/matching/domain';
import { loadSolver } from './linear-solver';

/** Injection token: the built file of the worker, or null to compose in this thread (tests). */
export const COMPOSING_WORKER = Symbol('COMPOSING_WORKER');

/** Longer nobody waits for the solver; then the heuristic answers. */
const PATIENCE_MS = 20_000;

export interface Asked {
  number: number;
  problem: PreparedProblem;
  most: number;
}

export interface Answered {
  number: number;
  tables: Composed[];
}

/** Composes tables beside the thread that answers requests, one problem after the other. */
@Injectable()
export class Composer implements OnApplicationShutdown {
  private readonly log = new Logger(Composer.name);
  private readonly waiting = new Map<number, { settle: (tables: Composed[] | null) => void; timer: NodeJS.Timeout }>();
  private worker: Worker | null = null;
  private numbers = 0;

  constructor(@Inject(COMPOSING_WORKER) private readonly workerFile: URL | null) {}

  async onApplicationShutdown(): Promise<void> {
    await this.worker?.terminate();
  }

  /** Up to so many tables, the best first; without proof where the solver is not to be had. */
  async compose(problem: PreparedProblem, most: number): Promise<Composed[]> {
    if (this.workerFile === null) return composeTables(problem, await loadSolver(), most);
    return (await this.ask(this.workerFile, problem, most)) ?? composeTables(problem, null, most);
  }

  private ask(workerFile: URL, problem: PreparedProblem, most: number): Promise<Composed[] | null> {
    this.worker ??= this.begin(workerFile);
    const number = ++this.numbers;
    return new Promise((resolve) => {
      const settle = (tables: Composed[] | null) => {
        clearTimeout(this.waiting.get(number)?.timer);
        this.waiting.delete(number);
        resolve(tables);
      };
      const timer = setTimeout(() => this.giveUp(`took longer than ${PATIENCE_MS / 1000} s`), PATIENCE_MS);
      this.waiting.set(number, { settle, timer });
      const asked: Asked = { number, problem, most };
      this.worker!.postMessage(asked);
    });
  }

  private begin(workerFile: URL): Worker {
    const worker = new Worker(workerFile);
    worker.unref();
    worker.on('message', ({ number, tables }: Answered) => this.waiting.get(number)?.settle(tables));
    worker.once('error', (error) => this.giveUp(error.message));
    return worker;
  }

  /** All who wait get what can be had without the solver; the next one begins with a new worker. */
  private giveUp(why: string): void {
    this.log.warn(`alliances are composed without the solver: ${why}`);
    void this.worker?.terminate();
    this.worker = null;
    for (const { settle } of [...this.waiting.values()]) settle(null);
  }
}
