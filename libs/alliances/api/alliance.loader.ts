import { Injectable } from '@nestjs/common';
import { ConsentService, type Signature, type StoredRound } from '@knotenpunkt/agreements/api';
import type { Alliance, CounterOffer } from '@knotenpunkt/alliances/domain';
import { PersonNames } from '@knotenpunkt/identity/api';
import type { Id } from '@knotenpunkt/kernel';
import { type GraphqlContext, grouped, matched, perRequest } from '@knotenpunkt/platform/graphql';
import DataLoader from 'dataloader';
import { AllianceOfferService } from './alliance-offer.service';
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

  /** What members offered instead of what they were asked for, the newest first. */
  readonly offers: (context: GraphqlContext) => DataLoader<Id, CounterOffer[]>;
  /** Who has agreed to the version that was agreed on. */
  readonly signatures: (context: GraphqlContext) => DataLoader<Id, Signature[]>;
  /** Names of persons: who may read them is decided before. */
  readonly personName: (context: GraphqlContext) => DataLoader<Id, string | null>;

  constructor(alliances: AllianceRepository, consent: ConsentService, offers: AllianceOfferService, names: PersonNames) {
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
    this.offers = perRequest(
      () => new DataLoader(async (ids) => grouped(ids, await offers.ofAlliances(ids), ({ allianceId }) => [allianceId])),
    );
    this.signatures = perRequest(
      () => new DataLoader(async (ids) => grouped(ids, await consent.signaturesOf('alliance', ids), ({ subjectId }) => [subjectId])),
    );
    this.personName = perRequest(
      () =>
        new DataLoader(async (ids) => {
          const found = await names.of(ids);
          return ids.map((id) => found.get(id) ?? null);
        }),
    );
    this.rounds = perRequest(
      () => new DataLoader(async (ids) => grouped(ids, await consent.historiesOf('alliance', ids), (round) => [round.subject.id])),
    );
  }
}
