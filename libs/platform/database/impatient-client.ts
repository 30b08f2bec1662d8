import pg from 'pg';
import { waiting } from './patience';
import { isUnavailable } from './unavailable';

type Ask = (...given: unknown[]) => unknown;

/** The longest one waits for one answer on the pools of the product. */
export const ANSWER_MS = 2_500;

/**
 * A connection that is cut when it does not answer in time. `pg` reports the question as failed and keeps the connection,
 * on which that question still waits: whoever gets it next would wait as well, after a black hole for minutes. It is also
 * cut when the request that asks has waited long enough, so that no transaction stays open on it.
 */
export class ImpatientClient extends pg.Client {
  constructor(options?: pg.ClientConfig) {
    super(options);
    // A connection that is lent and has no listener would end the process when it breaks.
    this.on('error', () => undefined);
    const ask = this.query.bind(this) as Ask;
    this.query = ((...given: unknown[]) => {
      const [text, values] = given;
      // With a callback it is the pool that asks, and the pool removes a connection that failed.
      if (typeof text !== 'string' || typeof values === 'function' || given.length > 2) return ask(...given);
      return this.askWithin(ask, text, values);
    }) as typeof this.query;
  }

  private async askWithin(ask: Ask, text: string, values: unknown): Promise<unknown> {
    try {
      return await waiting((withinMs) =>
        Promise.resolve(withinMs === undefined ? ask(text, values) : ask({ text, values, query_timeout: Math.min(withinMs, ANSWER_MS) })),
      );
    } catch (error) {
      if (isUnavailable(error)) this.cut();
      throw error;
    }
  }

  private cut(): void {
    (this as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
  }
}
