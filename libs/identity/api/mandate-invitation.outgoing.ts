import { Injectable } from '@nestjs/common';
import { messages, type Addressee, type AuditVerb, type MandateInvitation } from '@knotenpunkt/identity/domain';
import { dayInWords, type Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import { Mail } from '@knotenpunkt/platform/mail';
import type { Region } from '@knotenpunkt/regions/domain';
import { AuditTrail } from './audit-trail';
import { mailText, type MailKind } from './mail-text';
import { roleInWords } from './mandate.outgoing';

interface About {
  region: Region;
  invitation: MandateInvitation;
  actorName: string;
}

/** What invitations tell others: mails and the audit trail. */
@Injectable()
export class MandateInvitationOutgoing {
  constructor(
    private readonly mail: Mail,
    private readonly audit: AuditTrail,
  ) {}

  /** The link, to the address alone that was invited. */
  async invited(tx: Tx, about: About & { token: string; by: string; to: Addressee }): Promise<void> {
    const { region, invitation, token, by, to } = about;
    const url = `${this.mail.linkTo(region.slug, '/einladung')}#${token}`;
    const until = dayInWords(invitation.endsOn, to.language);
    await this.send(tx, about, to, invitation.handsOver === null ? 'invitation' : 'handover', { by, url, until });
    await this.record(tx, 'mandate.invited', about, invitation.invitedBy);
  }

  /** Tells whoever invited that it was accepted; `to` is null where that account is gone. */
  async accepted(tx: Tx, about: About & { to: Addressee | null; personId: Id }): Promise<void> {
    const { invitation, region, to, personId } = about;
    const handsOver = invitation.handsOver !== null;
    if (to)
      await this.send(tx, about, to, handsOver ? 'handoverAccepted' : 'invitationAccepted', {
        person: invitation.name,
        ...this.signIn(region),
      });
    if (!handsOver) return;
    await this.audit.record(tx, {
      verb: 'mandate.handedOver',
      personId: invitation.invitedBy,
      aboutId: personId,
      regionId: region.id,
      actorId: invitation.actorId,
    });
  }

  async declined(tx: Tx, about: About & { to: Addressee | null }): Promise<void> {
    const { to, invitation } = about;
    if (to) await this.send(tx, about, to, 'invitationDeclined', { person: invitation.name });
    await this.record(tx, 'mandate.invitationDeclined', about, null);
  }

  withdrawn(tx: Tx, about: Omit<About, 'actorName'>, personId: Id | null): Promise<void> {
    return this.record(tx, 'mandate.invitationWithdrawn', about, personId);
  }

  private signIn(region: Region): { url: string } {
    return { url: this.mail.linkTo(region.slug, '/anmelden') };
  }

  private record(tx: Tx, verb: AuditVerb, { region, invitation }: Omit<About, 'actorName'>, personId: Id | null): Promise<void> {
    const { role, fromOn, untilOn, actorId } = invitation;
    return this.audit.record(tx, { verb, personId, regionId: region.id, actorId, details: { role, fromOn, untilOn } });
  }

  private send(tx: Tx, { invitation, actorName }: About, to: Addressee, kind: MailKind, values: Record<string, string>): Promise<void> {
    const { forNow, fromDay, untilDay } = messages[to.language].period;
    const day = (text: string, on: string) => text.replace('{{day}}', dayInWords(on, to.language));
    const from = day(fromDay, invitation.fromOn);
    const until = invitation.untilOn === null ? forNow : day(untilDay, invitation.untilOn);
    const said = { name: to.name, actor: actorName, role: roleInWords(invitation.role, to.language), period: `${from}, ${until}` };
    return this.mail.send(tx, { to: to.email, ...mailText(to.language, kind, { ...said, ...values }) });
  }
}
