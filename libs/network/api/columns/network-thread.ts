import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Worker } from 'node:worker_threads';
import { Database, query } from '@knotenpunkt/platform/database';
import type { MeasuredNetwork, WantedMeasures } from './measuring-step';
import { NetworkDesk, type WantedNetwork } from './network-desk';
import { carryOut, type NetworkAnswer, type NetworkAnswered, type NetworkAsked, type NetworkTask } from './network-task';

/** Injection token: the built file of the worker, or null to work in this thread (tests). */
export const NETWORK_WORKER = Symbol('NETWORK_WORKER');

/** So long the thread and its graph are kept while nobody wants anything. */
const IDLE_MS = 10 * 60_000;
/** Longer nothing may take once it is begun; what does is given up. */
const PATIENCE_MS = 15 * 60_000;

/** What may take long is done one after the other, and what is different is told beside it. */
type Lane = 'LONG' | 'QUICK';

interface Waiting {
  task: NetworkTask;
  lane: Lane;
  /** Who does it. */
  worker: Worker;
  resolve: (answer: NetworkAnswer) => void;
  reject: (error: Error) => void;
}

const nothingUnderWay = query('networkColumns.stopped', 'UPDATE network_progress SET phase = NULL, part = 0 WHERE region_id = $1');

/** The network desk, beside the thread that answers requests. A thread that ends by itself is begun anew with the next wish. */
@Injectable()
export class NetworkThread implements OnApplicationShutdown {
  private readonly log = new Logger(NetworkThread.name);
  private readonly waiting = new Map<number, Waiting>();
  private here: NetworkDesk | null = null;
  private worker: Worker | null = null;
  private readonly patience = new Map<Lane, NodeJS.Timeout>();
  private idle: NodeJS.Timeout | undefined;
  private numbers = 0;
  /** Another for tests. */
  patienceMs = PATIENCE_MS;

  constructor(
    private readonly database: Database,
    @Inject('DATABASE_URL') private readonly databaseUrl: string,
    @Inject(NETWORK_WORKER) private readonly workerFile: URL | null,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    for (const timer of [this.idle, ...this.patience.values()]) clearTimeout(timer);
    await this.worker?.terminate();
    await this.here?.close();
  }

  /** Makes what is missing of a region's network. */
  async bringUpToDate(wanted: WantedNetwork): Promise<void> {
    await this.ask({ type: 'bringUpToDate', wanted });
  }

  /** Measures a region's public network on one day. */
  async measure(wanted: WantedMeasures): Promise<MeasuredNetwork> {
    return (await this.ask({ type: 'measure', wanted }))!;
  }

  private ask(task: NetworkTask): Promise<NetworkAnswer> {
    if (this.workerFile === null) return carryOut((this.here ??= new NetworkDesk(this.databaseUrl)), task);
    const worker = (this.worker ??= this.begin(this.workerFile));
    const number = ++this.numbers;
    const lane = task.type === 'bringUpToDate' && !task.wanted.thorough ? 'QUICK' : 'LONG';
    return new Promise((resolve, reject) => {
      const isFirst = !this.isBusy(lane);
      this.waiting.set(number, { task, lane, worker, resolve, reject });
      worker.postMessage({ number, task } satisfies NetworkAsked);
      if (isFirst) this.watch(lane);
    });
  }

  private begin(workerFile: URL): Worker {
    const worker = new Worker(workerFile, { workerData: { databaseUrl: this.databaseUrl } });
    worker.unref();
    worker.on('message', (told: NetworkAnswered) => this.answer(told.number, 'fault' in told ? new Error(told.fault) : told.answer));
    worker.on('error', (error) => this.log.warn(`the network's thread: ${error.message}`));
    worker.once('exit', () => {
      if (this.worker === worker) this.worker = null;
      for (const [number, { task, worker: whose }] of [...this.waiting]) {
        if (whose !== worker) continue;
        // Measuring tells of no progress, and takes back nobody's.
        if (task.type === 'bringUpToDate') void this.database.read(nothingUnderWay, [task.wanted.regionId]).catch(() => undefined);
        this.answer(number, new Error('the thread that makes networks ended'));
      }
    });
    return worker;
  }

  private answer(number: number, answer: NetworkAnswer | Error): void {
    const waiting = this.waiting.get(number);
    if (!waiting) return;
    this.waiting.delete(number);
    if (answer instanceof Error) waiting.reject(answer);
    else waiting.resolve(answer);
    this.watch(waiting.lane);
    // Where there is no network yet what is quick makes one, after whatever else takes long.
    if (waiting.lane === 'LONG') this.watch('QUICK');
  }

  private isBusy(lane: Lane): boolean {
    return [...this.waiting.values()].some((waiting) => waiting.lane === lane);
  }

  /** Of all that waits in a lane only the oldest is begun, and its time runs. */
  private watch(lane: Lane): void {
    clearTimeout(this.idle);
    clearTimeout(this.patience.get(lane));
    this.patience.delete(lane);
    if (this.isBusy(lane)) this.patience.set(lane, setTimeout(() => this.end(), this.patienceMs).unref());
    if (this.waiting.size === 0) this.idle = setTimeout(() => this.end(), IDLE_MS).unref();
  }

  /** What is wanted from now on is for another: one that is ending answers nothing. */
  private end(): void {
    const { worker } = this;
    this.worker = null;
    void worker?.terminate();
  }
}
