import { Injectable } from '@nestjs/common';
import { ConsentService, type StoredRound } from '@knotenpunkt/agreements/api';
import { actorsOf, passes } from '@knotenpunkt/identity/domain';
import { viewerOf } from '@knotenpunkt/identity/api';
import type { Event, Initiative } from '@knotenpunkt/initiatives/domain';
import type { Id } from '@knotenpunkt/kernel';
import { type GraphqlContext, grouped, matched, perRequest } from '@knotenpunkt/platform/graphql';
import DataLoader from 'dataloader';
import { EventRepository } from './event.repository';
import { InitiativeRepository } from './initiative.repository';

/** Reads what fields of Vorhaben and actors need in one statement for all of an operation. */
@Injectable()
export class InitiativeLoader {
  /** Whoever shows one asks `maySee` first. */
  readonly byId: (context: GraphqlContext) => DataLoader<Id, Initiative | null>;
  readonly parts: (context: GraphqlContext) => DataLoader<Id, Initiative[]>;
  readonly events: (context: GraphqlContext) => DataLoader<Id, Event[]>;
  /** The newest round of a proposal. */
  readonly round: (context: GraphqlContext) => DataLoader<Id, StoredRound | null>;
  /** All rounds, the newest first. */
  readonly rounds: (context: GraphqlContext) => DataLoader<Id, StoredRound[]>;
  /** Of an actor, as the viewer of the operation may see them. */
  readonly ofActor: (context: GraphqlContext) => DataLoader<Id, Initiative[]>;

  constructor(initiatives: InitiativeRepository, events: EventRepository, consent: ConsentService) {
    this.byId = perRequest(() => new DataLoader(async (ids) => matched(ids, await initiatives.byIds(ids), (initiative) => initiative.id)));
    this.parts = perRequest(() => new DataLoader(async (ids) => grouped(ids, await initiatives.partsOf(ids), (row) => [row.partOfId])));
    this.events = perRequest(
      () => new DataLoader(async (ids) => grouped(ids, await events.ofInitiatives(ids), (row) => [row.initiativeId])),
    );
    this.round = perRequest(
      () => new DataLoader(async (ids) => matched(ids, await consent.roundsOf('initiative', ids), (round) => round.subject.id)),
    );
    this.rounds = perRequest(
      () => new DataLoader(async (ids) => grouped(ids, await consent.historiesOf('initiative', ids), (round) => [round.subject.id])),
    );
    this.ofActor = perRequest((context) => {
      const viewer = viewerOf(context);
      const reader = { coordinator: passes(viewer, 'COORDINATOR'), ownIds: actorsOf(viewer, 'EDITOR') };
      return new DataLoader(async (ids) => grouped(ids, await initiatives.ofActors(ids, reader), (row) => [row.actorId]));
    });
  }
}
