import { Inject, Injectable } from '@nestjs/common';
import {
  ENTRY_LIMITS,
  entryFromList,
  fittingEntries,
  type Entry,
  type ListedEntryFacts,
  type ListedEntryParts,
} from '@knotenpunkt/actors/domain';
import type { Clock, Id } from '@knotenpunkt/kernel';
import { CLOCK, referredTo, reviseMany, type Referring, type Revised, type Revision, type Tx } from '@knotenpunkt/platform/database';
import { Outbox } from '@knotenpunkt/platform/outbox';
import type { Region } from '@knotenpunkt/regions/domain';
import { loadCompetences } from '@knotenpunkt/themes/domain';
import { entryRow } from './actor-rows';
import { EntryRepository } from './entry.repository';
import { keepEntries } from './history/said';

/** What other rooms made of an entry by themselves goes with it or lets go of it. */
const REFERRING: Referring = { table: 'entry', column: null, except: [], type: null, evenIfYielding: false };

/** Offers and needs that tables of the coordination make and change, many at once, for rooms that load them and take them back. */
@Injectable()
export class EntryListing {
  constructor(
    private readonly entries: EntryRepository,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** New entries of actors that are there; gives the ids of those that were taken: nobody gets more than an organisation may have. */
  async load(tx: Tx, region: Region, told: readonly ListedEntryFacts[]): Promise<Id[]> {
    if (told.length === 0) return [];
    const known = await loadCompetences();
    const open = await this.entries.countOpenOf(tx, [...new Set(told.map(({ actorId }) => actorId))].sort());
    const taken = fittingEntries(told, open, ENTRY_LIMITS.open);
    await this.entries.insert(
      tx,
      taken.map((each) => entryRow(entryFromList(each, region.id), known)),
    );
    await this.tell(tx, region, taken);
    return taken.map(({ id }) => id);
  }

  /** Changes open entries that still have the version expected; those that are not in the answer have another, or are gone. */
  async revise(tx: Tx, region: Region, wanted: readonly Revision<ListedEntryParts>[]): Promise<Revised<ListedEntryParts>[]> {
    if (wanted.length === 0) return [];
    const known = await loadCompetences();
    const found = await this.entries.findAll(
      tx,
      wanted.map(({ id }) => id),
    );
    const revised = await reviseMany(
      wanted,
      found.filter(({ regionId, state }) => regionId === region.id && state === 'OPEN'),
      {
        change: (entry, parts) => ({ ...entry, ...parts }),
        write: (entries) =>
          this.entries.rewriteMany(
            tx,
            entries.map((entry) => entryRow(entry, known)),
          ),
      },
    );
    await this.tell(
      tx,
      region,
      revised.map(({ row }) => row),
    );
    return revised;
  }

  /** Which of these entries something refers to that would not go with them. */
  used(tx: Tx, ids: readonly Id[]): Promise<Set<Id>> {
    return referredTo(tx, REFERRING, ids);
  }

  /** Erases entries that still have the version expected; gives those that are gone now. */
  async erase(tx: Tx, region: Region, wanted: readonly { id: Id; expectedVersion: number }[]): Promise<Id[]> {
    if (wanted.length === 0) return [];
    const gone = await this.entries.eraseMany(tx, region.id, wanted);
    await this.tell(tx, region, gone);
    return gone.map(({ id }) => id);
  }

  /** Nothing of an entry stands in the graph, but whoever shows or compares entries is told to read again. */
  private async tell(tx: Tx, region: Region, entries: readonly Pick<Entry, 'id' | 'actorId'>[]): Promise<void> {
    const ids = entries.map(({ id }) => id);
    await keepEntries(tx, ids, { act: 'entry.listed', at: this.clock.now(), viewer: null });
    await this.outbox.appendAll(
      tx,
      [...new Set(entries.map(({ actorId }) => actorId))].map((id) => ({ aggregate: 'actor', id, regionId: region.id })),
    );
  }
}
