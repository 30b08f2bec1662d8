import { Injectable } from '@nestjs/common';
import { CommitmentService } from '@knotenpunkt/agreements/api';
import type { Commitment } from '@knotenpunkt/agreements/domain';
import {
  announceDeparture,
  messages,
  takeBackDeparture,
  withoutDeparted,
  type Alliance,
  type DepartureWish,
} from '@knotenpunkt/alliances/domain';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { dayInWords, fill, ok, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { AllianceWriter } from '../alliance-writer';
import { StatementService } from '../statements/statement.service';
import { AdmissionLetters } from './admission-letters';
import { AdmissionService } from './admission.service';
import { MembershipRepository } from './membership.repository';

/** A member leaves by its own word, at once or from a day on. */
@Injectable()
export class DepartureService {
  constructor(
    private readonly writer: AllianceWriter,
    private readonly memberships: MembershipRepository,
    private readonly commitments: CommitmentService,
    private readonly statements: StatementService,
    private readonly admissions: AdmissionService,
    private readonly letters: AdmissionLetters,
  ) {}

  /** Says so with a day and a sentence, and what becomes of its Zusagen. Saying it again with the same id changes nothing. */
  async announce(
    viewer: Viewer,
    region: Region,
    asked: { id: Id; expectedVersion: number } & { departure: DepartureWish },
  ): Promise<Result<Alliance>> {
    const { departure: wish } = asked;
    return this.writer.change(viewer, region, { id: asked.id }, async (tx, alliance, today) => {
      if (alliance.departures.some(({ id }) => id === wish.id)) return ok(alliance);
      const open = await this.commitments.openOf(region, { actorId: wish.actorId, purposeId: alliance.id });
      const said = announceDeparture(viewer, alliance, wish, { openCommitments: open.map(({ id }) => id), today });
      if (!said.ok) return said;
      await this.memberships.insertDeparture(tx, alliance.id, said.value);
      const back = open.filter(({ id }) => wish.givenBack.includes(id));
      const given = await this.giveBack(tx, viewer, region, alliance, back, said.value.leavesOn);
      if (!given.ok) return given;
      await this.letters.tellLeaving(tx, region, alliance, said.value);
      const next = { ...alliance, departures: [...alliance.departures, said.value], version: asked.expectedVersion };
      const written = await this.writer.write(tx, viewer, next, 'leaving', wish.actorId);
      return written.ok ? this.carryOut(tx, viewer, region, written.value, today) : written;
    });
  }

  /** It stays after all. */
  takeBack(viewer: Viewer, region: Region, asked: { id: Id; expectedVersion: number; actorId: Id }): Promise<Result<Alliance>> {
    return this.writer.change(viewer, region, asked, async (tx, alliance) => {
      const announced = takeBackDeparture(viewer, alliance, asked.actorId);
      if (!announced.ok) return announced;
      await this.memberships.removeDeparture(tx, announced.value.id);
      const departures = alliance.departures.filter(({ id }) => id !== announced.value.id);
      return this.writer.write(tx, viewer, { ...alliance, departures }, 'stays', asked.actorId);
    });
  }

  /** Those whose day has come leave; carried out once an hour. */
  async lookAfter(region: Region): Promise<void> {
    const today = this.writer.today(region);
    for (const id of await this.memberships.withLeaving(region.id, today)) {
      await this.writer.change(VISITOR, region, { id }, (tx, alliance) => this.carryOut(tx, VISITOR, region, alliance, today));
    }
  }

  private async carryOut(tx: Tx, viewer: Viewer, region: Region, before: Alliance, today: LocalDate): Promise<Result<Alliance>> {
    const { alliance, departed } = withoutDeparted(before, today);
    if (departed.length === 0) return ok(before);
    await this.memberships.completeDepartures(
      tx,
      departed.map(({ id }) => id),
    );
    const written = await this.writer.write(tx, viewer, alliance, 'left', departed[0]!.actorId);
    if (!written.ok) return written;
    await this.admissions.askAgain(tx, viewer, region, written.value);
    await this.statements.settleWithout(tx, viewer, written.value, today);
    return written;
  }

  /** A Zusage that is given back is withdrawn, and stands among the tasks somebody can take on. */
  private async giveBack(
    tx: Tx,
    viewer: Viewer,
    region: Region,
    alliance: Alliance,
    back: readonly Commitment[],
    leavesOn: LocalDate,
  ): Promise<Result<null>> {
    const note = fill(messages[region.language].facts.givenBack, { date: dayInWords(leavesOn, region.language) });
    for (const commitment of back) {
      const withdrawn = await this.commitments.withdrawWithin(tx, { viewer, region, commitment, note });
      if (!withdrawn.ok) return withdrawn;
      await this.statements.offerGivenBack(tx, alliance.id, commitment);
    }
    return ok(null);
  }
}
