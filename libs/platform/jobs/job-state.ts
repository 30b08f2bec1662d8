import { Injectable } from '@nestjs/common';
import { Database, query, type Tx } from '@knotenpunkt/platform/database';

/** How many jobs of one kind there are in each state that asks for attention. */
export interface JobState {
  name: string;
  /** Not begun, or to be tried again. */
  waiting: number;
  running: number;
  /** Given up after the last attempt; forgotten after a week. */
  failed: number;
}

const states = query(
  'jobs.states',
  // The names that pg-boss uses for itself begin with two underscores.
  `SELECT name, count(*) FILTER (WHERE state IN ('created', 'retry'))::int AS waiting,
     count(*) FILTER (WHERE state = 'active')::int AS running, count(*) FILTER (WHERE state = 'failed')::int AS failed
   FROM pgboss.job WHERE state IN ('created', 'retry', 'active', 'failed') AND name NOT LIKE '\\_\\_%' GROUP BY name ORDER BY name`,
);

/** What became of jobs. */
@Injectable()
export class JobStates {
  constructor(private readonly database: Database) {}

  /** One line for each kind of job that waits, runs or has failed. */
  all(): Promise<JobState[]> {
    return this.database.read<JobState>(states);
  }

  /** Gives jobs that were given up all their attempts again; how many. The names of pg-boss itself are left alone. */
  async tryAgain(tx: Tx, { except }: { except: string }): Promise<number> {
    const [, count] = (await tx.query(
      `UPDATE pgboss.job SET state = 'retry', retry_count = 0, start_after = now(), completed_on = NULL, output = NULL
       WHERE state = 'failed' AND name <> $1 AND name NOT LIKE '\\_\\_%'`,
      [except],
    )) as [unknown, number];
    return count;
  }
}
