import { Inject, Injectable } from '@nestjs/common';
import {
  inviteToMandate,
  mayManageMandates,
  offerHandover,
  type MandateInvitation,
  type MandateWish,
  type Viewer,
} from '@knotenpunkt/identity/domain';
import { ok, refuse, type Clock, type Id, type Result } from '@knotenpunkt/kernel';
import { CLOCK, UnitOfWork, updateVersioned, type Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { InvitationLinks } from './invitation-links';
import { MandateInvitationOutgoing } from './mandate-invitation.outgoing';
import { MandateInvitationRepository } from './mandate-invitation.repository';
import { MandateService } from './mandate.service';

/** Inviting somebody by mail to act for an organisation, or to take over its administration. Nothing changes before they accept. */
@Injectable()
export class MandateInvitationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly invitations: MandateInvitationRepository,
    private readonly links: InvitationLinks,
    private readonly mandates: MandateService,
    private readonly outgoing: MandateInvitationOutgoing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Who was invited and has not answered; empty for those who do not decide on the organisation's mandates. */
  async ofActor(viewer: Viewer, region: Region, actorId: Id): Promise<MandateInvitation[]> {
    return mayManageMandates(viewer, actorId) ? this.invitations.open(actorId, region.id, this.today(region)) : [];
  }

  /** Sends the link; an earlier invitation to the same address ends. */
  async invite(viewer: Viewer, region: Region, wish: MandateWish & { id: Id }): Promise<Result<MandateInvitation>> {
    const decided = inviteToMandate(viewer, { ...wish, regionId: region.id }, this.today(region));
    if (!decided.ok) return decided;
    const allowed = await this.links.allow(viewer.personId, decided.value.email);
    return allowed.ok ? this.unitOfWork.run((tx) => this.send(tx, viewer, region, decided.value)) : allowed;
  }

  /** Offers the own administration to somebody who acts for the organisation; `keeps`: as what the viewer goes on. */
  handOver(viewer: Viewer, region: Region, asked: { id: Id; mandateId: Id; keeps: string | null }): Promise<Result<MandateInvitation>> {
    return this.unitOfWork.run(async (tx): Promise<Result<MandateInvitation>> => {
      const { own, to } = await this.mandates.pairForHandover(tx, viewer, region, asked.mandateId);
      const { id, keeps } = asked;
      const decided = offerHandover(viewer, { own, to }, { id, regionId: region.id, keeps, today: this.today(region) });
      return decided.ok ? this.send(tx, viewer, region, decided.value) : decided;
    });
  }

  withdraw(
    viewer: Viewer,
    region: Region,
    { id, expectedVersion }: { id: Id; expectedVersion: number },
  ): Promise<Result<MandateInvitation>> {
    return this.unitOfWork.run(async (tx): Promise<Result<MandateInvitation>> => {
      const invitation = await this.invitations.lock(tx, id);
      if (invitation?.regionId !== region.id || !mayManageMandates(viewer, invitation.actorId)) return refuse('NOT_PERMITTED');
      if (invitation.state !== 'OPEN') return refuse('INVITATION_ANSWERED');
      const version = await updateVersioned(tx, { table: 'mandate_invitation', id, expectedVersion, set: { state: 'WITHDRAWN' } });
      if (!version.ok) return version;
      await this.outgoing.withdrawn(tx, { region, invitation }, viewer.personId);
      return ok({ ...invitation, state: 'WITHDRAWN', version: version.value });
    });
  }

  /** Sends an invitation that was decided on. */
  async send(tx: Tx, viewer: Viewer, region: Region, invitation: MandateInvitation): Promise<Result<MandateInvitation>> {
    const actorName = await this.mandates.actorName(tx, region, invitation.actorId);
    if (actorName === null) return refuse('NOT_PERMITTED');
    // Sent again by a browser that heard no answer: the mail is on its way.
    const present = await this.invitations.lock(tx, invitation.id);
    if (present)
      return present.actorId === invitation.actorId && present.email === invitation.email ? ok(present) : refuse('NOT_PERMITTED');
    await this.invitations.put(tx, invitation);
    const token = await this.links.issue(tx, invitation.id);
    const language = await this.mandates.languageOf(tx, invitation.email, region);
    const to = { name: invitation.name, email: invitation.email, language };
    await this.outgoing.invited(tx, { region, invitation, actorName, token, by: viewer.name ?? '', to });
    return ok(invitation);
  }

  private today(region: Region) {
    return this.clock.today(region.timeZone);
  }
}
