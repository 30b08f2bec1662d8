import { Injectable } from '@nestjs/common';
import { ConsentService, type StoredRound } from '@knotenpunkt/agreements/api';
import type { Alliance } from '@knotenpunkt/alliances/domain';
import type { Id } from '@knotenpunkt/kernel';
import { perRequest, type GraphqlContext } from '@knotenpunkt/platform/graphql';
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

  constructor(alliances: AllianceRepository, consent: ConsentService) {
    this.byId = perRequest(
      () =>
        new DataLoader(async (ids) => {
          const found = new Map((await alliances.byIds(ids)).map((alliance) => [alliance.id, alliance]));
          return ids.map((id) => found.get(id) ?? null);
        }),
    );
    this.ofChallenge = perRequest(
      () =>
        new DataLoader(async (ids) => {
          const rows = await alliances.ofChallenges(ids);
          return ids.map((id) => rows.filter(({ challengeId }) => challengeId === id));
        }),
    );
    this.ofActor = perRequest(
      () =>
        new DataLoader(async (ids) => {
          const rows = await alliances.ofActors(ids);
          return ids.map((id) => rows.filter(({ members }) => members.some((each) => each.actorId === id && each.state !== 'DECLINED')));
        }),
    );
    this.round = perRequest(
      () =>
        new DataLoader(async (ids) => {
          const rounds = new Map((await consent.roundsOf('alliance', ids)).map((round) => [round.subject.id, round]));
          return ids.map((id) => rounds.get(id) ?? null);
        }),
    );
  }
}
