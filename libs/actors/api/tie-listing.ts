import { Injectable } from '@nestjs/common';
import { tieFromList, type ListedTieFacts, type ListedTieParts } from '@knotenpunkt/actors/domain';
import type { Id } from '@knotenpunkt/kernel';
import { referredTo, reviseMany, type Referring, type Revised, type Revision, type Tx } from '@knotenpunkt/platform/database';
import { Outbox } from '@knotenpunkt/platform/outbox';
import type { Region } from '@knotenpunkt/regions/domain';
import { TieRepository } from './tie.repository';

const REFERRING: Referring = { table: 'declared_tie', column: null, except: [], type: null, evenIfYielding: false };

/** Ties that tables of the coordination tell of, many at once, for rooms that load them and take them back. */
@Injectable()
export class TieListing {
  constructor(
    private readonly ties: TieRepository,
    private readonly outbox: Outbox,
  ) {}

  /** New ties between actors that are there; gives the ids of those that were taken: of two that have a tie already none is. */
  async load(tx: Tx, region: Region, told: readonly ListedTieFacts[]): Promise<Id[]> {
    if (told.length === 0) return [];
    const taken = new Set(await this.ties.insertMany(tx, told.map(tieFromList)));
    await this.tell(
      tx,
      region,
      told.filter(({ id }) => taken.has(id)),
    );
    return [...taken];
  }

  /** Changes ties that still have the version expected; those that are not in the answer have another, or are gone. */
  async revise(tx: Tx, region: Region, wanted: readonly Revision<ListedTieParts>[]): Promise<Revised<ListedTieParts>[]> {
    if (wanted.length === 0) return [];
    const found = await this.ties.findAll(
      tx,
      region.id,
      wanted.map(({ id }) => id),
    );
    const revised = await reviseMany(wanted, found, {
      change: (tie, parts) => ({ ...tie, ...parts }),
      write: (ties) => this.ties.rewriteMany(tx, ties),
    });
    await this.tell(
      tx,
      region,
      revised.map(({ row }) => row),
    );
    return revised;
  }

  /** Which of these ties something refers to. */
  used(tx: Tx, ids: readonly Id[]): Promise<Set<Id>> {
    return referredTo(tx, REFERRING, ids);
  }

  /** Erases ties that still have the version expected; gives those that are gone now. */
  async erase(tx: Tx, region: Region, wanted: readonly { id: Id; expectedVersion: number }[]): Promise<Id[]> {
    if (wanted.length === 0) return [];
    const gone = await this.ties.eraseMany(tx, region.id, wanted);
    await this.tell(tx, region, gone);
    return gone.map(({ id }) => id);
  }

  /** The fact belongs to the one who stands first. */
  private tell(tx: Tx, region: Region, ties: readonly { fromId: Id }[]): Promise<void> {
    return this.outbox.appendAll(
      tx,
      [...new Set(ties.map(({ fromId }) => fromId))].map((id) => ({ aggregate: 'actor', id, regionId: region.id })),
    );
  }
}
