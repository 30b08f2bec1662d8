import { Injectable } from '@nestjs/common';
import { Acts, HiddenSubjects } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { ok, type Id, type Result } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import { Outbox } from '@knotenpunkt/platform/outbox';
import type { Region } from '@knotenpunkt/regions/domain';
import { ChallengeRepository } from './challenge.repository';

/** Questions that the coordination takes out of sight, because of what they say, or lets come back. */
@Injectable()
export class ChallengeHiding {
  constructor(
    private readonly challenges: ChallengeRepository,
    private readonly hidden: HiddenSubjects,
    private readonly outbox: Outbox,
    private readonly acts: Acts,
  ) {}

  /** In the caller's transaction; does nothing where it is so already. */
  async set(tx: Tx, viewer: Viewer, region: Region, { id, hidden }: { id: Id; hidden: boolean }): Promise<Result<unknown>> {
    const challenge = await this.challenges.find(tx, id);
    if (challenge?.regionId !== region.id || challenge.hidden === hidden) return ok(null);
    await (hidden ? this.hidden.hide(tx, id) : this.hidden.show(tx, id));
    const regionId = region.id;
    await this.outbox.append(tx, { aggregate: 'challenge', id, regionId });
    const { question, slug, askedById } = challenge;
    const verb = hidden ? 'challenge.hidden' : 'challenge.restored';
    const subject = { type: 'challenge', id, title: question, slug };
    await this.acts.record(tx, { viewer, regionId, actorId: null, otherActorId: askedById, verb, subject, audience: 'COORDINATORS' });
    return ok(null);
  }
}
