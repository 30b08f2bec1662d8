import { Inject, Injectable } from '@nestjs/common';
import { EntryListing } from '@knotenpunkt/actors/api';
import type { ListedEntryFacts, ListedEntryParts } from '@knotenpunkt/actors/domain';
import { readEntry } from '@knotenpunkt/imports/domain';
import type { Clock, Id } from '@knotenpunkt/kernel';
import { CLOCK, type Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { loadCompetences } from '@knotenpunkt/themes/domain';
import type { StoredBatch } from '../table/batch.repository';
import { entryOf, ListingWriting, type Fresh } from '../table/listing-writing';
import { RowRepository, type WritableRow } from '../table/row.repository';
import { NamedActors } from './named-actors';
import { KnownEntries } from './known-entries';

/** Writes offers and needs of a table to the organisations they name, and takes them back. */
@Injectable()
export class EntryWriting extends ListingWriting<ListedEntryFacts, ListedEntryParts> {
  protected readonly refused = 'TOO_MANY';

  constructor(
    rows: RowRepository,
    listing: EntryListing,
    private readonly actors: NamedActors,
    private readonly entries: KnownEntries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super(rows, listing);
  }

  protected async fresh(tx: Tx, region: Region, batch: StoredBatch, rows: readonly WritableRow[]): Promise<Fresh<ListedEntryFacts>[]> {
    const actorIds = [...new Set(rows.map(actorOf))];
    const there = await this.actors.there(tx, region.id, actorIds);
    const direction = batch.kind === 'OFFERS' ? ('OFFER' as const) : ('NEED' as const);
    const about = { actorIds, direction, since: batch.createdAt, exceptBatchId: batch.id };
    const added = await this.entries.addedSince(tx, region.id, about);
    const vocabulary = { known: await loadCompetences(), today: this.clock.today(region.timeZone) };
    return rows.map((row) => {
      const { line } = row;
      const actorId = actorOf(row);
      const { said } = readEntry(row.cells, batch.fields, vocabulary);
      if (!there.has(actorId)) return { line, reason: 'ACTOR_GONE' };
      if (row.decision === null && added.has(`${actorId}|${said.title.toLowerCase()}`)) return { line, reason: 'TAKEN_SINCE' };
      const { title, text = '', themes = [], competences = [], fromOn = null, untilOn = null } = said;
      const parts = { title, text, themes, competences, fromOn, untilOn };
      return { line, facts: { id: entryOf(batch, line), actorId, direction, ...parts, sourceNote: batch.sourceNote } };
    });
  }

  protected there(tx: Tx, region: Region, ids: readonly Id[]): Promise<Set<Id>> {
    return this.entries.there(tx, region.id, ids);
  }
}

const actorOf = ({ refers }: Pick<WritableRow, 'refers'>) => refers!['actor'] as Id;
