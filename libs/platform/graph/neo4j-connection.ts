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
/** Faults of ours, not of the connection: they keep their name. */
const OUR_FAULT = /^Neo\.ClientError\.(Statement|Schema)\./;

/** A Neo4j over Bolt with one deadline over each piece of work. Whatever keeps it from answering becomes `GraphUnavailable`. */
export class Neo4jConnection {
  private readonly driver: Driver;

  constructor({ url, user, password }: Neo4jAddress) {
    this.driver = neo4j.driver(url, password === '' ? undefined : neo4j.auth.basic(user, password), {
      connectionTimeout: CONNECT_MS,
      connectionAcquisitionTimeout: CONNECT_MS,
      maxTransactionRetryTime: RETRY_MS,
      maxConnectionPoolSize: 50,
      disableLosslessIntegers: true,
    });
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
    await this.driver.close().catch(() => undefined);
  }

  private async within<Answer>(milliseconds: number, work: (session: ReturnType<Driver['session']>) => Promise<Answer>): Promise<Answer> {
    const session = this.driver.session();
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
    });
    try {
      return await Promise.race([work(session), deadline]);
    } catch (error) {
      if (error instanceof GraphUnavailable || isOurFault(error)) throw error;
      throw new GraphUnavailable(error);
    } finally {
      clearTimeout(timer);
      // Not awaited: on a connection that has gone silent it would wait for an answer, too.
      void session.close().catch(() => undefined);
    }
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
