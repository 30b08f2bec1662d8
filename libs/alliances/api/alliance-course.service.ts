import { Injectable } from '@nestjs/common';
import { CommitmentService } from '@knotenpunkt/agreements/api';
import type { Commitment } from '@knotenpunkt/agreements/domain';
import {
  activateAlliance,
  addMilestone,
  checkPromiser,
  concludeAlliance,
  reachMilestone,
  reviewAlliance,
  stateStance,
  type Alliance,
  type ReviewDecision,
} from '@knotenpunkt/alliances/domain';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { ok, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import type { Region } from '@knotenpunkt/regions/domain';
import { AllianceWriter } from './alliance-writer';

interface Asked {
  id: Id;
  expectedVersion: number;
}

/** What becomes of an alliance once it is formed. */
@Injectable()
export class AllianceCourseService {
  constructor(
    private readonly writer: AllianceWriter,
    private readonly commitments: CommitmentService,
  ) {}

  activate(viewer: Viewer, region: Region, asked: Asked): Promise<Result<Alliance>> {
    return this.decide(viewer, region, asked, 'activated', (alliance, today) => activateAlliance(viewer, alliance, today));
  }

  conclude(viewer: Viewer, region: Region, asked: Asked & { effect: string }): Promise<Result<Alliance>> {
    return this.decide(viewer, region, asked, 'concluded', (alliance, today) => concludeAlliance(viewer, alliance, asked.effect, today));
  }

  /** Adding the same milestone again changes nothing. */
  addMilestone(
    viewer: Viewer,
    region: Region,
    asked: Asked & { milestoneId: Id; text: string; dueOn: LocalDate },
  ): Promise<Result<Alliance>> {
    const { milestoneId, text, dueOn } = asked;
    const wish = { id: milestoneId, text, dueOn };
    return this.writer.change(viewer, region, { id: asked.id }, async (tx, alliance, today) => {
      if (alliance.milestones.some(({ id }) => id === milestoneId)) return ok(alliance);
      const next = addMilestone(viewer, alliance, wish, today);
      if (!next.ok) return next;
      return this.writer.write(tx, viewer, { ...next.value, version: asked.expectedVersion }, 'milestoneAdded');
    });
  }

  reachMilestone(viewer: Viewer, region: Region, asked: Asked & { milestoneId: Id }): Promise<Result<Alliance>> {
    return this.decide(viewer, region, asked, 'milestoneReached', (alliance, today) =>
      reachMilestone(viewer, alliance, asked.milestoneId, today),
    );
  }

  /** Looking back once more with the same id changes nothing. */
  review(
    viewer: Viewer,
    region: Region,
    { reviewId, ...asked }: Asked & { reviewId: Id; decision: ReviewDecision; summary: string },
  ): Promise<Result<Alliance>> {
    return this.writer.change(viewer, region, { id: asked.id }, async (tx, alliance, today) => {
      if (alliance.reviews.some(({ id }) => id === reviewId)) return ok(alliance);
      const next = reviewAlliance(viewer, alliance, { ...asked, id: reviewId }, today);
      if (!next.ok) return next;
      return this.writer.write(tx, viewer, { ...next.value, version: asked.expectedVersion }, 'reviewed');
    });
  }

  differ(viewer: Viewer, region: Region, asked: { id: Id; actorId: Id; stance: string }): Promise<Result<Alliance>> {
    return this.writer.change(viewer, region, { id: asked.id }, async (tx, alliance) => {
      const next = stateStance(viewer, alliance, asked);
      return next.ok ? this.writer.write(tx, viewer, next.value, 'stanceStated', asked.actorId) : next;
    });
  }

  /** A member takes on a task. Promising the same again, with the same id, changes nothing. */
  promise(
    viewer: Viewer,
    region: Region,
    { allianceId, ...wish }: { id: Id; allianceId: Id; actorId: Id; text: string; nextStep: string; dueOn: LocalDate },
  ): Promise<Result<Commitment>> {
    return this.writer.change(viewer, region, { id: allianceId }, async (tx, alliance): Promise<Result<Commitment>> => {
      const may = checkPromiser(viewer, alliance, wish.actorId);
      if (!may.ok) return may;
      const purpose = { type: 'ALLIANCE', id: allianceId, title: alliance.title, slug: alliance.slug } as const;
      return this.commitments.promise(tx, { viewer, region, purpose, toActorId: null, ...wish });
    });
  }

  private decide(
    viewer: Viewer,
    region: Region,
    asked: Asked,
    verb: string,
    decide: (alliance: Alliance, today: LocalDate) => Result<Alliance>,
  ): Promise<Result<Alliance>> {
    return this.writer.change(viewer, region, asked, async (tx, alliance, today) => {
      const next = decide(alliance, today);
      return next.ok ? this.writer.write(tx, viewer, next.value, verb) : next;
    });
  }
}
