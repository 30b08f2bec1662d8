import { Inject, Injectable } from '@nestjs/common';
import { inviteToMandate, lastDay, type Viewer } from '@knotenpunkt/identity/domain';
import { newId, type Clock, type Id, type LocalDate } from '@knotenpunkt/kernel';
import { CLOCK, type Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { MandateInvitationRepository } from './mandate-invitation.repository';
import { MandateInvitationService } from './mandate-invitation.service';
import { MandateOutgoing } from './mandate.outgoing';
import { MandateRepository } from './mandate.repository';

/** A mandate that ended because its organisation is no more; the last day it had before, and has now. */
export interface EndedMandate {
  id: Id;
  before: LocalDate | null;
  after: LocalDate;
}

/**
 * What becomes of mandates where another organisation continues one. They end; nobody acts for the other by this. Its people are invited to, as
 * what they were, administrators as delegates.
 */
@Injectable()
export class MandateSuccession {
  constructor(
    private readonly mandates: MandateRepository,
    private readonly stored: MandateInvitationRepository,
    private readonly invitations: MandateInvitationService,
    private readonly outgoing: MandateOutgoing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async continue(
    tx: Tx,
    viewer: Viewer,
    region: Region,
    { fromId, toId }: { fromId: Id; toId: Id },
  ): Promise<{ ended: EndedMandate[]; invitationIds: Id[] }> {
    const today = this.clock.today(region.timeZone);
    const lasting = (await this.mandates.lockAll(tx, fromId, region.id)).filter(({ untilOn }) => untilOn === null || untilOn >= today);
    const there = new Set(
      (await this.mandates.lockAll(tx, toId, region.id))
        .filter(({ untilOn }) => untilOn === null || untilOn >= today)
        .map(({ personId }) => personId),
    );
    const ended: EndedMandate[] = [];
    const invitationIds: Id[] = [];
    for (const mandate of lasting) {
      const untilOn = lastDay(mandate, today);
      await this.mandates.endOn(tx, mandate.id, untilOn);
      ended.push({ id: mandate.id, before: mandate.untilOn, after: untilOn });
      await this.outgoing.ended(tx, { viewer, region, mandate: { ...mandate, untilOn }, actorName: '', person: null });
      if (there.has(mandate.personId)) continue;
      there.add(mandate.personId);
      const role = mandate.role === 'ADMINISTRATOR' ? 'DELEGATE' : mandate.role;
      const wish = { id: newId(), regionId: region.id, actorId: toId, name: mandate.personName, email: mandate.email, role };
      const invitation = inviteToMandate(viewer, { ...wish, fromOn: today, untilOn: mandate.untilOn }, today);
      if (!invitation.ok) continue;
      const sent = await this.invitations.send(tx, viewer, region, invitation.value);
      if (sent.ok) invitationIds.push(sent.value.id);
    }
    await this.stored.withdrawAllOf(tx, fromId);
    return { ended, invitationIds };
  }

  /** Withdraws those of some invitations that nobody has answered yet. */
  takeBack(tx: Tx, invitationIds: readonly Id[]): Promise<void> {
    return this.stored.withdraw(tx, invitationIds);
  }
}
