import { Injectable } from '@nestjs/common';
import { CommitmentService } from '@knotenpunkt/agreements/api';
import { HiddenSubjects } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { ok, type Id, type Result } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { AllianceWriter } from './alliance-writer';
import { AllianceRepository } from './alliance.repository';

/** Alliances that the coordination takes out of sight, because of what they say, or lets come back; their Zusagen with them. */
@Injectable()
export class AllianceHiding {
  constructor(
    private readonly alliances: AllianceRepository,
    private readonly writer: AllianceWriter,
    private readonly commitments: CommitmentService,
    private readonly hidden: HiddenSubjects,
  ) {}

  /** In the caller's transaction; does nothing where it is so already. */
  async set(tx: Tx, viewer: Viewer, region: Region, { id, hidden }: { id: Id; hidden: boolean }): Promise<Result<unknown>> {
    const alliance = await this.alliances.lock(tx, id);
    if (alliance?.regionId !== region.id || alliance.hidden === hidden) return ok(null);
    if (hidden) await this.hidden.hide(tx, id, { with: await this.commitments.idsFor(tx, id) });
    else await this.hidden.show(tx, id);
    await this.writer.tell(tx, viewer, alliance, hidden ? 'hidden' : 'restored');
    return ok(null);
  }
}
