import { Inject, Injectable } from '@nestjs/common';
import {
  answerRound,
  confirmReservation,
  openRound,
  reopenWith,
  settled,
  type ConsentCode,
  type ConsentRound,
  type GivenAnswer,
  type RoundWish,
} from '@knotenpunkt/agreements/domain';
import { actorsOf, actsFor, type Viewer } from '@knotenpunkt/identity/domain';
import { idFrom, newId, ok, refuse, type Clock, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import { CLOCK, type Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { ConsentRepository } from './consent.repository';
import type { Signature, StoredRound, Subject, WaitingAnswer } from './stored-round';

type Code = ConsentCode | 'NOT_PERMITTED' | 'NO_ROUND';

/**
 * Asking for consent, within the unit of work of the room that asks. That room decides who may read a round and what
 * follows from `state` (AGREED, CLOSED) of the round it gets back.
 */
@Injectable()
export class ConsentService {
  constructor(
    private readonly rounds: ConsentRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Puts the first version of a text to everybody. */
  async open(tx: Tx, asking: { viewer: Viewer; region: Region; subject: Subject } & RoundWish): Promise<Result<StoredRound, Code>> {
    const { viewer, region, subject, ...wish } = asking;
    const round = openRound(wish, this.clock.today(region.timeZone));
    if (!round.ok) return round;
    return ok(await this.insert(tx, { viewer, region, subject, previousText: null }, settled(round.value)));
  }

  /** A round as it stands in a region's file. */
  async load(tx: Tx, given: { region: Region; subject: Subject; round: ConsentRound }): Promise<void> {
    const { region, subject, round } = given;
    await this.rounds.insert(tx, { ...round, id: idFrom('round', subject.type, subject.id), regionId: region.id, subject }, () => null);
  }

  /** One organisation's answer; the round's state follows. */
  answer(
    tx: Tx,
    given: { viewer: Viewer; region: Region; subject: Subject; actorId: Id } & GivenAnswer,
  ): Promise<Result<StoredRound, Code>> {
    return this.change(tx, given, (round, today) => answerRound(round, given.actorId, given, today));
  }

  /** "Unter Vorbehalt" becomes "Ja". */
  confirmReservation(tx: Tx, given: { viewer: Viewer; region: Region; subject: Subject; actorId: Id }): Promise<Result<StoredRound, Code>> {
    return this.change(tx, given, (round, today) => confirmReservation(round, given.actorId, today));
  }

  /** A new version, about which everybody is asked again; the answers to the old one are kept and count for nothing. */
  async reopen(
    tx: Tx,
    asking: {
      viewer: Viewer;
      region: Region;
      subject: Subject;
      text: string;
      proposer: Id | null;
      /** Who has agreed to this text already, and who said so for it. */
      agreed?: readonly { actorId: Id; personId: Id | null }[];
      deadlineOn: LocalDate;
      parties?: readonly Id[];
    },
  ): Promise<Result<StoredRound, Code>> {
    const { viewer, region, subject, agreed = [], ...wish } = asking;
    const round = await this.rounds.lock(tx, subject);
    if (!round) return refuse('NO_ROUND');
    const next = reopenWith(round, { ...wish, agreed: agreed.map(({ actorId }) => actorId) }, this.clock.today(region.timeZone));
    if (!next.ok) return next;
    await this.rounds.saveState(tx, round.id, 'SUPERSEDED');
    return ok(await this.insert(tx, { viewer, region, subject, previousText: round.text, agreed }, settled(next.value)));
  }

  /** Nobody is asked any more. */
  async close(tx: Tx, subject: Subject): Promise<void> {
    const round = await this.rounds.lock(tx, subject);
    if (round?.state === 'OPEN') await this.rounds.saveState(tx, round.id, 'CLOSED');
  }

  /** The newest round about a subject, locked until the transaction ends. */
  lockRoundOf(tx: Tx, subject: Subject): Promise<StoredRound | null> {
    return this.rounds.lock(tx, subject);
  }

  /** The newest round about a subject. */
  async roundOf(subject: Subject): Promise<StoredRound | null> {
    return (await this.rounds.latest(subject.type, [subject.id]))[0] ?? null;
  }

  /** The newest rounds of several subjects of one type, in any order. */
  roundsOf(type: string, ids: readonly Id[]): Promise<StoredRound[]> {
    return this.rounds.latest(type, ids);
  }

  /** Open rounds in which the viewer's organisations have not agreed yet, most urgent first. */
  unansweredBy(viewer: Viewer, region: Region): Promise<StoredRound[]> {
    const actorIds = actorsOf(viewer);
    return actorIds.length === 0 ? Promise.resolve([]) : this.rounds.unanswered(actorIds, region.id);
  }

  /** All versions of several subjects of one type, those of each newest first. */
  historiesOf(type: string, ids: readonly Id[]): Promise<StoredRound[]> {
    return this.rounds.all(type, ids);
  }

  /** Who has agreed to the version of each that was agreed on, and for it which person. Who may read persons decides the room that asks. */
  signaturesOf(type: string, ids: readonly Id[]): Promise<Signature[]> {
    return this.rounds.signatures(type, ids);
  }

  /** What these organisations still have to answer or confirm about subjects of one type, most urgent first. */
  waitingFor(actorIds: readonly Id[], type: string, region: Region): Promise<WaitingAnswer[]> {
    return actorIds.length === 0 ? Promise.resolve([]) : this.rounds.waiting(actorIds, type, region.id);
  }

  private async insert(
    tx: Tx,
    {
      viewer,
      region,
      subject,
      previousText,
      agreed = [],
    }: {
      viewer: Viewer;
      region: Region;
      subject: Subject;
      previousText: string | null;
      agreed?: readonly { actorId: Id; personId: Id | null }[];
    },
    round: ConsentRound,
  ): Promise<StoredRound> {
    const id = newId();
    const personOf = (actorId: Id) => (agreed.find((one) => one.actorId === actorId) ?? viewer).personId;
    await this.rounds.insert(tx, { ...round, id, regionId: region.id, subject }, personOf);
    return { ...round, id, subject, previousText };
  }

  private async change(
    tx: Tx,
    { viewer, region, subject, actorId }: { viewer: Viewer; region: Region; subject: Subject; actorId: Id },
    decide: (round: StoredRound, today: LocalDate) => Result<ConsentRound, ConsentCode>,
  ): Promise<Result<StoredRound, Code>> {
    if (!actsFor(viewer, actorId)) return refuse('NOT_PERMITTED');
    const round = await this.rounds.lock(tx, subject);
    if (!round) return refuse('NO_ROUND');
    const decided = decide(round, this.clock.today(region.timeZone));
    if (!decided.ok) return decided;
    const next = settled(decided.value);
    await this.rounds.saveAnswer(
      tx,
      round.id,
      next.parties.find((party) => party.actorId === actorId)!,
      viewer.personId,
    );
    if (next.state !== round.state) await this.rounds.saveState(tx, round.id, next.state);
    return ok({ ...round, ...next });
  }
}
