import { Injectable } from '@nestjs/common';
import { ConsentService, type StoredRound } from '@knotenpunkt/agreements/api';
import type { OnDecline } from '@knotenpunkt/agreements/domain';
import { consentTextOf, type Alliance } from '@knotenpunkt/alliances/domain';
import { actsFor, type Viewer } from '@knotenpunkt/identity/domain';
import type { Id, LocalDate, Result } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { AllianceLetters } from './alliance-letters';
import { AllianceOfferRepository } from './alliance-offer.repository';
import { AllianceWriter } from './alliance-writer';
import { AllianceRepository } from './alliance.repository';

/** Who asks for an alliance, and where. */
export interface Asker {
  viewer: Viewer;
  region: Region;
}

/** Puts the text of an alliance to those who are to belong to it. */
@Injectable()
export class AllianceAsking {
  constructor(
    private readonly alliances: AllianceRepository,
    private readonly writer: AllianceWriter,
    private readonly consent: ConsentService,
    private readonly letters: AllianceLetters,
    private readonly offers: AllianceOfferRepository,
  ) {}

  /** The first version. */
  async open(
    tx: Tx,
    asker: Asker,
    alliance: Alliance,
    { deadlineOn, onDecline }: { deadlineOn: LocalDate; onDecline: OnDecline },
  ): Promise<Result<Alliance>> {
    const proposer = proposerOf(asker.viewer, alliance);
    const question = await this.question(tx, asker, alliance);
    const round = await this.consent.open(tx, { ...question, proposer, deadlineOn, onDecline });
    return round.ok ? this.put(tx, asker, alliance, { round: round.value, verb: 'invited', without: [proposer] }) : round;
  }

  /** A version somebody who leads the alliance has written: it has agreed by writing it. Offers that wait are overtaken. */
  async again(
    tx: Tx,
    asker: Asker,
    alliance: Alliance,
    { deadlineOn, verb }: { deadlineOn: LocalDate; verb: string },
  ): Promise<Result<Alliance>> {
    await this.offers.drop(tx, alliance.id);
    const proposer = proposerOf(asker.viewer, alliance);
    const question = await this.question(tx, asker, alliance);
    const round = await this.consent.reopen(tx, { ...question, proposer, deadlineOn });
    return round.ok ? this.put(tx, asker, alliance, { round: round.value, verb, without: [proposer] }) : round;
  }

  /** A version that came of what members offered: they have agreed to it, and nobody else. `actorId`: whose answer brought it about. */
  async withOffers(
    tx: Tx,
    asker: Asker,
    alliance: Alliance,
    { deadlineOn, agreed, actorId }: { deadlineOn: LocalDate; agreed: readonly { actorId: Id; personId: Id | null }[]; actorId: Id },
  ): Promise<Result<Alliance>> {
    const question = await this.question(tx, asker, alliance);
    const round = await this.consent.reopen(tx, { ...question, proposer: null, agreed, deadlineOn });
    const without = agreed.map(({ actorId }) => actorId);
    return round.ok ? this.put(tx, asker, alliance, { round: round.value, verb: 'offerTaken', without, actorId }) : round;
  }

  /** Nobody is asked any more, and those who were are told why. */
  async end(tx: Tx, region: Region, alliance: Alliance): Promise<void> {
    await this.consent.close(tx, { type: 'alliance', id: alliance.id });
    await this.letters.tellCalledOff(tx, region, alliance);
  }

  /** Writes what all are asked about, and mails it to those who have to answer. */
  private async put(
    tx: Tx,
    { viewer, region }: Asker,
    alliance: Alliance,
    { round, verb, without, actorId }: { round: StoredRound; verb: string; without: readonly (Id | null)[]; actorId?: Id },
  ): Promise<Result<Alliance>> {
    const written = await this.writer.write(tx, viewer, alliance, verb, actorId);
    const asking = { alliance, version: round.version, untilOn: round.deadlineOn, without };
    if (written.ok) await this.letters.ask(tx, region, asking);
    return written;
  }

  /** Who declined an earlier version, and was not put back by hand, is not asked again. */
  private async question(tx: Tx, { viewer, region }: Asker, alliance: Alliance) {
    const parties = alliance.members.filter(({ state }) => state !== 'DECLINED').map(({ actorId }) => actorId);
    const seats = await this.alliances.seats(tx, region.id, parties);
    const text = consentTextOf(alliance, seats, region.language);
    return { viewer, region, subject: { type: 'alliance', id: alliance.id }, text, parties };
  }
}

/** Who drafted it has agreed by asking; a coordinator asks without taking part. */
function proposerOf(viewer: Viewer, { draftedById, members }: Alliance): Id | null {
  const proposes = draftedById !== null && members.some(({ actorId }) => actorId === draftedById) && actsFor(viewer, draftedById);
  return proposes ? draftedById : null;
}
