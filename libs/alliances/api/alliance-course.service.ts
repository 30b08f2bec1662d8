import { Injectable } from '@nestjs/common';
import { activateAlliance, addMilestone, concludeAlliance, reachMilestone, type Alliance } from '@knotenpunkt/alliances/domain';
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
  constructor(private readonly writer: AllianceWriter) {}

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
