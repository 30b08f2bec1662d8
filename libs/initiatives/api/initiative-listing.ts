import { Inject, Injectable } from '@nestjs/common';
import { initiativeFromList, type ListedInitiativeFacts, type ListedInitiativeParts } from '@knotenpunkt/initiatives/domain';
import type { Clock, Id } from '@knotenpunkt/kernel';
import {
  CLOCK,
  freeSlugs,
  referredTo,
  reviseMany,
  type Referring,
  type Revised,
  type Revision,
  type Tx,
} from '@knotenpunkt/platform/database';
import { Outbox } from '@knotenpunkt/platform/outbox';
import type { Region } from '@knotenpunkt/regions/domain';
import { InitiativeRepository } from './initiative.repository';
import { ListedInitiativeRepository } from './listed-initiative.repository';

/** What names a Vorhaben, by key, by the name of the column, or as the subject or purpose of something; its own partners and what the graph knows of it aside. */
const REFERRING: Referring = {
  table: 'initiative',
  column: 'initiative_id',
  except: ['participation', 'graph_fact'],
  evenIfYielding: true,
  type: 'initiative',
};

/** Vorhaben that tables of the coordination make and change, many at once, for rooms that load them and take them back. */
@Injectable()
export class InitiativeListing {
  constructor(
    private readonly initiatives: InitiativeRepository,
    private readonly listed: ListedInitiativeRepository,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** New Vorhaben of a region; those who take part must be there, the Vorhaben not yet. Gives those that were taken: all. */
  async load(tx: Tx, region: Region, told: readonly ListedInitiativeFacts[]): Promise<Id[]> {
    if (told.length === 0) return [];
    const today = this.clock.today(region.timeZone);
    const slugs = await freeSlugs(tx, { tables: ['initiative'], regionId: region.id, words: told.map(({ title }) => title) });
    await this.initiatives.insertMany(
      tx,
      told.map((each, at) => initiativeFromList(each, { regionId: region.id, slug: slugs[at]! }, today)),
    );
    const ids = told.map(({ id }) => id);
    await this.tell(tx, region, ids);
    return ids;
  }

  /** Changes Vorhaben that still have the version expected; those that are not in the answer have another, or are gone. */
  async revise(tx: Tx, region: Region, wanted: readonly Revision<ListedInitiativeParts>[]): Promise<Revised<ListedInitiativeParts>[]> {
    if (wanted.length === 0) return [];
    const found = await this.initiatives.findAll(
      tx,
      wanted.map(({ id }) => id),
    );
    const revised = await reviseMany(
      wanted,
      found.filter(({ regionId }) => regionId === region.id),
      {
        change: (initiative, parts) => ({ ...initiative, ...parts }),
        write: (initiatives) => this.listed.rewriteMany(tx, initiatives),
      },
    );
    await this.tell(
      tx,
      region,
      revised.map(({ id }) => id),
    );
    return revised;
  }

  /** Which of these Vorhaben something refers to: promises, events, threads, whatever there is. */
  used(tx: Tx, ids: readonly Id[]): Promise<Set<Id>> {
    return referredTo(tx, REFERRING, ids);
  }

  /** Erases Vorhaben that still have the version expected and that nothing refers to; gives those that are gone now. */
  async erase(tx: Tx, region: Region, wanted: readonly { id: Id; expectedVersion: number }[]): Promise<Id[]> {
    if (wanted.length === 0) return [];
    const gone = await this.listed.eraseMany(tx, region.id, wanted);
    await this.tell(tx, region, gone);
    return gone;
  }

  private tell(tx: Tx, region: Region, ids: readonly Id[]): Promise<void> {
    return this.outbox.appendAll(
      tx,
      ids.map((id) => ({ aggregate: 'initiative', id, regionId: region.id })),
    );
  }
}
