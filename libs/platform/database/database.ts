import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { ANSWER_MS } from './impatient-client';
import { waiting } from './patience';
import { named } from './unavailable';

/** A named statement; Postgres plans it once per connection. */
export interface Query {
  name: string;
  text: string;
}

/** Names a statement. The name is unique in the whole product: `actor.page`, `initiative.byIds`. */
export function query(name: string, text: string): Query {
  return { name, text };
}

/** Reads outside a unit of work. */
@Injectable()
export class Database {
  private readonly pool: pg.Pool;

  constructor(@InjectDataSource() dataSource: DataSource) {
    this.pool = (dataSource.driver as unknown as { master: pg.Pool }).master;
  }

  /** All rows a statement gives; the statement bounds their number. Rejects with `DatabaseUnavailable` when it gets no answer. */
  async read<Row>(statement: Query, parameters: unknown[] = []): Promise<Row[]> {
    try {
      const { name, text } = statement;
      const result = await waiting((withinMs) => {
        const hurry = withinMs === undefined ? {} : { query_timeout: Math.min(withinMs, ANSWER_MS) };
        return this.pool.query({ name, text, values: parameters, ...hurry });
      });
      return result.rows as Row[];
    } catch (error) {
      throw named(error);
    }
  }

  /** How the connections of this process are used; `asking` waits for one. */
  connections(): { open: number; idle: number; asking: number } {
    return { open: this.pool.totalCount, idle: this.pool.idleCount, asking: this.pool.waitingCount };
  }

  /** The first row, or null. */
  async readOne<Row>(statement: Query, parameters: unknown[] = []): Promise<Row | null> {
    return (await this.read<Row>(statement, parameters))[0] ?? null;
  }
}
