import pg from 'pg';
import { cut } from './cut';
import { waiting } from './patience';
import { isUnavailable } from './unavailable';

type Ask = (...given: unknown[]) => unknown;

/**
 * Statements that bring parameters are planned once a connection, under a name that stands for their text. Long ones, which list
 * rows, are different every time and stay without; so do those beyond a bound that only such a list could reach.
 */
const LONGEST_NAMED = 2_000;
const MOST_NAMED = 1_000;
const names = new Map<string, string>();

function nameFor(text: string, values: unknown): { name?: string } {
  if (!Array.isArray(values) || values.length === 0 || text.length > LONGEST_NAMED) return {};
  let name = names.get(text);
  if (name === undefined) {
    if (names.size >= MOST_NAMED) return {};
    name = `tx.${names.size}`;
    names.set(text, name);
  }
  return { name };
}

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
      const statement = { ...nameFor(text, values), text, values };
      return await waiting((withinMs) =>
        Promise.resolve(ask(withinMs === undefined ? statement : { ...statement, query_timeout: Math.min(withinMs, ANSWER_MS) })),
      );
    } catch (error) {
      if (isUnavailable(error)) cut(this);
      throw error;
    }
  }
}
