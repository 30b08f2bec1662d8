import pg from 'pg';
import { DataSource, type DataSourceOptions, type EntitySchema, type MixedList } from 'typeorm';
import { ANSWER_MS, ImpatientClient } from './impatient-client';

// A `date` is a calendar day, not an instant: keep it as text. Counts fit into a number.
pg.types.setTypeParser(1082, (day) => day);
pg.types.setTypeParser(20, Number);
pg.types.setTypeParser(1700, Number);

/**
 * Together these keep the worst answer under five seconds when Postgres hangs, and let the pool recover by itself:
 * a rolled-back transaction waits for a connection and a statement twice.
 */
const TIMEOUTS = {
  connectionTimeoutMillis: 1_500,
  query_timeout: ANSWER_MS,
  statement_timeout: ANSWER_MS,
  idle_in_transaction_session_timeout: 5_000,
  keepAlive: true,
  Client: ImpatientClient,
};

/** So long a connection may take where no request waits for it. */
const PATIENT_MS = 10_000;

type Classes = MixedList<string | (new () => object) | EntitySchema>;

/**
 * A connection pool to one database. `slow` leaves the timeouts away, for migrations and seeds. `starting` waits longer for a
 * connection until `answerRequests`: a process that builds its schema looks at nothing else for seconds.
 */
export function createDataSource(
  url: string,
  options: { entities?: Classes; migrations?: unknown[]; slow?: boolean; starting?: boolean; poolSize?: number } = {},
): DataSource {
  const patience = {
    ...(options.slow ? {} : TIMEOUTS),
    ...(options.slow || options.starting ? { connectionTimeoutMillis: PATIENT_MS } : {}),
  };
  return new DataSource({
    type: 'postgres',
    url,
    entities: options.entities ?? [],
    migrations: (options.migrations ?? []) as DataSourceOptions['migrations'],
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    extra: { max: options.poolSize ?? 10, ...patience },
    poolErrorHandler: () => undefined,
  } as DataSourceOptions);
}

/** Ends the longer patience of a pool that was made `starting`: from now on requests wait for its connections. */
export function answerRequests(dataSource: DataSource): void {
  const pool = (dataSource.driver as { master?: { options: { connectionTimeoutMillis: number } } }).master;
  if (pool) pool.options.connectionTimeoutMillis = TIMEOUTS.connectionTimeoutMillis;
}
