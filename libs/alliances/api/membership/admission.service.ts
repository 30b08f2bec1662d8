import { Injectable } from '@nestjs/common';
import { CommitmentService, ConsentService, type StoredRound } from '@knotenpunkt/agreements/api';
import { deadlinePassed, type GivenAnswer } from '@knotenpunkt/agreements/domain';
import {
  admissionTextOf,
  askedAbout,
  isWorking,
  leadsAdmission,
  proposeAdmission,
  reviseAdmission,
  withAdmitted,
  withdrawAdmission,
  type Admission,
  type AdmissionWish,
  type Alliance,
} from '@knotenpunkt/alliances/domain';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { addDays, idFrom, ok, refuse, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { AllianceWriter } from '../alliance-writer';
import { AllianceRepository } from '../alliance.repository';
import { AdmissionLetters, ADMISSION_QUESTION } from './admission-letters';
import { MembershipRepository } from './membership.repository';

/** Where everybody is asked again because one of them left, they have at least so long. */
const DAYS_TO_ANSWER_AGAIN = 7;

interface Asked {
  id: Id;
  allianceId: Id;
}

/** The round about an admission. */
export const roundAbout = (admissionId: Id) => ({ type: ADMISSION_QUESTION, id: admissionId });

/** Another organisation joins an alliance that works, once it and all present members have agreed. */
@Injectable()
export class AdmissionService {
  constructor(
    private readonly writer: AllianceWriter,
    private readonly memberships: MembershipRepository,
    private readonly alliances: AllianceRepository,
    private readonly consent: ConsentService,
    private readonly commitments: CommitmentService,
    private readonly letters: AdmissionLetters,
  ) {}

  /** Proposing the same again, with the same id, changes nothing. */
  propose(
    viewer: Viewer,
    region: Region,
    wish: Asked & AdmissionWish & { actorId: Id; proposedById: Id | null; deadlineOn: LocalDate },
  ): Promise<Result<Alliance>> {
    return this.writer.change(viewer, region, { id: wish.allianceId }, async (tx, alliance, today) => {
      const present = await this.memberships.find(tx, wish.id);
      if (present)
        return present.allianceId === alliance.id && leadsAdmission(viewer, alliance, present) ? ok(alliance) : refuse('NOT_PERMITTED');
      const seats = await this.alliances.seats(tx, region.id, [wish.actorId]);
      const isOneOpen = await this.isOneOpen(tx, alliance.id, today);
      const proposed = proposeAdmission(viewer, alliance, wish, { seat: seats.get(wish.actorId), isOneOpen, today });
      if (!proposed.ok) return proposed;
      const question = await this.question(tx, viewer, region, alliance, proposed.value);
      const round = await this.consent.open(tx, { ...question, deadlineOn: wish.deadlineOn, onDecline: 'ABANDON' });
      if (!round.ok) return round;
      await this.lapse(tx, alliance.id, today);
      await this.memberships.insert(tx, proposed.value);
      await this.ask(tx, region, alliance, proposed.value, round.value);
      await this.writer.tell(tx, viewer, alliance, 'admissionProposed', wish.proposedById ?? undefined);
      return ok(alliance);
    });
  }

  revise(
    viewer: Viewer,
    region: Region,
    asked: Asked & AdmissionWish & { expectedVersion: number; deadlineOn: LocalDate },
  ): Promise<Result<Alliance>> {
    return this.change(viewer, region, asked, async (tx, alliance, admission, today) => {
      const revised = reviseAdmission(viewer, alliance, admission, asked, today);
      if (!revised.ok) return revised;
      const written = await this.memberships.update(tx, revised.value, asked.expectedVersion);
      if (!written.ok) return written;
      const question = await this.question(tx, viewer, region, alliance, revised.value);
      const round = await this.consent.reopen(tx, { ...question, deadlineOn: asked.deadlineOn });
      if (!round.ok) return round;
      await this.ask(tx, region, alliance, revised.value, round.value);
      await this.writer.tell(tx, viewer, alliance, 'admissionRevised', admission.proposedById ?? undefined);
      return ok(alliance);
    });
  }

  withdraw(viewer: Viewer, region: Region, asked: Asked & { expectedVersion: number }): Promise<Result<Alliance>> {
    return this.change(viewer, region, asked, async (tx, alliance, admission, today) => {
      const withdrawn = withdrawAdmission(viewer, alliance, admission, today);
      if (!withdrawn.ok) return withdrawn;
      const written = await this.memberships.update(tx, withdrawn.value, asked.expectedVersion);
      if (!written.ok) return written;
      await this.consent.close(tx, roundAbout(admission.id));
      await this.writer.tell(tx, viewer, alliance, 'admissionWithdrawn', admission.proposedById ?? undefined);
      return ok(alliance);
    });
  }

  answer(viewer: Viewer, region: Region, given: Asked & { actorId: Id } & GivenAnswer): Promise<Result<Alliance>> {
    const { id, allianceId, ...answer } = given;
    return this.change(viewer, region, { id, allianceId }, async (tx, alliance, admission, today) => {
      if (!isWorking(alliance)) return refuse('STATE_DIFFERS');
      const round = await this.consent.answer(tx, { viewer, region, subject: roundAbout(id), ...answer });
      return round.ok ? this.follow(tx, { viewer, region, alliance, admission, today, actorId: given.actorId }, round.value) : round;
    });
  }

  /** "Unter Vorbehalt" becomes "Ja". */
  confirmReservation(viewer: Viewer, region: Region, { id, allianceId, actorId }: Asked & { actorId: Id }): Promise<Result<Alliance>> {
    return this.change(viewer, region, { id, allianceId }, async (tx, alliance, admission, today) => {
      if (!isWorking(alliance)) return refuse('STATE_DIFFERS');
      const round = await this.consent.confirmReservation(tx, { viewer, region, subject: roundAbout(id), actorId });
      return round.ok ? this.follow(tx, { viewer, region, alliance, admission, today, actorId }, round.value) : round;
    });
  }

  /** A change of those who are asked is a new version: everybody who is left is asked again. */
  async askAgain(tx: Tx, viewer: Viewer, region: Region, alliance: Alliance): Promise<void> {
    const admission = await this.memberships.findOpen(tx, alliance.id);
    if (!admission) return;
    const today = this.writer.today(region);
    const question = await this.question(tx, viewer, region, alliance, admission);
    const last = await this.consent.lockRoundOf(tx, question.subject);
    const soonest = addDays(today, DAYS_TO_ANSWER_AGAIN);
    const deadlineOn = last && last.deadlineOn > soonest ? last.deadlineOn : soonest;
    const round = await this.consent.reopen(tx, { ...question, proposer: null, deadlineOn });
    if (round.ok) await this.ask(tx, region, alliance, admission, round.value);
  }

  private change(
    viewer: Viewer,
    region: Region,
    { id, allianceId }: Asked,
    work: (tx: Tx, alliance: Alliance, admission: Admission, today: LocalDate) => Promise<Result<Alliance>>,
  ): Promise<Result<Alliance>> {
    return this.writer.change(viewer, region, { id: allianceId }, async (tx, alliance, today) => {
      const admission = await this.memberships.find(tx, id);
      return admission?.allianceId === alliance.id ? work(tx, alliance, admission, today) : refuse('NOT_PERMITTED');
    });
  }

  /** What an answer leads to: all have agreed, one did not, or the others are awaited. */
  private async follow(
    tx: Tx,
    about: { viewer: Viewer; region: Region; alliance: Alliance; admission: Admission; today: LocalDate; actorId: Id },
    round: StoredRound,
  ): Promise<Result<Alliance>> {
    const { viewer, region, alliance, admission, today, actorId } = about;
    if (round.state === 'OPEN') {
      await this.writer.tell(tx, viewer, alliance, 'admissionAnswered', actorId);
      return ok(alliance);
    }
    const state = round.state === 'AGREED' ? 'ADMITTED' : 'DECLINED';
    const decided = await this.memberships.update(tx, { ...admission, state, decidedOn: today }, admission.version);
    if (!decided.ok) return decided;
    if (state === 'ADMITTED') return this.admit(tx, viewer, region, withAdmitted(alliance, admission, today), admission);
    await this.writer.tell(tx, viewer, alliance, 'admissionDeclined', actorId);
    return ok(alliance);
  }

  /** What the new member promised becomes a Zusage, in the same transaction. */
  private async admit(tx: Tx, viewer: Viewer, region: Region, alliance: Alliance, admission: Admission): Promise<Result<Alliance>> {
    const { id, title, slug } = alliance;
    const { actorId, commitment: text, dueOn } = admission;
    await this.commitments.enter(tx, {
      ...{ viewer, region, id: idFrom('admission commitment', admission.id), actorId, toActorId: null, text, dueOn },
      purpose: { type: 'ALLIANCE', id, title, slug },
    });
    await this.letters.tellJoined(tx, region, alliance, actorId);
    return this.writer.write(tx, viewer, alliance, 'joined', actorId);
  }

  /** Whether answers are still awaited about another one. */
  private async isOneOpen(tx: Tx, allianceId: Id, today: LocalDate): Promise<boolean> {
    const open = await this.memberships.findOpen(tx, allianceId);
    const round = open && (await this.consent.lockRoundOf(tx, roundAbout(open.id)));
    return round !== null && !deadlinePassed(round, today);
  }

  /** Ends one that was not answered by all in time. */
  private async lapse(tx: Tx, allianceId: Id, today: LocalDate): Promise<void> {
    const late = await this.memberships.findOpen(tx, allianceId);
    if (!late) return;
    await this.memberships.update(tx, { ...late, state: 'LAPSED', decidedOn: today }, late.version);
    await this.consent.close(tx, roundAbout(late.id));
  }

  private async ask(tx: Tx, region: Region, alliance: Alliance, admission: Admission, round: StoredRound): Promise<void> {
    const agreed = round.parties.find(({ answer }) => answer === 'YES')?.actorId ?? null;
    await this.letters.ask(tx, region, { alliance, admission, version: round.version, untilOn: round.deadlineOn, without: agreed });
  }

  private async question(tx: Tx, viewer: Viewer, region: Region, alliance: Alliance, admission: Admission) {
    const actor = (await this.alliances.seats(tx, region.id, [admission.actorId])).get(admission.actorId)?.name ?? '';
    return {
      viewer,
      region,
      subject: roundAbout(admission.id),
      text: admissionTextOf(alliance, admission, { actor, language: region.language }),
      parties: askedAbout(alliance, admission),
      proposer: admission.proposedById,
    };
  }
}
