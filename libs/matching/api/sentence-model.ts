import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Vector } from '@knotenpunkt/matching/domain';

/** Turns texts into vectors of length 1. */
export interface SentenceModel {
  /** Name and fingerprint: vectors of different ones cannot be compared. */
  readonly name: string;
  /** One vector a text, in their order. The prefixes of the model are up to the caller. */
  vectorsOf(texts: readonly string[]): Promise<Vector[]>;
  close(): Promise<void>;
}

export const MODEL_NAME = 'multilingual-e5-small';
/** So many texts are read at once: more would not be faster, and a visitor's line waits behind at most so many. */
const BATCH = 8;
/** Longer no batch takes, on the slowest machine. */
const PATIENCE_MS = 60_000;
/** From its source where it was not built: Node strips the types. */
const SOURCE = new URL('./sentence-model.worker.ts', import.meta.url);

/**
 * The folder that holds the model: the one that was set, or `../shared/models` beside a checkout. Null where there is none;
 * one that was set and lacks the model is a mistake, and told.
 */
export function findModels(set: string | null, root = process.cwd()): string | null {
  const folder = resolve(root, set ?? '../shared/models');
  if (existsSync(join(folder, MODEL_NAME, 'config.json'))) return folder;
  if (set === null) return null;
  throw new Error(`MODELS_FOLDER: ${folder} has no ${MODEL_NAME}/config.json`);
}

type Answer = { loaded: string } | { number: number; vectors: Vector[] } | { number: number; failed: string };

/** Loads the model in a thread of its own, so that nobody waits for it who asks something else. Takes about two seconds. */
export function loadSentenceModel(folder: string, workerFile: URL = SOURCE): Promise<SentenceModel> {
  const worker = new Worker(workerFile, { workerData: { folder, name: MODEL_NAME } });
  worker.unref();
  return new Promise((resolvePromise, reject) => {
    const failed = (error: Error) => reject(error);
    worker.once('error', failed);
    worker.once('message', (answer: Answer) => {
      worker.off('error', failed);
      if ('loaded' in answer) resolvePromise(new ModelInThread(worker, answer.loaded));
    });
  });
}

interface Asked {
  resolve: (vectors: Vector[]) => void;
  reject: (error: Error) => void;
  timer: NodeJS.Timeout;
}

class ModelInThread implements SentenceModel {
  private readonly asked = new Map<number, Asked>();
  private last = 0;
  private closed = false;

  readonly name: string;
  private readonly worker: Worker;

  constructor(worker: Worker, name: string) {
    this.worker = worker;
    this.name = name;
    worker.on('message', (answer: Answer) => this.hear(answer));
    worker.on('error', (error) => this.giveUp(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', () => this.giveUp(new Error('the sentence model has ended')));
  }

  async vectorsOf(texts: readonly string[]): Promise<Vector[]> {
    const vectors: Vector[] = [];
    for (let from = 0; from < texts.length; from += BATCH) vectors.push(...(await this.ask(texts.slice(from, from + BATCH))));
    return vectors;
  }

  /** What is being read is finished, what waits behind it is not. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    const ended = new Promise((resolve) => this.worker.once('exit', resolve));
    this.worker.ref();
    this.worker.postMessage('end');
    await ended;
  }

  private ask(texts: readonly string[]): Promise<Vector[]> {
    if (this.closed) return Promise.reject(new Error('the sentence model has ended'));
    const number = ++this.last;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => this.answer(number, ({ reject }) => reject(new Error('the sentence model did not answer'))),
        PATIENCE_MS,
      );
      this.asked.set(number, { resolve, reject, timer });
      // Whoever waits keeps the process alive, the thread alone does not.
      this.worker.ref();
      this.worker.postMessage({ number, texts });
    });
  }

  private hear(answer: Answer): void {
    if ('vectors' in answer) this.answer(answer.number, ({ resolve }) => resolve(answer.vectors));
    if ('failed' in answer) this.answer(answer.number, ({ reject }) => reject(new Error(answer.failed)));
  }

  private answer(number: number, how: (asked: Asked) => void): void {
    const asked = this.asked.get(number);
    if (!asked) return;
    this.asked.delete(number);
    clearTimeout(asked.timer);
    if (this.asked.size === 0 && !this.closed) this.worker.unref();
    how(asked);
  }

  private giveUp(error: Error): void {
    for (const number of [...this.asked.keys()]) this.answer(number, ({ reject }) => reject(error));
  }
}
