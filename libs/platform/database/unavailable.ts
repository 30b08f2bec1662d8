/** The database cannot be asked at the moment: away, cut off, or too slow. Nothing is wrong with the question. */
export class DatabaseUnavailable extends Error {
  constructor(cause: unknown) {
    super(`the database does not answer: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'DatabaseUnavailable';
  }
}

/** Of the socket; and of Postgres: connection faults, shutting down or starting, too many connections, out of time. */
const CODES =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|08...|57P0[1-4]|53300|57014|25P0[34])$/;
/** What `pg` says without a code, and what TypeORM makes of our own. */
const SENTENCES =
  /^(DatabaseUnavailable|Query read timeout|Connection terminated|Connection ended|timeout e|Client has encountered a connection error|Client was closed|Cannot use a pool after)/;

/** Whether a fault tells of the connection, not of what was asked. */
export function isUnavailable(error: unknown): boolean {
  const { name, code, message } = (error ?? {}) as { name?: unknown; code?: unknown; message?: unknown };
  return name === 'DatabaseUnavailable' || CODES.test(String(code)) || SENTENCES.test(String(message));
}

/** The fault to pass on: one of the connection gets its name, any other stays as it is. */
export function named(error: unknown): unknown {
  return isUnavailable(error) && !(error instanceof DatabaseUnavailable) ? new DatabaseUnavailable(error) : error;
}
