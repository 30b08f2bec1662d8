import { Inject, Injectable } from '@nestjs/common';
import { actorFromList, withListedParts, type ListedActorFacts, type ListedParts } from '@knotenpunkt/actors/domain';
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
import { ActorRepository } from './actor.repository';
import { keepProfiles } from './history/said';
import { actorRow } from './actor-rows';
import { vocabulariesOf } from './region-vocabularies';

/** What names an organisation, by foreign key or by the name of the column; the room's own parts of an entry aside. */
const REFERRING: Referring = {
  table: 'actor',
  column: 'actor_id',
  except: ['actor_contact', 'actor_slug', 'actor_version', 'confirmation_request'],
  type: null,
  evenIfYielding: true,
};

/** Entries that tables of the coordination make and change, many at once, for rooms that load them and take them back. */
@Injectable()
export class ActorListing {
  constructor(
    private readonly actors: ActorRepository,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** New actors of a region, in the caller's transaction; their ids must not be there yet. Gives those that were taken: all. */
  async load(tx: Tx, region: Region, told: readonly ListedActorFacts[]): Promise<Id[]> {
    if (told.length === 0) return [];
    const known = await vocabulariesOf(tx, region.id);
    const slugs = await freeSlugs(tx, { tables: ['actor', 'actor_slug'], regionId: region.id, words: told.map(({ name }) => name) });
    const actors = told.map((each, at) => actorFromList(each, { regionId: region.id, slug: slugs[at]! }));
    await this.actors.insertMany(
      tx,
      actors.map((actor) => actorRow(actor, known)),
    );
    const contacts = told.flatMap(({ id, contact }) =>
      contact ? [{ ...contact, actorId: id, role: '', visibility: 'HIDDEN' as const }] : [],
    );
    await this.actors.insert(tx, [], contacts);
    const ids = told.map(({ id }) => id);
    await this.tell(tx, region, ids);
    return ids;
  }

  /** Changes entries of a region that still have the version expected; those that are not in the answer have another, or are gone. */
  async revise(tx: Tx, region: Region, wanted: readonly Revision<ListedParts>[]): Promise<Revised<ListedParts>[]> {
    if (wanted.length === 0) return [];
    const known = await vocabulariesOf(tx, region.id);
    const found = await this.actors.findAll(
      tx,
      wanted.map(({ id }) => id),
    );
    const revised = await reviseMany(
      wanted,
      found.filter(({ regionId, archived }) => regionId === region.id && !archived),
      {
        change: withListedParts,
        write: (actors) =>
          this.actors.rewriteMany(
            tx,
            actors.map((actor) => actorRow(actor, known)),
          ),
      },
    );
    await this.tell(
      tx,
      region,
      revised.map(({ id }) => id),
    );
    return revised;
  }

  /** Which of these entries something refers to: mandates, Vorhaben, offers, threads, whatever there is. The catalogue says, so no room can be forgotten. */
  used(tx: Tx, ids: readonly Id[]): Promise<Set<Id>> {
    return referredTo(tx, REFERRING, ids);
  }

  /** Erases entries that still have the version expected and that nothing refers to; gives those that are gone now. */
  async erase(tx: Tx, region: Region, wanted: readonly { id: Id; expectedVersion: number }[]): Promise<Id[]> {
    if (wanted.length === 0) return [];
    const gone = await this.actors.eraseMany(tx, region.id, wanted);
    await this.tell(tx, region, gone);
    return gone;
  }

  private async tell(tx: Tx, region: Region, ids: readonly Id[]): Promise<void> {
    await keepProfiles(tx, ids, { act: 'actor.listed', at: this.clock.now(), viewer: null });
    return this.outbox.appendAll(
      tx,
      ids.map((id) => ({ aggregate: 'actor', id, regionId: region.id })),
    );
  }
}
