import { Injectable } from '@nestjs/common';
import { actorFromRegister, type RegisteredActor } from '@knotenpunkt/actors/domain';
import { freeSlugs, type Tx } from '@knotenpunkt/platform/database';
import { Outbox } from '@knotenpunkt/platform/outbox';
import type { Region } from '@knotenpunkt/regions/domain';
import { ActorRepository } from './actor.repository';
import { actorRow, loadVocabularies } from './actor-rows';

/** Takes in many actors at once, for rooms that load tables. */
@Injectable()
export class ActorIntake {
  constructor(
    private readonly actors: ActorRepository,
    private readonly outbox: Outbox,
  ) {}

  /** New actors of a region, in the caller's transaction; their ids must not be there yet. */
  async load(tx: Tx, region: Region, told: readonly RegisteredActor[]): Promise<void> {
    const known = await loadVocabularies();
    const slugs = await freeSlugs(tx, { tables: ['actor', 'actor_slug'], regionId: region.id, words: told.map(({ name }) => name) });
    const actors = told.map((each, at) => actorFromRegister(each, { regionId: region.id, slug: slugs[at]! }));
    await this.actors.insertMany(
      tx,
      actors.map((actor) => actorRow(actor, known)),
    );
    await this.outbox.appendAll(
      tx,
      actors.map(({ id }) => ({ aggregate: 'actor', id, regionId: region.id })),
    );
  }
}
