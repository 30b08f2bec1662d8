import { Injectable } from '@nestjs/common';
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
  ) {}

  /** In the caller's transaction; does nothing where it is so already. Refuses to bring one back that has become part of another. */
  async set(tx: Tx, viewer: Viewer, region: Region, { id, hidden }: { id: Id; hidden: boolean }): Promise<Result<unknown>> {
    const actor = await this.actors.lock(tx, id);
    if (actor?.regionId !== region.id) return ok(null);
    if (hidden) await this.confirmations.forgetArchiving(tx, id);
    if (actor.archived === hidden) return ok(null);
    const change = { archived: hidden, expectedVersion: actor.version, ...(hidden ? { verb: 'actor.hidden' as const } : {}) };
    return this.writer.setArchived(tx, viewer, actor, change);
  }
}
