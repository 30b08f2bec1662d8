import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ActorListing, ActorMerging } from '@knotenpunkt/actors/api';
import { listedFromRegister, RELATION_HALF_LIFE_DAYS } from '@knotenpunkt/actors/domain';
import { VISITOR } from '@knotenpunkt/identity/domain';
import type { Succession } from '@knotenpunkt/imports/domain';
import { addDays, idFrom } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { EdgeFact } from '@knotenpunkt/platform/graph';
import { Outbox } from '@knotenpunkt/platform/outbox';
import { RegionSeeds, type RegionSeed, type SeedLoader, type SeedSuccession } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { MergeStore } from '../merging/merge-store';
import { SuccessionRepository } from './succession.repository';

/** Sets up organisations that became part of one of a region before it was here. Nobody is mailed, and nothing is left to go over. */
@Injectable()
export class SuccessionSeeder implements SeedLoader, OnModuleInit {
  readonly room = 'imports';

  constructor(
    private readonly seeds: RegionSeeds,
    private readonly listing: ActorListing,
    private readonly actors: ActorMerging,
    private readonly store: MergeStore,
    private readonly successions: SuccessionRepository,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.seeds.register(this);
  }

  async load(tx: Tx, seed: RegionSeed, region: Region): Promise<void> {
    for (const one of seed.successions) await this.loadOne(tx, one, region);
  }

  private async loadOne(tx: Tx, one: SeedSuccession, region: Region): Promise<void> {
    const predecessorId = idFrom(region.slug, 'actor', one.key);
    const successorId = idFrom(region.slug, 'actor', one.successor);
    const { name, kind, city, sourceNote, summary, sinceOn } = one;
    const told = listedFromRegister({
      id: predecessorId,
      name,
      kind,
      city,
      sourceNote,
      shortName: '',
      postalCode: '',
      lon: null,
      lat: null,
    });
    await this.listing.load(tx, region, [{ ...told, summary }]);
    const found = await this.actors.among(tx, [predecessorId, successorId]);
    const [predecessor, successor] = [found.get(predecessorId)!, found.get(successorId)!];
    await this.actors.close(tx, VISITOR, predecessor, sinceOn);
    const succession: Succession = {
      ...{ id: idFrom(region.slug, 'succession', one.key), regionId: region.id, predecessorId, successorId },
      ...{ predecessorName: name, successorName: successor.name, sinceOn, note: one.note, proposedBy: 'COORDINATION', proposedOn: sinceOn },
      ...{ predecessorAgreedOn: sinceOn, successorAgreedOn: sinceOn, state: 'DONE', ground: '', decidedOn: sinceOn, version: 1 },
    };
    await this.successions.insert(tx, succession);
    await this.store.merges.insert(
      tx,
      {
        ...{
          id: succession.id,
          regionId: region.id,
          keptId: successorId,
          mergedId: predecessorId,
          keptName: successor.name,
          mergedName: name,
        },
        ...{ takes: [], change: { before: {}, after: {} }, moved: [], mergedAt: new Date(`${sinceOn}T09:00:00Z`) },
        ...{ undoneAt: null, leftOver: null, version: 1 },
      },
      sinceOn,
    );
    await this.successions.keepFacts(tx, succession.id, { past: [tieOf(one, succession)], begins: [], invitationIds: [] });
    await this.outbox.append(tx, { aggregate: 'succession', id: succession.id, regionId: region.id });
  }
}

function tieOf({ tiedSinceOn }: SeedSuccession, { id, regionId, predecessorId, successorId, sinceOn }: Succession): EdgeFact {
  return {
    ...{ id: idFrom('succeeded', id), from: predecessorId, to: successorId, regionId, role: 'DECLARED', declared: true },
    ...{ since: tiedSinceOn, until: addDays(sinceOn, -1), weight: 1, grade: 'WORKS_TOGETHER', audience: 'PUBLIC' },
    halfLifeDays: RELATION_HALF_LIFE_DAYS,
  };
}
