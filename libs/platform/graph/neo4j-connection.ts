import neo4j, { Neo4jError, type Driver, type ManagedTransaction, type RecordShape } from 'neo4j-driver';
import { GraphUnavailable } from './graph-port';

/** Where a Neo4j is and how one signs in. Without a password nobody signs in. */
export interface Neo4jAddress {
  url: string;
  user: string;
  password: string;
}

/** Runs one statement in the transaction of the question and gives its rows. */
export type Run = <Row extends RecordShape>(cypher: string, parameters?: Record<string, unknown>) => Promise<Row[]>;

/** The driver waits 30 to 60 seconds unless told otherwise; a page cannot. */
const CONNECT_MS = 1_500;
const RETRY_MS = 1_000;
/** Who waited so long while nobody else was answered either speaks of silence, not of one slow question. */
const SILENT_MS = 1_000;

/** Answers are read to their end anyway: no need to ask for every thousand rows. */
const ALL_ROWS = -1;

/** The lines of one driver. It is closed once it was left and nobody asks on it any more. */
interface Pool {
  driver: Driver;
  asking: number;
  isLeft: boolean;
}

/** Faults of ours, not of the connection: they keep their name. */
const OUR_FAULT = /^Neo\.ClientError\.(Statement|Schema)\./;

/** A Neo4j over Bolt with one deadline over each piece of work. Whatever keeps it from answering becomes `GraphUnavailable`. */
export class Neo4jConnection {
  private pool: Pool;
  private lastAnswerAt = 0;

  constructor(private readonly address: Neo4jAddress) {
    this.pool = this.open();
  }

  /** One reading transaction that ends within `milliseconds`, whatever happens. */
  read<Answer>(milliseconds: number, work: (run: Run) => Promise<Answer>): Promise<Answer> {
    return this.within(milliseconds, (session) => session.executeRead((tx) => work(runIn(tx)), { timeout: milliseconds }));
  }

  /** One writing transaction: all of it is there afterwards, or nothing. */
  write<Answer>(milliseconds: number, work: (run: Run) => Promise<Answer>): Promise<Answer> {
    return this.within(milliseconds, (session) => session.executeWrite((tx) => work(runIn(tx)), { timeout: milliseconds }));
  }

  /** A statement that opens transactions of its own, or changes the schema. */
  async alone(milliseconds: number, cypher: string): Promise<void> {
    await this.within(milliseconds, async (session) => session.run(cypher));
  }

  async close(): Promise<void> {
    await this.pool.driver.close().catch(() => undefined);
  }

  private async within<Answer>(milliseconds: number, work: (session: ReturnType<Driver['session']>) => Promise<Answer>): Promise<Answer> {
    const { pool } = this;
    const askedAt = Date.now();
    const session = pool.driver.session({ fetchSize: ALL_ROWS });
    pool.asking++;
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
    });
    try {
      const answer = await Promise.race([work(session), deadline]);
      this.lastAnswerAt = Date.now();
      return answer;
    } catch (error) {
      if (error instanceof GraphUnavailable || isOurFault(error)) throw error;
      if (Date.now() - askedAt >= SILENT_MS && this.lastAnswerAt < askedAt) this.leave(pool);
      throw new GraphUnavailable(error);
    } finally {
      clearTimeout(timer);
      // Not awaited: on a connection that has gone silent it would wait for an answer, too.
      void session.close().catch(() => undefined);
      pool.asking--;
      if (pool.isLeft && pool.asking === 0) void pool.driver.close().catch(() => undefined);
    }
  }

  private open(): Pool {
    const { url, user, password } = this.address;
    const driver = neo4j.driver(url, password === '' ? undefined : neo4j.auth.basic(user, password), {
      connectionTimeout: CONNECT_MS,
      connectionAcquisitionTimeout: CONNECT_MS,
      maxTransactionRetryTime: RETRY_MS,
      maxConnectionPoolSize: 50,
      disableLosslessIntegers: true,
    });
    return { driver, asking: 0, isLeft: false };
  }

  /** Nobody was answered for a while: lines may have gone silent, and the driver would hand them out for ever. */
  private leave(pool: Pool): void {
    if (pool !== this.pool) return;
    pool.isLeft = true;
    this.pool = this.open();
  }
}

function isOurFault(error: unknown): boolean {
  if (error instanceof Neo4jError) return OUR_FAULT.test(error.code);
  return error instanceof TypeError || error instanceof RangeError;
}

function runIn(tx: ManagedTransaction): Run {
  return async <Row extends RecordShape>(cypher: string, parameters: Record<string, unknown> = {}): Promise<Row[]> => {
    const { records } = await tx.run<Row>(cypher, parameters);
    return records.map((record) => record.toObject() as Row);
  };
}
