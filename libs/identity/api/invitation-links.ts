import { Inject, Injectable } from '@nestjs/common';
import type { MandateInvitation } from '@knotenpunkt/identity/domain';
import { refuse, type Clock, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import { CLOCK, type Tx } from '@knotenpunkt/platform/database';
import { RegionService } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { Identification } from './identification';
import { MandateInvitationRepository } from './mandate-invitation.repository';
import { Tickets } from './tickets';

/** What a link in an invitation leads to. */
export interface InvitationBehindLink {
  invitation: MandateInvitation;
  region: Region;
  today: LocalDate;
}

/** The links by which invitations are answered: tickets that hold which invitation they open. */
@Injectable()
export class InvitationLinks {
  constructor(
    private readonly tickets: Tickets,
    private readonly invitations: MandateInvitationRepository,
    private readonly regions: RegionService,
    private readonly identification: Identification,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Whether another mail may go to an address that somebody has entered. */
  async allow(personId: Id | null, email: string): Promise<Result<void>> {
    return personId === null ? refuse('NOT_PERMITTED') : this.identification.allowMail(personId, email);
  }

  /** A new link's token. It belongs to nobody's account: there may be none yet, and another password does not end it. */
  issue(tx: Tx, invitationId: Id): Promise<string> {
    return this.tickets.issue(tx, 'INVITATION', { personId: null, content: { invitationId } });
  }

  /** What a token opens; null where it opens nothing any more. */
  async look(token: string): Promise<InvitationBehindLink | null> {
    const id = await this.idBehind(token);
    return this.withRegion(id === null ? null : await this.invitations.byId(id));
  }

  /** The same, locked for whoever answers. */
  async lock(tx: Tx, token: string): Promise<InvitationBehindLink | null> {
    const id = await this.idBehind(token);
    return this.withRegion(id === null ? null : await this.invitations.lock(tx, id));
  }

  /** Uses the token up; false where somebody was faster. */
  async redeem(tx: Tx, token: string): Promise<boolean> {
    return (await this.tickets.redeem(tx, 'INVITATION', token)) !== null;
  }

  /** Notes what was answered. */
  close(tx: Tx, invitationId: Id, state: 'ACCEPTED' | 'DECLINED'): Promise<void> {
    return this.invitations.close(tx, invitationId, state);
  }

  private async idBehind(token: string): Promise<Id | null> {
    return ((await this.tickets.look('INVITATION', token))?.content['invitationId'] as Id | undefined) ?? null;
  }

  private async withRegion(invitation: MandateInvitation | null): Promise<InvitationBehindLink | null> {
    const region = invitation && (await this.regions.all()).find(({ id }) => id === invitation.regionId);
    return invitation && region ? { invitation, region, today: this.clock.today(region.timeZone) } : null;
  }
}
