import type { Id } from '@knotenpunkt/kernel';
import type { Revised, Revision, Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import type { StoredBatch } from './batch.repository';
import type { ReadRow, WritableRow, WrittenRow } from './row.repository';

/** The dry run for rows of one kind: what would become of each, by what there is today. */
export interface RowComparing {
  /** Before the first row. */
  prepare(tx: Tx, batch: StoredBatch): Promise<void>;
  /** Says what becomes of some rows, in their order, and writes it beside them. */
  judge(tx: Tx, region: Region, batch: StoredBatch, read: readonly ReadRow[]): Promise<void>;
}

/** Writing rows of one kind, and taking them back. */
export interface RowWriting {
  /** Writes some rows. What somebody changed or entered since the dry run is left, with the reason. */
  write(tx: Tx, region: Region, batch: StoredBatch, writable: readonly WritableRow[]): Promise<void>;
  /** Takes back some rows that were written; what was changed or used since stays, with the reason. */
  takeBack(tx: Tx, region: Region, batch: StoredBatch, written: readonly WrittenRow[]): Promise<void>;
}

/** What a room lets tables do with its entries of one kind: many at once, in the caller's transaction, under the version rule. */
export interface Listing<Facts, Parts> {
  /** New entries; gives the ids of those that were taken. */
  load(tx: Tx, region: Region, told: readonly Facts[]): Promise<Id[]>;
  /** Other parts for entries; those that are not in the answer have another version, or are gone. */
  revise(tx: Tx, region: Region, wanted: readonly Revision<Parts>[]): Promise<Revised<Parts>[]>;
  /** Which of these something refers to. */
  used(tx: Tx, ids: readonly Id[]): Promise<Set<Id>>;
  /** Erases what still has the version expected; gives the ids of those that are gone now. */
  erase(tx: Tx, region: Region, wanted: readonly { id: Id; expectedVersion: number }[]): Promise<Id[]>;
}
