import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { named } from './unavailable';

declare const inTransaction: unique symbol;

/** Proof that a transaction is open: whatever writes asks for it, so writing without one does not compile. */
export type Tx = EntityManager & { readonly [inTransaction]: true };

class RolledBack extends Error {
  constructor(readonly refused: unknown) {
    super('rolled back');
  }
}

function isRefused(value: unknown): boolean {
  return typeof value === 'object' && value !== null && (value as { ok?: unknown }).ok === false;
}

@Injectable()
export class UnitOfWork {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** One transaction. It is rolled back when `work` throws and also when it returns a refusal: nothing is half-written. Rejects with `DatabaseUnavailable` when Postgres does not answer. */
  async run<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
    try {
      return await this.dataSource.transaction(async (manager) => {
        const value = await work(manager as Tx);
        if (isRefused(value)) throw new RolledBack(value);
        return value;
      });
    } catch (error) {
      if (error instanceof RolledBack) return error.refused as Value;
      throw named(error);
    }
  }
}
