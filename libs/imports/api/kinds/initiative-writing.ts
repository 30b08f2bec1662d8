import { Injectable } from '@nestjs/common';
import { InitiativeListing } from '@knotenpunkt/initiatives/api';
import type { ListedInitiativeFacts, ListedInitiativeParts } from '@knotenpunkt/initiatives/domain';
import { readListedInitiative } from '@knotenpunkt/imports/domain';
import type { Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { loadCompetences } from '@knotenpunkt/themes/domain';
import type { StoredBatch } from '../table/batch.repository';
import { entryOf, ListingWriting, type Fresh } from '../table/listing-writing';
import { RowRepository, type WritableRow } from '../table/row.repository';
import { NamedActors } from './named-actors';
import { KnownInitiatives } from './known-initiatives';

/** Writes Vorhaben of a table, and takes them back. */
@Injectable()
export class InitiativeWriting extends ListingWriting<ListedInitiativeFacts, ListedInitiativeParts> {
  protected readonly refused = 'TAKEN_SINCE';

  constructor(
    rows: RowRepository,
    listing: InitiativeListing,
    private readonly actors: NamedActors,
    private readonly initiatives: KnownInitiatives,
  ) {
    super(rows, listing);
  }

  protected async fresh(tx: Tx, region: Region, batch: StoredBatch, rows: readonly WritableRow[]): Promise<Fresh<ListedInitiativeFacts>[]> {
    const known = await loadCompetences();
    const read = rows.map((row) => {
      const { text } = readListedInitiative(row.cells, batch.fields, known).said;
      return { ...row, text, leadId: row.refers!['lead'] as Id, partnerIds: (row.refers!['partners'] ?? []) as readonly Id[] };
    });
    const there = await this.actors.there(
      tx,
      region.id,
      read.flatMap(({ leadId, partnerIds }) => [leadId, ...partnerIds]),
    );
    const about = { titles: read.map(({ text }) => text.title), since: batch.createdAt, exceptBatchId: batch.id };
    const entered = await this.initiatives.enteredSince(tx, region.id, about);
    return read.map(({ line, decision, text, leadId, partnerIds }) => {
      if (![leadId, ...partnerIds].every((id) => there.has(id))) return { line, reason: 'ACTOR_GONE' };
      if (decision === null && entered.has(`${leadId}|${text.title.trim().toLowerCase()}`)) return { line, reason: 'TAKEN_SINCE' };
      return {
        line,
        facts: { ...text, title: text.title.trim(), id: entryOf(batch, line), leadId, partnerIds, sourceNote: batch.sourceNote },
      };
    });
  }

  protected there(tx: Tx, region: Region, ids: readonly Id[]): Promise<Set<Id>> {
    return this.initiatives.there(tx, region.id, ids);
  }
}
