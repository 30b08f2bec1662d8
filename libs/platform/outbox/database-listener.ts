import { Logger } from '@nestjs/common';
import { ImpatientClient } from '@knotenpunkt/platform/database';
import type pg from 'pg';

const ANSWERS_WITHIN_MS = 2_500;

interface Listening {
  channel: string;
  /** Advisory lock to hold while listening; without it this process stands by and tries again. */
  lock?: number;
  lookAgainMs: number;
  /** How long after a notification it is waited for further ones. */
  gatherMs?: number;
  onWake(): Promise<unknown>;
}

/**
 * LISTEN on a connection of its own. Wakes up after every (re)connect, on every notification and every `lookAgainMs`,
 * so that nothing is missed while the connection was away.
 */
export class DatabaseListener {
  private readonly log = new Logger(DatabaseListener.name);
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;
  private waking = false;
  private wakeAgain = false;
  private holds = false;
  private probing = false;
  private gathering: NodeJS.Timeout | null = null;

  constructor(
    private readonly databaseUrl: string,
    private readonly listening: Listening,
  ) {}

  start(): void {
    void this.connect();
    this.timer = setInterval(() => void this.look(), this.listening.lookAgainMs);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    if (this.gathering) clearTimeout(this.gathering);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new ImpatientClient({
      connectionString: this.databaseUrl,
      connectionTimeoutMillis: 2_000,
      query_timeout: ANSWERS_WITHIN_MS,
      keepAlive: true,
    });
    this.client = client;
    this.holds = false;
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', () => this.wakeSoon());
    try {
      await client.connect();
      await client.query(`LISTEN ${this.listening.channel}`);
      await this.look();
    } catch {
      this.lost(client);
    }
  }

  private lost(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = null;
    this.holds = false;
    void client.end().catch(() => undefined);
  }

  private async look(): Promise<void> {
    if (this.stopped) return;
    if (!this.client) return this.connect();
    void this.probe(this.client);
    if (!(await this.mayWork())) return;
    await this.wake();
  }

  /** A connection that has gone silent brings no notification, and its lock may long be somebody else's. */
  private async probe(client: pg.Client): Promise<void> {
    if (this.probing) return;
    this.probing = true;
    await client.query('SELECT 1').catch(() => this.lost(client));
    this.probing = false;
  }

  private async mayWork(): Promise<boolean> {
    if (this.listening.lock === undefined || this.holds) return true;
    try {
      const result = await this.client!.query('SELECT pg_try_advisory_lock($1) AS held', [this.listening.lock]);
      this.holds = result.rows[0].held === true;
    } catch {
      this.holds = false;
    }
    return this.holds;
  }

  private wakeSoon(): void {
    if (this.listening.gatherMs === undefined) return void this.wake();
    this.gathering ??= setTimeout(() => {
      this.gathering = null;
      void this.wake();
    }, this.listening.gatherMs);
  }

  private async wake(): Promise<void> {
    if (this.stopped || (this.listening.lock !== undefined && !this.holds)) return;
    if (this.waking) {
      this.wakeAgain = true;
      return;
    }
    this.waking = true;
    try {
      do {
        this.wakeAgain = false;
        await this.listening.onWake();
      } while (this.wakeAgain);
    } catch (error) {
      this.log.warn(`${this.listening.channel}: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      this.waking = false;
    }
  }
}
