import pg from 'pg';
import type { Query } from './database';

/**
 * One connection of one's own, for work behind the pages: it takes its time, and nobody waits for it. Opened when it is first used, and anew
 * after it broke. For worker threads, which share no pool with the thread that answers.
 */
export class OwnConnection {
  private opened: Promise<pg.Client> | null = null;

  constructor(
    private readonly databaseUrl: string,
    /** How it is called in `pg_stat_activity`. */
    private readonly name: string,
  ) {}

  /** All rows a statement gives. */
  async read<Row>({ name, text }: Query, parameters: unknown[] = []): Promise<Row[]> {
    const { rows } = await (await this.client()).query({ name, text, values: parameters });
    return rows as Row[];
  }

  /** The first row, or null. */
  async readOne<Row>(statement: Query, parameters: unknown[] = []): Promise<Row | null> {
    return (await this.read<Row>(statement, parameters))[0] ?? null;
  }

  /** One transaction; nothing of it is written when `work` throws. Nothing else may be asked meanwhile. */
  async inTransaction<Value>(work: () => Promise<Value>): Promise<Value> {
    const client = await this.client();
    await client.query('BEGIN');
    try {
      const value = await work();
      await client.query('COMMIT');
      return value;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  async close(): Promise<void> {
    const { opened } = this;
    this.opened = null;
    await opened?.then((client) => client.end()).catch(() => undefined);
  }

  private client(): Promise<pg.Client> {
    this.opened ??= this.open();
    return this.opened;
  }

  private async open(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.databaseUrl,
      application_name: this.name,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    const lost = (): void => void (this.opened = null);
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
