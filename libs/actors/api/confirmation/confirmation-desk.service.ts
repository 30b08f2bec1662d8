import { Injectable } from '@nestjs/common';
import { checkPeriod, type Actor, type ConfirmationPeriod } from '@knotenpunkt/actors/domain';
import { HiddenSubjects } from '@knotenpunkt/identity/api';
import { passes, type Viewer } from '@knotenpunkt/identity/domain';
import { ok, refuse, type Id, type Result } from '@knotenpunkt/kernel';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { ActorRepository } from '../actor.repository';
import { ConfirmationPeriods } from './confirmation-periods';
import { ConfirmationWriter } from './confirmation-writer';
import { ConfirmationRepository } from './confirmation.repository';

/** What the coordination of a region decides about asking: after how long, and who comes back into the directory. */
@Injectable()
export class ConfirmationDeskService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly actors: ActorRepository,
    private readonly confirmations: ConfirmationRepository,
    private readonly periods: ConfirmationPeriods,
    private readonly writer: ConfirmationWriter,
    private readonly hidden: HiddenSubjects,
  ) {}

  period(region: Region): Promise<ConfirmationPeriod> {
    return this.periods.of(region.id);
  }

  /** After how many days the region asks from now on. */
  async setPeriod(
    viewer: Viewer,
    region: Region,
    change: { afterDays: number; expectedVersion: number },
  ): Promise<Result<ConfirmationPeriod>> {
    if (!passes(viewer, 'COORDINATOR')) return refuse('NOT_PERMITTED');
    const checked = checkPeriod(change.afterDays);
    if (!checked.ok) return checked;
    const written = await this.unitOfWork.run(async (tx): Promise<Result<ConfirmationPeriod>> => {
      // A region that never chose has a version, too: 0.
      if (change.expectedVersion === 0 && (await this.confirmations.insertPeriod(tx, region.id, checked.value)))
        return ok({ afterDays: checked.value, version: 1 });
      const version = await this.confirmations.changePeriod(tx, region.id, checked.value, change.expectedVersion);
      if (version !== null) return ok({ afterDays: checked.value, version });
      return refuse('STALE_VERSION', { params: { current: (await this.confirmations.period(region.id))?.version ?? 0 } });
    });
    this.periods.forget(region.id);
    return written;
  }

  /** Puts an organisation back into the directory, with all it had. One that was hidden after a report comes back by an objection only. */
  restore(viewer: Viewer, region: Region, change: { actorId: Id; expectedVersion: number }): Promise<Result<Actor>> {
    return this.unitOfWork.run(async (tx): Promise<Result<Actor>> => {
      const actor = await this.actors.find(tx, change.actorId);
      if (actor?.regionId !== region.id || !passes(viewer, 'COORDINATOR')) return refuse('NOT_PERMITTED');
      if (!actor.archived) return refuse('NOT_ARCHIVED');
      if (await this.hidden.has(tx, actor.id)) return refuse('ACTOR_HIDDEN');
      const { expectedVersion } = change;
      const written = await this.writer.setArchived(tx, viewer, actor, { archived: false, expectedVersion });
      return written.ok ? ok((await this.actors.find(tx, actor.id))!) : written;
    });
  }
}
