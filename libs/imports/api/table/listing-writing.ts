import type { KeptReason } from '@knotenpunkt/imports/domain';
import { idFrom, type Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import type { StoredBatch } from './batch.repository';
import type { Listing, RowWriting } from './kind';
import type { RowRepository, WritableRow, WrittenRow } from './row.repository';

/** The same row of the same table is always the same entry: a job that begins anew makes nothing twice. */
export const entryOf = (batch: Pick<StoredBatch, 'id'>, line: number): Id => idFrom('import', batch.id, String(line));

/** What becomes of a row that is new: what is written of it, or why it is not. */
export type Fresh<Facts> = { line: number; facts: Facts } | { line: number; reason: KeptReason };

/** Writes rows through the door of the room they belong to, and takes them back; what is particular to a kind its own class says. */
export abstract class ListingWriting<Facts extends { id: Id }, Parts> implements RowWriting {
  /** Why what is new was not taken by the room. */
  protected abstract readonly refused: KeptReason;

  constructor(
    protected readonly rows: RowRepository,
    protected readonly listing: Listing<Facts, Parts>,
  ) {}

  /** What is written of rows that are new, or why they are not. */
  protected abstract fresh(tx: Tx, region: Region, batch: StoredBatch, rows: readonly WritableRow[]): Promise<Fresh<Facts>[]>;

  /** Which of these are still there. */
  protected abstract there(tx: Tx, region: Region, ids: readonly Id[]): Promise<Set<Id>>;

  /** Which of these are there still, but not in the directory any more. */
  protected async unlisted(_tx: Tx, _region: Region, _ids: readonly Id[]): Promise<Set<Id>> {
    return new Set();
  }

  /** After rows were written: which line became what. */
  protected async afterWriting(
    _tx: Tx,
    _region: Region,
    _batch: StoredBatch,
    _became: readonly (WritableRow & { id: Id })[],
  ): Promise<void> {}

  protected async afterErasing(_tx: Tx, _ids: readonly Id[]): Promise<void> {}

  async write(tx: Tx, region: Region, batch: StoredBatch, writable: readonly WritableRow[]): Promise<void> {
    const fresh = await this.fresh(
      tx,
      region,
      batch,
      writable.filter(({ fate }) => fate === 'NEW'),
    );
    const told = fresh.flatMap((row) => ('facts' in row ? [row.facts] : []));
    const made = new Set(await this.listing.load(tx, region, told));
    const changed = writable.filter(({ fate }) => fate === 'CHANGED');
    const revised = await this.listing.revise(
      tx,
      region,
      changed.map(({ targetId, targetVersion, changes }) => ({
        id: targetId!,
        expectedVersion: targetVersion!,
        parts: Object.fromEntries(changes.map(({ field, after }) => [field, after])) as Parts,
      })),
    );
    const byId = new Map(revised.map((each) => [each.id, each]));
    const written: WrittenRow[] = [
      ...fresh
        .filter((row) => 'facts' in row && made.has(row.facts.id))
        .map(({ line }) => ({ line, writtenId: entryOf(batch, line), writtenVersion: 1, beforeVersion: null, before: null })),
      ...changed.flatMap(({ line, targetId, targetVersion }) => {
        const now = byId.get(targetId!);
        const before = now?.before as WrittenRow['before'];
        return now ? [{ line, writtenId: now.id, writtenVersion: now.version, beforeVersion: targetVersion, before }] : [];
      }),
    ];
    const lines = new Map(written.map(({ line, writtenId }) => [line, writtenId]));
    const unlisted = await this.unlisted(
      tx,
      region,
      changed.flatMap(({ targetId }) => (byId.has(targetId!) ? [] : [targetId!])),
    );
    const reasons = new Map<number, KeptReason>([
      ...fresh.map((row) => [row.line, 'reason' in row ? row.reason : this.refused] as const),
      ...changed.filter(({ targetId }) => unlisted.has(targetId!)).map(({ line }) => [line, 'ACTOR_GONE'] as const),
    ]);
    await this.rows.written(tx, batch.id, written);
    await this.rows.keep(
      tx,
      batch.id,
      writable.filter(({ line }) => !lines.has(line)).map(({ line }) => ({ line, reason: reasons.get(line) ?? 'CHANGED_SINCE' })),
    );
    const became = writable.flatMap((row) => (lines.has(row.line) ? [{ ...row, id: lines.get(row.line)! }] : []));
    await this.afterWriting(tx, region, batch, became);
  }

  async takeBack(tx: Tx, region: Region, batch: StoredBatch, written: readonly WrittenRow[]): Promise<void> {
    const made = written.filter(({ beforeVersion }) => beforeVersion === null);
    const used = await this.listing.used(
      tx,
      made.map(({ writtenId }) => writtenId),
    );
    const erased = await this.listing.erase(
      tx,
      region,
      made
        .filter(({ writtenId }) => !used.has(writtenId))
        .map(({ writtenId, writtenVersion }) => ({ id: writtenId, expectedVersion: writtenVersion })),
    );
    await this.afterErasing(tx, erased);
    const changed = written.filter(({ beforeVersion }) => beforeVersion !== null);
    const restored = await this.listing.revise(
      tx,
      region,
      changed.map(({ writtenId, writtenVersion, before }) => ({
        id: writtenId,
        expectedVersion: writtenVersion,
        parts: (before ?? {}) as Parts,
      })),
    );
    const versions = new Map(restored.map(({ id, version }) => [id, version]));
    await this.rows.standsAgain(
      tx,
      changed.flatMap(({ writtenId, beforeVersion }) => {
        const version = versions.get(writtenId);
        return version === undefined ? [] : [{ id: writtenId, beforeVersion: beforeVersion!, version }];
      }),
    );
    const gone = new Set([...erased, ...versions.keys()]);
    const left = written.filter(({ writtenId }) => !gone.has(writtenId));
    const ids = left.map(({ writtenId }) => writtenId);
    const there = await this.there(tx, region, ids);
    const unlisted = await this.unlisted(tx, region, ids);
    const reasonOf = (id: Id): KeptReason => {
      if (unlisted.has(id)) return 'ACTOR_GONE';
      if (!there.has(id)) return 'GONE';
      return used.has(id) ? 'USED_SINCE' : 'CHANGED_SINCE';
    };
    await this.rows.takeBack(
      tx,
      batch.id,
      written.filter(({ writtenId }) => gone.has(writtenId)).map(({ line }) => line),
    );
    await this.rows.keep(
      tx,
      batch.id,
      left.map(({ line, writtenId }) => ({ line, reason: reasonOf(writtenId) })),
    );
  }
}
