import type pg from 'pg';

/** Ends a connection at once: a question that is not answered still waits on it, and whoever asked next would wait as well. */
export function cut(client: pg.Client): void {
  (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
}
