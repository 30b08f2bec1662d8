import { Injectable } from '@nestjs/common';
import { actorFromList, listedFromRegister, type Actor, type FoundedOrganisation } from '@knotenpunkt/actors/domain';
import { newId, type Id, type LocalDate } from '@knotenpunkt/kernel';
import { freeSlugs, type Tx } from '@knotenpunkt/platform/database';
import { Outbox } from '@knotenpunkt/platform/outbox';
import type { Region } from '@knotenpunkt/regions/domain';
import { ActorRepository } from '../actor.repository';
import { actorRow, loadVocabularies } from '../actor-rows';
import { keepProfiles } from '../history/said';

/** Entries of organisations that are taken over by their own people, or made by them. */
@Injectable()
export class FoundedActors {
  constructor(
    private readonly actors: ActorRepository,
    private readonly outbox: Outbox,
  ) {}

  /** A new entry: entered by its own people, who say today that it is right. */
  async enter(
    tx: Tx,
    region: Region,
    { name, kind, city, summary, website, employerId }: FoundedOrganisation,
    { today, at, personId }: { today: LocalDate; at: Date; personId: Id },
  ): Promise<Actor> {
    const [slug] = await freeSlugs(tx, { tables: ['actor', 'actor_slug'], regionId: region.id, words: [name] });
    const told = listedFromRegister({
      ...{ id: newId(), name, kind, city },
      ...{ shortName: '', postalCode: '', lon: null, lat: null, sourceNote: '' },
    });
    const listed = actorFromList({ ...told, summary, website }, { regionId: region.id, slug: slug! });
    const actor: Actor = { ...listed, employerId, provenance: 'ENTERED', sourceNote: null, confirmedOn: today };
    await this.actors.insertMany(tx, [actorRow(actor, await loadVocabularies())]);
    await keepProfiles(tx, [actor.id], { act: 'actor.joined', at, viewer: { personId } });
    await this.tell(tx, actor);
    return actor;
  }

  /** An entry as it is, held until the transaction ends; null where there is none. */
  lock(tx: Tx, id: Id): Promise<Actor | null> {
    return this.actors.lock(tx, id);
  }

  /** Says that readers should look again. */
  tell(tx: Tx, { id, regionId }: Actor): Promise<void> {
    return this.outbox.append(tx, { aggregate: 'actor', id, regionId });
  }
}
