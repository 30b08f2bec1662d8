import { Injectable } from '@nestjs/common';
import { HiddenSubjects } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { ok, type Id, type Result } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { ActorRepository } from './actor.repository';
import { ConfirmationRepository } from './confirmation/confirmation.repository';
import { ConfirmationWriter } from './confirmation/confirmation-writer';

/** Organisations that the coordination takes out of the directory, because of what their entry says, or lets come back. */
@Injectable()
export class ActorHiding {
  constructor(
    private readonly actors: ActorRepository,
    private readonly writer: ConfirmationWriter,
    private readonly confirmations: ConfirmationRepository,
    private readonly hidden: HiddenSubjects,
  ) {}

  /** In the caller's transaction; does nothing where it is so already. Refuses to bring one back that has become part of another. */
  async set(tx: Tx, viewer: Viewer, region: Region, { id, hidden }: { id: Id; hidden: boolean }): Promise<Result<unknown>> {
    const actor = await this.actors.lock(tx, id);
    if (actor?.regionId !== region.id) return ok(null);
    if (hidden) await this.confirmations.forgetArchiving(tx, id);
    // One that had left by itself does not come back with an objection.
    if (hidden ? actor.archived : !(await this.hidden.show(tx, id))) return ok(null);
    if (hidden) await this.hidden.hide(tx, id);
    const change = { archived: hidden, expectedVersion: actor.version, ...(hidden ? { verb: 'actor.hidden' as const } : {}) };
    return this.writer.setArchived(tx, viewer, actor, change);
  }
}
