import { AsyncLocalStorage } from 'node:async_hooks';
import { DatabaseUnavailable } from './unavailable';

/** So long a request waits for the database altogether; the rest of five seconds is for everything else. */
const MOST_MS = 3_500;

/** What a request has waited for the database so far. Questions side by side count once. */
class Patience {
  private asking = 0;
  private since = 0;
  private spentMs = 0;
  /** Whoever asked is gone or answered: what goes on behind the answer may take its time. */
  over = false;

  left(): number {
    return MOST_MS - this.spentMs - (this.asking > 0 ? Date.now() - this.since : 0);
  }

  begin(): void {
    if (this.asking++ === 0) this.since = Date.now();
  }

  end(): void {
    if (--this.asking === 0) this.spentMs += Date.now() - this.since;
  }
}

const requests = new AsyncLocalStorage<Patience>();

/** Carries out a request that is answered in time also when each answer of the database is slow. Gives what ends its haste. */
export function withPatience(work: () => void): () => void {
  const patience = new Patience();
  requests.run(patience, work);
  return () => void (patience.over = true);
}

/** Carries out what may take its time although a request asked for it. */
export function unhurried<Value>(work: () => Promise<Value>): Promise<Value> {
  return requests.exit(work);
}

/**
 * Asks the database as long as the request around it still has time, and rejects with `DatabaseUnavailable` once it has not.
 * `ask` is told how many milliseconds are left; undefined: no request is waiting.
 */
export async function waiting<Value>(ask: (withinMs: number | undefined) => Promise<Value>): Promise<Value> {
  const patience = requests.getStore();
  if (!patience || patience.over) return ask(undefined);
  const left = patience.left();
  if (left <= 0) throw new DatabaseUnavailable(new Error('timeout of the whole request'));
  patience.begin();
  try {
    return await ask(left);
  } finally {
    patience.end();
  }
}
