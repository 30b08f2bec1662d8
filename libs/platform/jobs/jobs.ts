import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { PgBoss, type Job } from 'pg-boss';
import { blotted } from '@knotenpunkt/kernel';
import { ImpatientClient, type Tx } from '@knotenpunkt/platform/database';

/** A connection that has gone silent must not hold back jobs for ever. */
const PATIENCE = { connectionTimeoutMillis: 2_000, query_timeout: 10_000, keepAlive: true, Client: ImpatientClient };

type Handler<Data> = (data: Data) => Promise<void>;

/** Work to be done after a change was committed, kept in Postgres (pg-boss). */
@Injectable()
export class Jobs implements OnApplicationShutdown {
  private readonly log = new Logger(Jobs.name);
  private readonly boss: PgBoss;
  private readonly handlers = new Map<string, Handler<never>>();
  private readonly ready = new Map<string, Promise<void>>();
  private readonly times = new Map<string, string>();
  private started: Promise<unknown> | null = null;

  constructor(@Inject('JOBS_DATABASE_URL') databaseUrl: string) {
    this.boss = new PgBoss({ connectionString: databaseUrl, max: 3, application_name: 'knotenpunkt-jobs', ...PATIENCE });
    // Without a listener a lost connection would end the process; pg-boss connects again by itself.
    this.boss.on('error', (error) => this.log.warn(`jobs: ${error.message}`));
  }

  /** Names what is to be done with jobs of one kind; carried out where `work` was started. */
  handle<Data>(name: string, handler: Handler<Data>): void {
    this.handlers.set(name, handler as Handler<never>);
  }

  /** Names what is to be done again and again, by one process at a time. `cron`: minute hour day month weekday, in UTC. */
  every(name: string, cron: string, handler: () => Promise<void>): void {
    this.handle(name, handler);
    this.times.set(name, cron);
  }

  /** Connects; needed before `send`. */
  start(): Promise<unknown> {
    // The queues now, so that what is sent in a request does not wait for them.
    this.started ??= this.boss.start().then(() => Promise.all([...this.handlers.keys()].map((name) => this.queue(name))));
    return this.started;
  }

  /** Carries out jobs from now on. A job that fails is tried again four times, later and later. */
  async work(): Promise<void> {
    await this.start();
    for (const [name, handler] of this.handlers) {
      await this.queue(name);
      await this.boss.work(name, { pollingIntervalSeconds: 1 }, async (jobs: Job<unknown>[]) => {
        for (const job of jobs) await carryOut(handler, job);
      });
      const cron = this.times.get(name);
      if (cron) await this.boss.schedule(name, cron);
    }
  }

  /** Adds a job to the transaction: it is done after the commit, or never. */
  async send(tx: Tx, name: string, data: object): Promise<void> {
    await this.start();
    await this.queue(name);
    await this.boss.send(name, data, {
      db: { executeSql: async (text: string, values?: unknown[]) => ({ rows: (await tx.query(text, values)) as never[] }) },
      retryLimit: 4,
      retryDelay: 30,
      retryBackoff: true,
    });
  }

  /** Forgets the jobs of a kind that were given up; whoever calls this has sent new ones. */
  async forgetFailed(tx: Tx, name: string): Promise<void> {
    await tx.query(`DELETE FROM pgboss.job WHERE name = $1 AND state = 'failed'`, [name]);
  }

  async onApplicationShutdown(): Promise<void> {
    if (!this.started) return;
    await this.started.catch(() => undefined);
    await this.boss.stop({ graceful: true, timeout: 5_000 });
  }

  private queue(name: string): Promise<void> {
    const existing = this.ready.get(name);
    if (existing) return existing;
    const made = this.boss.createQueue(name).then(() => undefined);
    this.ready.set(name, made);
    made.catch(() => this.ready.delete(name));
    return made;
  }
}

/** A fault is kept with its job for days: without addresses, and without what else hangs on it, such as whom a mail was to go to. */
async function carryOut(handler: Handler<never>, job: Job<unknown>): Promise<void> {
  try {
    await handler(job.data as never);
  } catch (error) {
    throw new Error(blotted(error));
  }
}
