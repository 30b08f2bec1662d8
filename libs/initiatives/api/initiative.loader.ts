import { Injectable } from '@nestjs/common';
import { ConsentService, type StoredRound } from '@knotenpunkt/agreements/api';
import { passes } from '@knotenpunkt/identity/domain';
import { viewerOf } from '@knotenpunkt/identity/api';
import type { Event, Initiative } from '@knotenpunkt/initiatives/domain';
import type { Id } from '@knotenpunkt/kernel';
import { perRequest, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import DataLoader from 'dataloader';
import { EventRepository } from './event.repository';
import { InitiativeRepository } from './initiative.repository';
import { ownIdsOf } from './initiative.service';

/** Rows by a key, in the order they were read. */
function grouped<Row>(ids: readonly Id[], rows: readonly Row[], keyOf: (row: Row) => Id | null): Row[][] {
  const groups = new Map<Id, Row[]>(ids.map((id) => [id, []]));
  for (const row of rows) groups.get(keyOf(row) ?? '')?.push(row);
  return ids.map((id) => groups.get(id)!);
}

/** Reads what fields of Vorhaben and actors need in one statement for all of an operation. */
@Injectable()
export class InitiativeLoader {
  /** Whoever shows one asks `maySee` first. */
  readonly byId: (context: GraphqlContext) => DataLoader<Id, Initiative | null>;
  readonly parts: (context: GraphqlContext) => DataLoader<Id, Initiative[]>;
  readonly events: (context: GraphqlContext) => DataLoader<Id, Event[]>;
  /** The newest round of a proposal. */
  readonly round: (context: GraphqlContext) => DataLoader<Id, StoredRound | null>;
  /** Of an actor, as the viewer of the operation may see them. */
  readonly ofActor: (context: GraphqlContext) => DataLoader<Id, Initiative[]>;

  constructor(initiatives: InitiativeRepository, events: EventRepository, consent: ConsentService) {
    this.byId = perRequest(
      () =>
        new DataLoader(async (ids) => {
          const found = new Map((await initiatives.byIds(ids)).map((initiative) => [initiative.id, initiative]));
          return ids.map((id) => found.get(id) ?? null);
        }),
    );
    this.parts = perRequest(() => new DataLoader(async (ids) => grouped(ids, await initiatives.partsOf(ids), (row) => row.partOfId)));
    this.events = perRequest(() => new DataLoader(async (ids) => grouped(ids, await events.ofInitiatives(ids), (row) => row.initiativeId)));
    this.round = perRequest(
      () =>
        new DataLoader(async (ids) => {
          const found = new Map((await consent.roundsOf('initiative', ids)).map((round) => [round.subject.id, round]));
          return ids.map((id) => found.get(id) ?? null);
        }),
    );
    this.ofActor = perRequest((context) => {
      const viewer = viewerOf(context);
      const reader = { coordinator: passes(viewer, 'COORDINATOR'), ownIds: ownIdsOf(viewer) };
      return new DataLoader(async (ids) => grouped(ids, await initiatives.ofActors(ids, reader), (row) => row.actorId));
    });
  }
}
