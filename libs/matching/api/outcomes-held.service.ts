import { Inject, Injectable } from '@nestjs/common';
import { actsFor, type Viewer } from '@knotenpunkt/identity/domain';
import { isId, ok, refuse, type Clock, type Id, type Result } from '@knotenpunkt/kernel';
import { heldBy, type HeldOutcome } from '@knotenpunkt/matching/domain';
import { CLOCK, UnitOfWork } from '@knotenpunkt/platform/database';
import { Outbox } from '@knotenpunkt/platform/outbox';
import type { Region } from '@knotenpunkt/regions/domain';
import { LEARNING } from './learned-keeper';
import { OutcomeRepository } from './outcome.repository';

interface Meant {
  outcomeId: Id;
  actorId: Id;
}

/** What outcomes are held on an organisation, for its own people, and what they say is not so. */
@Injectable()
export class OutcomesHeldService {
  constructor(
    private readonly outcomes: OutcomeRepository,
    private readonly outbox: Outbox,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The newest first; empty for others than its own people. */
  async list(viewer: Viewer, region: Region, actorId: Id): Promise<HeldOutcome[]> {
    if (!isId(actorId) || !actsFor(viewer, actorId, 'EDITOR')) return [];
    const today = this.clock.today(region.timeZone);
    return (await this.outcomes.naming(region.id, actorId)).map((kept) => heldBy(actorId, kept, today));
  }

  /** "Stimmt nicht": nothing is learned from it any more, and it is counted nowhere. */
  object(viewer: Viewer, region: Region, meant: Meant): Promise<Result<HeldOutcome>> {
    return this.change(viewer, region, meant, true);
  }

  /** "Stimmt doch": takes back what this organisation itself objected to. */
  withdrawObjection(viewer: Viewer, region: Region, meant: Meant): Promise<Result<HeldOutcome>> {
    return this.change(viewer, region, meant, false);
  }

  private async change(viewer: Viewer, region: Region, { outcomeId, actorId }: Meant, objects: boolean): Promise<Result<HeldOutcome>> {
    if (!actsFor(viewer, actorId, 'EDITOR')) return refuse('NOT_PERMITTED');
    const asked = { regionId: region.id, id: outcomeId, actorId };
    const day = objects ? this.clock.today(region.timeZone) : null;
    const changed = await this.unitOfWork.run(async (tx) => {
      if (!isId(outcomeId) || !(await this.outcomes.object(tx, asked, day))) return false;
      await this.outbox.append(tx, { aggregate: LEARNING, id: region.id, regionId: region.id });
      return true;
    });
    if (!changed) return refuse('OUTCOME_UNKNOWN');
    const held = (await this.list(viewer, region, actorId)).find(({ id }) => id === outcomeId);
    return held ? ok(held) : refuse('OUTCOME_UNKNOWN');
  }
}
