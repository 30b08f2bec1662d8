import { Injectable } from '@nestjs/common';
import type { StoredRound } from '@knotenpunkt/agreements/api';
import {
  checkOffer,
  deadlineAfterOffer,
  messages,
  offerInWords,
  offersToTake,
  undoOffer,
  withOffers,
  type Alliance,
  type CounterOffer,
} from '@knotenpunkt/alliances/domain';
import { actsFor } from '@knotenpunkt/identity/domain';
import { newId, ok, refuse, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { Contribution } from '@knotenpunkt/themes/domain';
import { AllianceAsking, type Asker } from './alliance-asking';
import { AllianceLetters } from './alliance-letters';
import { AllianceOfferRepository } from './alliance-offer.repository';
import { AllianceWriter } from './alliance-writer';

/** "Ja, aber …" with another contribution of one's own: the version that comes of it, and the way back. */
@Injectable()
export class AllianceOfferService {
  constructor(
    private readonly writer: AllianceWriter,
    private readonly offers: AllianceOfferRepository,
    private readonly asking: AllianceAsking,
    private readonly letters: AllianceLetters,
  ) {}

  /**
   * Keeps what a member offers with its answer; an answer without an offer takes an earlier one back. Gives the change asked
   * for in words, null without an offer.
   */
  async keep(
    tx: Tx,
    { viewer, region }: Asker,
    alliance: Alliance,
    given: { actorId: Id; version: number; offer: Contribution | null },
  ): Promise<Result<string | null>> {
    const { actorId, version: roundVersion, offer: offered } = given;
    if (!actsFor(viewer, actorId)) return refuse('NOT_PERMITTED');
    await this.offers.drop(tx, alliance.id, actorId);
    if (offered === null) return ok(null);
    const wish = { id: newId(), actorId, personId: viewer.personId, roundVersion, offered };
    const offer = checkOffer(alliance, await this.offers.of(tx, alliance.id), wish, this.writer.today(region));
    if (!offer.ok) return offer;
    await this.offers.insert(tx, offer.value);
    return ok(offerInWords(offer.value, region.language, messages[region.language].offer.change));
  }

  /** Makes a new version of the offers whose time has come with one organisation's answer; null where there are none. */
  async take(tx: Tx, asker: Asker, alliance: Alliance, round: StoredRound, actorId: Id): Promise<Result<Alliance> | null> {
    const taken = offersToTake(round, await this.offers.of(tx, alliance.id));
    if (taken.length === 0) return null;
    for (const { id } of taken) await this.offers.settle(tx, { id, state: 'TAKEN', madeVersion: round.version + 1 });
    const deadlineOn = deadlineAfterOffer(round, this.writer.today(asker.region));
    const asked = await this.asking.withOffers(tx, asker, withOffers(alliance, taken), { deadlineOn, agreed: taken, actorId });
    if (asked.ok) await this.letters.tellOffers(tx, asker.region, asked.value, taken);
    return asked;
  }

  /** Back to what a member was asked for before; a new version too. */
  undo(asker: Asker, asked: { id: Id; expectedVersion: number; offerId: Id; deadlineOn: LocalDate }): Promise<Result<Alliance>> {
    return this.writer.change(asker.viewer, asker.region, asked, async (tx, alliance, today) => {
      const offer = (await this.offers.of(tx, alliance.id)).find(({ id }) => id === asked.offerId) ?? null;
      const undone = undoOffer(asker.viewer, alliance, offer, today);
      if (!undone.ok) return undone;
      await this.offers.settle(tx, undone.value.offer);
      return this.asking.again(tx, asker, undone.value.alliance, { deadlineOn: asked.deadlineOn, verb: 'offerUndone' });
    });
  }

  /** Those of several alliances that were not overtaken, the newest first. */
  ofAlliances(ids: readonly Id[]): Promise<CounterOffer[]> {
    return this.offers.ofAlliances(ids);
  }
}
