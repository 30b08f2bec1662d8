import { Injectable } from '@nestjs/common';
import type { OnDecline } from '@knotenpunkt/agreements/domain';
import {
  callOffAlliance,
  changeDraft,
  checkDiscard,
  draftAlliance,
  inviteMembers,
  reviseAlliance,
  withReplaced,
  type Alliance,
  type AllianceWish,
  type MemberWish,
} from '@knotenpunkt/alliances/domain';
import { ChallengeService } from '@knotenpunkt/challenges/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { ok, refuse, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import { UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { AllianceAsking } from './alliance-asking';
import { AllianceWriter } from './alliance-writer';
import { AllianceRepository } from './alliance.repository';

interface Asked {
  id: Id;
  expectedVersion: number;
}

/** From the first draft to the version all are asked about. */
@Injectable()
export class AllianceDraftService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly alliances: AllianceRepository,
    private readonly writer: AllianceWriter,
    private readonly challenges: ChallengeService,
    private readonly asking: AllianceAsking,
  ) {}

  /** Adds a draft; adding the same one again changes nothing and gives it. */
  draft(
    viewer: Viewer,
    region: Region,
    wish: AllianceWish & { id: Id; challengeId: Id; draftedById: Id | null },
  ): Promise<Result<Alliance>> {
    return this.unitOfWork.run(async (tx): Promise<Result<Alliance>> => {
      const challenge = await this.challenges.find(tx, region, wish.challengeId);
      if (!challenge) return refuse('NOT_PERMITTED');
      const about = { seats: await this.seats(tx, region, wish), today: this.writer.today(region), challenge };
      const decision = draftAlliance(viewer, { ...wish, regionId: region.id, slug: '' }, about);
      if (!decision.ok) return decision;
      const present = await this.alliances.find(tx, wish.id);
      if (present) {
        const same = present.challengeId === challenge.id && present.draftedById === wish.draftedById;
        return same ? ok(present) : refuse('NOT_PERMITTED');
      }
      const alliance = { ...decision.value, slug: await this.alliances.freeSlug(tx, region.id, decision.value.title) };
      await this.alliances.insert(tx, alliance);
      await this.writer.tell(tx, viewer, alliance, 'drafted');
      return ok(alliance);
    });
  }

  changeDraft(viewer: Viewer, region: Region, asked: Asked & AllianceWish): Promise<Result<Alliance>> {
    return this.writer.change(viewer, region, asked, async (tx, alliance, today) => {
      const next = changeDraft(viewer, alliance, asked, { seats: await this.seats(tx, region, asked), today });
      return next.ok ? this.writer.write(tx, viewer, next.value, 'changed') : next;
    });
  }

  /** Throws a draft away, of which nobody was told; gives it as it was. */
  discard(viewer: Viewer, region: Region, asked: Asked): Promise<Result<Alliance>> {
    return this.writer.change(viewer, region, asked, async (tx, alliance): Promise<Result<Alliance>> => {
      const may = checkDiscard(viewer, alliance);
      if (!may.ok) return may;
      const removed = await this.alliances.remove(tx, alliance);
      if (!removed.ok) return removed;
      await this.writer.tell(tx, viewer, alliance, 'discarded');
      return ok(alliance);
    });
  }

  /** Nothing comes of it: nobody is asked any more, and those who were are told why. */
  callOff(viewer: Viewer, region: Region, asked: Asked & { reason: string }): Promise<Result<Alliance>> {
    return this.writer.change(viewer, region, asked, async (tx, alliance, today) => {
      const next = callOffAlliance(viewer, alliance, asked.reason, today);
      if (!next.ok) return next;
      await this.asking.end(tx, region, next.value);
      return this.writer.write(tx, viewer, next.value, 'calledOff');
    });
  }

  /** Puts the draft to all its members. */
  invite(viewer: Viewer, region: Region, asked: Asked & { deadlineOn: LocalDate; onDecline: OnDecline }): Promise<Result<Alliance>> {
    return this.writer.change(viewer, region, asked, async (tx, alliance, today) => {
      const next = inviteMembers(viewer, alliance, today);
      return next.ok ? this.asking.open(tx, { viewer, region }, next.value, asked) : next;
    });
  }

  /** A new version, about which everybody is asked again. */
  revise(viewer: Viewer, region: Region, asked: Asked & AllianceWish & { deadlineOn: LocalDate }): Promise<Result<Alliance>> {
    return this.writer.change(viewer, region, asked, (tx, alliance) =>
      this.askAgain(tx, viewer, region, alliance, asked, asked.deadlineOn),
    );
  }

  /** Another takes the place of a member. That is a new version too. */
  replaceMember(
    viewer: Viewer,
    region: Region,
    asked: Asked & { actorId: Id; by: MemberWish; deadlineOn: LocalDate },
  ): Promise<Result<Alliance>> {
    return this.writer.change(viewer, region, asked, async (tx, alliance) => {
      const wish = withReplaced(alliance, asked.actorId, asked.by);
      return wish.ok ? this.askAgain(tx, viewer, region, alliance, wish.value, asked.deadlineOn) : wish;
    });
  }

  private async askAgain(
    tx: Tx,
    viewer: Viewer,
    region: Region,
    alliance: Alliance,
    wish: AllianceWish,
    deadlineOn: LocalDate,
  ): Promise<Result<Alliance>> {
    const about = { seats: await this.seats(tx, region, wish), today: this.writer.today(region) };
    const next = reviseAlliance(viewer, alliance, wish, about);
    return next.ok ? this.asking.again(tx, { viewer, region }, next.value, { deadlineOn, verb: 'revised' }) : next;
  }

  private seats(tx: Tx, region: Region, { members }: { members: readonly { actorId: Id }[] }) {
    const ids = members.map(({ actorId }) => actorId);
    return this.alliances.seats(tx, region.id, ids);
  }
}
