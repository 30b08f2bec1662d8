import { Injectable } from '@nestjs/common';
import { CommitmentService } from '@knotenpunkt/agreements/api';
import { Acts, HiddenSubjects } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { ok, type Id, type Result } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import { Outbox } from '@knotenpunkt/platform/outbox';
import type { Region } from '@knotenpunkt/regions/domain';
import { EventRepository } from './event.repository';
import { InitiativeRepository } from './initiative.repository';

/** Vorhaben that the coordination takes out of sight, because of what they say, or lets come back; their events and Zusagen with them. */
@Injectable()
export class InitiativeHiding {
  constructor(
    private readonly initiatives: InitiativeRepository,
    private readonly events: EventRepository,
    private readonly commitments: CommitmentService,
    private readonly hidden: HiddenSubjects,
    private readonly outbox: Outbox,
    private readonly acts: Acts,
  ) {}

  /** In the caller's transaction; does nothing where it is so already. */
  async set(tx: Tx, viewer: Viewer, region: Region, { id, hidden }: { id: Id; hidden: boolean }): Promise<Result<unknown>> {
    const initiative = await this.initiatives.lock(tx, id);
    if (initiative?.regionId !== region.id || initiative.hidden === hidden) return ok(null);
    if (hidden) await this.hidden.hide(tx, id, { with: await this.commitments.idsFor(tx, id) });
    else await this.hidden.show(tx, id);
    const regionId = region.id;
    await this.outbox.appendAll(tx, [
      { aggregate: 'initiative', id, regionId },
      ...(await this.events.idsOf(tx, id)).map((eventId) => ({ aggregate: 'event', id: eventId, regionId })),
    ]);
    const { title, slug, leadId } = initiative;
    const verb = hidden ? 'initiative.hidden' : 'initiative.restored';
    const subject = { type: 'initiative', id, title, slug };
    await this.acts.record(tx, { viewer, regionId, actorId: null, otherActorId: leadId, verb, subject, audience: 'COORDINATORS' });
    return ok(null);
  }
}
