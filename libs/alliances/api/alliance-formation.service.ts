import { Injectable } from '@nestjs/common';
import { CommitmentService, ConsentService, type StoredRound } from '@knotenpunkt/agreements/api';
import type { GivenAnswer } from '@knotenpunkt/agreements/domain';
import { demandsOf, formAlliance, formedByLastAnswer, withAnswers, type Alliance, type Demands } from '@knotenpunkt/alliances/domain';
import { ChallengeService } from '@knotenpunkt/challenges/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { idFrom, refuse, type Id, type Result } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import type { Contribution } from '@knotenpunkt/themes/domain';
import { AllianceLetters } from './alliance-letters';
import { AllianceOfferService } from './alliance-offer.service';
import { AllianceWriter } from './alliance-writer';

/** Answers, and what follows once all have agreed. */
@Injectable()
export class AllianceFormationService {
  constructor(
    private readonly writer: AllianceWriter,
    private readonly consent: ConsentService,
    private readonly commitments: CommitmentService,
    private readonly challenges: ChallengeService,
    private readonly letters: AllianceLetters,
    private readonly offers: AllianceOfferService,
  ) {}

  /** `offer`: with "Ja, aber …", what it would bring instead of what it is asked for. */
  answer(
    viewer: Viewer,
    region: Region,
    given: { id: Id; actorId: Id; offer?: Contribution | null } & GivenAnswer,
  ): Promise<Result<Alliance>> {
    const { id, offer, ...answer } = given;
    return this.writer.change(viewer, region, { id }, async (tx, alliance) => {
      if (alliance.state !== 'INVITING') return refuse('STATE_DIFFERS');
      const offered = answer.answer === 'YES_BUT' ? (offer ?? null) : null;
      const kept = await this.offers.keep(tx, { viewer, region }, alliance, { ...answer, offer: offered });
      if (!kept.ok) return kept;
      const change = [kept.value, answer.change?.trim()].filter(Boolean).join(' ') || null;
      const round = await this.consent.answer(tx, { viewer, region, subject: { type: 'alliance', id }, ...answer, change });
      return round.ok ? this.afterAnswer(tx, viewer, region, alliance, round.value, given.actorId) : round;
    });
  }

  /** "Unter Vorbehalt" becomes "Ja". */
  confirmReservation(viewer: Viewer, region: Region, { id, actorId }: { id: Id; actorId: Id }): Promise<Result<Alliance>> {
    return this.writer.change(viewer, region, { id }, async (tx, alliance) => {
      if (alliance.state !== 'INVITING') return refuse('STATE_DIFFERS');
      const round = await this.consent.confirmReservation(tx, { viewer, region, subject: { type: 'alliance', id }, actorId });
      return round.ok ? this.afterAnswer(tx, viewer, region, alliance, round.value, actorId) : round;
    });
  }

  form(
    viewer: Viewer,
    region: Region,
    asked: { id: Id; expectedVersion: number; nameGaps: boolean; gapsNote: string; employeesNote: string },
  ): Promise<Result<Alliance>> {
    return this.writer.change(viewer, region, asked, async (tx, alliance, today) => {
      const round = await this.consent.lockRoundOf(tx, { type: 'alliance', id: alliance.id });
      const demands = await this.demands(tx, region, alliance);
      const formed = formAlliance(viewer, alliance, { ...asked, round, demands, today });
      return formed.ok ? this.enter(tx, viewer, region, formed.value) : formed;
    });
  }

  private async afterAnswer(
    tx: Tx,
    viewer: Viewer,
    region: Region,
    alliance: Alliance,
    round: StoredRound,
    actorId: Id,
  ): Promise<Result<Alliance>> {
    const demands = await this.demands(tx, region, alliance);
    const formed = formedByLastAnswer(alliance, round, demands, this.writer.today(region));
    if (formed) return this.enter(tx, viewer, region, formed, actorId);
    const answered = { ...alliance, members: withAnswers(alliance.members, round) };
    const asked = await this.offers.take(tx, { viewer, region }, answered, round, actorId);
    return asked ?? this.writer.write(tx, viewer, answered, 'answered', actorId);
  }

  /** What each member promised becomes a Zusage of its own, in the same transaction. */
  private async enter(tx: Tx, viewer: Viewer, region: Region, alliance: Alliance, actorId?: Id): Promise<Result<Alliance>> {
    const { id, title, slug } = alliance;
    for (const member of alliance.members) {
      if (member.state !== 'MEMBER' || member.dueOn === null) continue;
      const { contributionKind, amount, fromOn } = member;
      await this.commitments.enter(tx, {
        viewer,
        region,
        id: idFrom('alliance commitment', id, member.actorId),
        purpose: { type: 'ALLIANCE', id, title, slug },
        actorId: member.actorId,
        toActorId: null,
        text: member.commitment,
        ...{ contributionKind, amount, fromOn },
        dueOn: member.dueOn,
      });
    }
    await this.letters.tellFormed(tx, region, alliance);
    return this.writer.write(tx, viewer, alliance, 'formed', actorId);
  }

  private async demands(tx: Tx, region: Region, { challengeId }: Alliance): Promise<Demands> {
    return demandsOf((await this.challenges.find(tx, region, challengeId)) ?? null);
  }
}
