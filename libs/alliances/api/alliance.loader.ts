import { Injectable } from '@nestjs/common';
import { ConsentService, type StoredRound } from '@knotenpunkt/agreements/api';
import type { Alliance } from '@knotenpunkt/alliances/domain';
import type { Id } from '@knotenpunkt/kernel';
import { type GraphqlContext, grouped, matched, perRequest } from '@knotenpunkt/platform/graphql';
import DataLoader from 'dataloader';
import { AllianceRepository } from './alliance.repository';

/** Reads what fields need in one statement for all of an operation. Whoever shows an alliance asks `maySee` first. */
@Injectable()
export class AllianceLoader {
  readonly byId: (context: GraphqlContext) => DataLoader<Id, Alliance | null>;
  readonly ofChallenge: (context: GraphqlContext) => DataLoader<Id, Alliance[]>;
  readonly ofActor: (context: GraphqlContext) => DataLoader<Id, Alliance[]>;
  /** The newest round about an alliance; null while nobody was asked. */
  readonly round: (context: GraphqlContext) => DataLoader<Id, StoredRound | null>;
  /** All rounds, the newest first. */
  readonly rounds: (context: GraphqlContext) => DataLoader<Id, StoredRound[]>;

  constructor(alliances: AllianceRepository, consent: ConsentService) {
    this.byId = perRequest(() => new DataLoader(async (ids) => matched(ids, await alliances.byIds(ids), (alliance) => alliance.id)));
    this.ofChallenge = perRequest(
      () => new DataLoader(async (ids) => grouped(ids, await alliances.ofChallenges(ids), ({ challengeId }) => [challengeId])),
    );
    this.ofActor = perRequest(
      () =>
        new DataLoader(async (ids) =>
          grouped(ids, await alliances.ofActors(ids), ({ members }) =>
            members.filter(({ state }) => state !== 'DECLINED').map(({ actorId }) => actorId),
          ),
        ),
    );
    this.round = perRequest(
      () => new DataLoader(async (ids) => matched(ids, await consent.roundsOf('alliance', ids), (round) => round.subject.id)),
    );
    this.rounds = perRequest(
      () => new DataLoader(async (ids) => grouped(ids, await consent.historiesOf('alliance', ids), (round) => [round.subject.id])),
    );
  }
}
