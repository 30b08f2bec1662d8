import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}

/** The built product as a process of its own, on a folder and a port of its own, as `npm start` runs it. */
export class Product {
  private process: ChildProcess | null = null;
  readonly folder = mkdtempSync(join(tmpdir(), 'knotenpunkt-bad-day-'));

  private constructor(
    private readonly port: number,
    private readonly environment: Record<string, string>,
  ) {}

  /** `environment` says what is not as usual: another graph, for example. */
  static async onFreePort(environment: Record<string, string> = {}): Promise<Product> {
    return new Product(await freePort(), environment);
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Of its database, while it runs. */
  get databaseUrl(): string {
    const port = readFileSync(join(this.folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[3];
    return `postgres://postgres:knotenpunkt@127.0.0.1:${port}/knotenpunkt`;
  }

  /** Memory that it holds, in megabytes; of Node, without Postgres. */
  get memoryMb(): number {
    const status = readFileSync(`/proc/${this.process!.pid}/status`, 'utf8');
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1024);
  }

  /** Starts it and waits until it takes requests; gives how long that took. */
  async start(): Promise<number> {
    const began = Date.now();
    const child = spawn('node', [resolve(import.meta.dirname, '../../../dist/api/main.js'), 'all'], {
      env: {
        ...process.env,
        GRAPH: 'embedded',
        PORT: String(this.port),
        DATA_FOLDER: this.folder,
        LOG_LEVEL: 'warn',
        ...this.environment,
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.process = child;
    for (;;) {
      if (child.exitCode !== null) throw new Error(`the product ended with ${child.exitCode}`);
      const ready = await fetch(`${this.address}/ready`).catch(() => null);
      if (ready?.ok) return Date.now() - began;
      if (Date.now() - began > 90_000) throw new Error('the product did not become ready');
      await new Promise((go) => setTimeout(go, 50));
    }
  }

  /** As if the power went: no chance to finish anything. */
  async kill(): Promise<void> {
    const ended = once(this.process!, 'exit');
    this.process!.kill('SIGKILL');
    await ended;
  }

  /** Ends it in order, and throws where it was torn away instead. */
  async stop(): Promise<void> {
    if (!this.process || this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = once(this.process, 'exit') as Promise<[number | null, string | null]>;
    this.process.kill('SIGTERM');
    const [code, signal] = await ended;
    if (signal !== null) throw new Error(`the product did not end by itself: ${signal}, ${code}`);
  }

  /** Ends it in order and removes its folder. */
  async end(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
