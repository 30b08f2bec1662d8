import { Inject, Injectable } from '@nestjs/common';
import { TieListing } from '@knotenpunkt/actors/api';
import type { ListedTieFacts, ListedTieParts } from '@knotenpunkt/actors/domain';
import { readTie } from '@knotenpunkt/imports/domain';
import type { Clock, Id } from '@knotenpunkt/kernel';
import { CLOCK, type Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import type { StoredBatch } from '../table/batch.repository';
import { entryOf, ListingWriting, type Fresh } from '../table/listing-writing';
import { RowRepository, type WritableRow } from '../table/row.repository';
import { NamedActors } from './named-actors';
import { KnownTies } from './known-ties';
import { endsOf } from './tie-comparing';

/** Writes ties between two organisations that a table names, and takes them back. */
@Injectable()
export class TieWriting extends ListingWriting<ListedTieFacts, ListedTieParts> {
  protected readonly refused = 'TAKEN_SINCE';

  constructor(
    rows: RowRepository,
    listing: TieListing,
    private readonly actors: NamedActors,
    private readonly ties: KnownTies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super(rows, listing);
  }

  protected async fresh(tx: Tx, region: Region, batch: StoredBatch, rows: readonly WritableRow[]): Promise<Fresh<ListedTieFacts>[]> {
    const ends = rows.map(({ refers }) => endsOf(refers!));
    const there = await this.actors.there(
      tx,
      region.id,
      ends.flatMap(({ fromId, toId }) => [fromId, toId]),
    );
    const today = this.clock.today(region.timeZone);
    return rows.map(({ line, cells }, at) => {
      const { fromId, toId } = ends[at]!;
      if (!there.has(fromId) || !there.has(toId)) return { line, reason: 'ACTOR_GONE' };
      const { label, sinceOn = today } = readTie(cells, batch.fields, today).said;
      return { line, facts: { id: entryOf(batch, line), fromId, toId, label, sinceOn, sourceNote: batch.sourceNote } };
    });
  }

  protected there(tx: Tx, region: Region, ids: readonly Id[]): Promise<Set<Id>> {
    return this.ties.there(tx, region.id, ids);
  }
}
