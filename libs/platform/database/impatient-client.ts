import pg from 'pg';

const isPromise = (value: unknown): value is Promise<unknown> => typeof (value as Promise<unknown> | undefined)?.then === 'function';

/**
 * A connection that is cut when it does not answer in time. `pg` reports the question as failed and keeps the connection,
 * on which that question still waits: whoever gets it next would wait as well, after a black hole for minutes.
 */
export class ImpatientClient extends pg.Client {
  constructor(options?: pg.ClientConfig) {
    super(options);
    // A connection that is lent and has no listener would end the process when it breaks.
    this.on('error', () => undefined);
    const ask = this.query.bind(this) as (...given: unknown[]) => unknown;
    this.query = ((...given: unknown[]) => {
      const answer = ask(...given);
      if (isPromise(answer)) answer.catch((error: Error) => this.cutAfter(error));
      return answer;
    }) as typeof this.query;
  }

  private cutAfter(error: Error): void {
    if (error.message !== 'Query read timeout') return;
    (this as unknown as { connection: { stream: { destroy(error: Error): void } } }).connection.stream.destroy(error);
  }
}
