import { Worker } from 'node:worker_threads';
import { measure, type Measures, type NetworkToMeasure } from '@knotenpunkt/network/domain';
import { makeNetworks, type MadeNetworks, type NetworkToMake } from './making-step';
import type { Phase } from './stored-network';

/** Hears how far the work is. */
export type TellPhase = (phase: Phase, part: number) => void;

/** Whoever does what computes for long, on columns that were read. Knows neither graph nor database, and keeps nothing. */
export interface Computing {
  make(network: NetworkToMake, tell: TellPhase): Promise<MadeNetworks>;
  measure(network: NetworkToMeasure): Promise<Measures>;
  /** Leaves what is under way. */
  close(): Promise<void>;
}

/** Computes at once, in the thread that asks (tests). */
export class ComputingHere implements Computing {
  async make(network: NetworkToMake, tell: TellPhase): Promise<MadeNetworks> {
    return makeNetworks(network, tell);
  }

  async measure(network: NetworkToMeasure): Promise<Measures> {
    return measure(network);
  }

  async close(): Promise<void> {}
}

/** What the thread is asked for. */
export type ComputingAsked = { make: NetworkToMake } | { measure: NetworkToMeasure };

/** What it tells: how far it is, what came of it, or what went wrong. */
export type ComputingTold = { phase: Phase; part: number } | { answer: MadeNetworks | Measures } | { fault: string };

/** So long the thread is kept while it has nothing to do. */
const IDLE_MS = 20_000;

/**
 * Computes in a thread of its own, so that the one that asks goes on. Columns are handed over, not copied: whoever asks has them no longer. One
 * thing at a time. A thread that ends fails what it was asked for, and the next is begun anew.
 */
export class ComputingThread implements Computing {
  private worker: Worker | null = null;
  private idle: NodeJS.Timeout | null = null;

  constructor(private readonly workerFile: URL) {}

  async make(network: NetworkToMake, tell: TellPhase): Promise<MadeNetworks> {
    return (await this.ask({ make: network }, tell)) as MadeNetworks;
  }

  async measure(network: NetworkToMeasure): Promise<Measures> {
    return (await this.ask({ measure: network }, () => undefined)) as Measures;
  }

  async close(): Promise<void> {
    if (this.idle) clearTimeout(this.idle);
    await this.end();
  }

  private ask(asked: ComputingAsked, tell: TellPhase): Promise<MadeNetworks | Measures> {
    if (this.idle) clearTimeout(this.idle);
    const worker = (this.worker ??= this.begin());
    let left = (): void => undefined;
    return new Promise<MadeNetworks | Measures>((resolve, reject) => {
      const hear = (told: ComputingTold) => {
        if ('phase' in told) tell(told.phase, told.part);
        else if ('answer' in told) resolve(told.answer);
        else reject(new Error(told.fault));
      };
      const ended = () => reject(new Error('the thread that computes networks ended'));
      worker.on('message', hear).on('error', reject).on('exit', ended);
      left = () => worker.off('message', hear).off('error', reject).off('exit', ended);
      worker.postMessage(asked, buffersIn(asked));
    }).finally(() => {
      left();
      this.idle = setTimeout(() => void this.end(), IDLE_MS).unref();
    });
  }

  private begin(): Worker {
    const worker = new Worker(this.workerFile);
    // What is wanted from now on is for another. Whoever waits listens as well; with nobody listening an error would end this thread, too.
    const broke = () => {
      if (this.worker === worker) this.worker = null;
    };
    return worker.on('error', broke).on('exit', broke);
  }

  private async end(): Promise<void> {
    const { worker } = this;
    this.worker = null;
    await worker?.terminate();
  }
}

/** The rooms of all number columns in plain values, each once: what is handed over to another thread. */
export function buffersIn(value: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const look = (each: unknown): void => {
    if (ArrayBuffer.isView(each)) found.add(each.buffer as ArrayBuffer);
    // Lists of texts or numbers hold none, and may be long.
    else if (Array.isArray(each)) each.forEach((one) => typeof one === 'object' && look(one));
    else if (each !== null && typeof each === 'object') Object.values(each).forEach(look);
  };
  look(value);
  return [...found];
}
