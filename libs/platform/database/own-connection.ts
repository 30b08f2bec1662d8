import pg from 'pg';
import { cut } from './cut';
import { query, type Query } from './database';

const [BEGIN, COMMIT, ROLLBACK] = ['BEGIN', 'COMMIT', 'ROLLBACK'].map((text) => query(`own.${text}`, text)) as [Query, Query, Query];

/** Longer no single statement takes, however large the network; a line that does not answer by then is dead. */
const ANSWERED_WITHIN_MS = 20_000;
/** So long a line is kept that nobody asks anything on. */
const IDLE_MS = 5_000;
/** So long the other side has to say goodbye. */
const GOODBYE_MS = 1_000;

/**
 * One connection of one's own, for work behind the pages: it takes its time, and nobody waits for it. Opened when it is first used, and anew
 * after it broke. For worker threads, which share no pool with the thread that answers.
 */
export class OwnConnection {
  private opened: Promise<pg.Client> | null = null;
  private held: pg.Client | null = null;
  private idle: NodeJS.Timeout | null = null;
  private holders = 0;

  constructor(
    private readonly databaseUrl: string,
    /** How it is called in `pg_stat_activity`. */
    private readonly name: string,
  ) {}

  /** All rows a statement gives. */
  async read<Row>({ name, text }: Query, parameters: unknown[] = []): Promise<Row[]> {
    return this.hold(async () => {
      const client = await this.client();
      const statement = { name, text, values: parameters, query_timeout: ANSWERED_WITHIN_MS };
      const answer = await client.query(statement).catch((error: Error) => {
        if (error.message === 'Query read timeout') cut(client);
        throw error;
      });
      return answer.rows as Row[];
    });
  }

  /**
   * One and the same line as long as this works, though nothing is asked meanwhile: for locks and transactions, which go with it. Where it
   * breaks, what is asked after that fails, until the work ends.
   */
  async hold<Value>(work: () => Promise<Value>): Promise<Value> {
    this.holders++;
    if (this.idle) clearTimeout(this.idle);
    try {
      return await work();
    } finally {
      if (--this.holders === 0) {
        this.held = null;
        this.idle = setTimeout(() => void this.close(), IDLE_MS).unref();
      }
    }
  }

  /** The first row, or null. */
  async readOne<Row>(statement: Query, parameters: unknown[] = []): Promise<Row | null> {
    return (await this.read<Row>(statement, parameters))[0] ?? null;
  }

  /** One transaction; nothing of it is written when `work` throws. Nothing else may be asked meanwhile. */
  inTransaction<Value>(work: () => Promise<Value>): Promise<Value> {
    return this.hold(async () => {
      await this.read(BEGIN);
      try {
        const value = await work();
        await this.read(COMMIT);
        return value;
      } catch (error) {
        await this.read(ROLLBACK).catch(() => undefined);
        throw error;
      }
    });
  }

  /** Also where the other side does not answer any more. */
  async close(): Promise<void> {
    const { opened } = this;
    // Whoever asks from now on gets another.
    this.opened = null;
    const client = await opened?.catch(() => null);
    if (!client) return;
    const late = setTimeout(() => cut(client), GOODBYE_MS);
    await client.end().catch(() => undefined);
    clearTimeout(late);
  }

  private async client(): Promise<pg.Client> {
    // One that broke refuses what it is asked.
    if (this.held) return this.held;
    this.opened ??= this.begin();
    return (this.held = await this.opened);
  }

  /** The line that is opened counts until it breaks; what became of an earlier one says nothing of it. */
  private begin(): Promise<pg.Client> {
    const opening: Promise<pg.Client> = this.open(() => {
      if (this.opened === opening) this.opened = null;
    });
    return opening;
  }

  private async open(lost: () => void): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.databaseUrl,
      application_name: this.name,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    client.on('error', lost);
    client.on('end', lost);
    try {
      await client.connect();
      return client;
    } catch (error) {
      lost();
      throw error;
    }
  }
}
