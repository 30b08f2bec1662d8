import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { isId, ok, refuse, type Clock, type Id, type Result } from '@knotenpunkt/kernel';
import { canDismiss, dismiss } from '@knotenpunkt/matching/domain';
import { CLOCK, UnitOfWork } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { DismissalRepository, type StoredDismissal } from './dismissal.repository';

interface Pair {
  actorId: Id;
  suggestedId: Id;
}

/** Suggestions an organisation does not want to see. */
@Injectable()
export class DismissalService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dismissals: DismissalRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(viewer: Viewer, region: Region, actorId: Id): Promise<StoredDismissal[]> {
    if (!isId(actorId) || !canDismiss(viewer, actorId)) return [];
    return this.dismissals.newest(actorId, this.clock.today(region.timeZone), region.timeZone);
  }

  /** Puts a suggestion away; doing it twice changes nothing but the reason. */
  async dismiss(viewer: Viewer, region: Region, wish: Pair & { reason: string; note: string }): Promise<Result<StoredDismissal>> {
    return this.unitOfWork.run(async (tx): Promise<Result<StoredDismissal>> => {
      const today = this.clock.today(region.timeZone);
      const decided = dismiss(viewer, wish, today);
      if (!decided.ok) return decided;
      const { actorId, suggestedId } = decided.value;
      if (!isId(suggestedId) || !(await this.dismissals.bothHere(tx, region.id, [actorId, suggestedId])))
        return refuse('ACTOR_UNKNOWN', { field: 'suggestedId' });
      await this.dismissals.keep(tx, region.id, decided.value, viewer.personId);
      return ok({ ...decided.value, dismissedOn: today, personName: viewer.name });
    });
  }

  async undismiss(viewer: Viewer, { actorId, suggestedId }: Pair): Promise<Result<StoredDismissal>> {
    if (!canDismiss(viewer, actorId)) return refuse('NOT_PERMITTED');
    return this.unitOfWork.run(async (tx): Promise<Result<StoredDismissal>> => {
      const taken = isId(suggestedId) ? await this.dismissals.take(tx, actorId, suggestedId) : null;
      return taken ? ok({ ...taken, dismissedOn: null, personName: null }) : refuse('NOT_DISMISSED');
    });
  }
}
