import { Injectable } from '@nestjs/common';
import {
  acceptInvitation,
  checkPassword,
  checkRequestName,
  isOpenInvitation,
  lastDay,
  VISITOR,
  type Accepted,
  type MandateInvitation,
  type MandateOfPerson,
  type Viewer,
} from '@knotenpunkt/identity/domain';
import { newId, ok, refuse, type Id, type Result } from '@knotenpunkt/kernel';
import { UnitOfWork, updateVersioned, type Tx } from '@knotenpunkt/platform/database';
import { AccountService } from './account.service';
import { hashPassword } from './auth';
import { InvitationLinks, type InvitationBehindLink } from './invitation-links';
import { MandateInvitationOutgoing } from './mandate-invitation.outgoing';
import { MandateRepository, type MandateRow } from './mandate.repository';
import { MandateService } from './mandate.service';

/** An invitation as whoever opens its link sees it. */
export interface OpenedInvitation extends MandateInvitation {
  actorName: string;
  /** Null where that account is gone. */
  invitedByName: string | null;
  hasAccount: boolean;
  /** The viewer is signed in with the address it went to. */
  isYours: boolean;
}

type Yes = InvitationBehindLink & { token: string; viewer: Viewer; person: { id: Id; email: string } };

/** What somebody answers to an invitation, by the link in the mail. */
@Injectable()
export class InvitationAnswers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly links: InvitationLinks,
    private readonly mandates: MandateService,
    private readonly rows: MandateRepository,
    private readonly accounts: AccountService,
    private readonly outgoing: MandateInvitationOutgoing,
  ) {}

  /** What a link is about; null where it can no longer be answered. */
  async open(viewer: Viewer, token: string): Promise<OpenedInvitation | null> {
    const found = await this.links.look(token);
    if (!found || !isOpenInvitation(found.invitation, found.today)) return null;
    const { invitation, region } = found;
    const hasAccount = await this.accounts.canSignIn(invitation.email);
    return this.unitOfWork.run(async (tx) => {
      const actorName = await this.mandates.actorName(tx, region, invitation.actorId);
      if (actorName === null) return null;
      const by = invitation.invitedBy === null ? null : await this.accounts.addressee(tx, invitation.invitedBy);
      const own = viewer.personId === null ? null : await this.accounts.addressee(tx, viewer.personId);
      return { ...invitation, actorName, invitedByName: by?.name ?? null, hasAccount, isYours: own?.email === invitation.email };
    });
  }

  /** The yes of somebody who is signed in with the address the mail went to. Their sessions end: their rights change. */
  accept(viewer: Viewer, token: string): Promise<Result<MandateInvitation>> {
    return this.unitOfWork.run(async (tx): Promise<Result<MandateInvitation>> => {
      const found = await this.links.lock(tx, token);
      if (!found) return refuse('LINK_ENDED');
      const person = viewer.personId === null ? null : await this.accounts.addressee(tx, viewer.personId);
      if (!person || viewer.personId === null) return refuse('NOT_PERMITTED');
      return this.acceptIn(tx, { ...found, token, viewer, person: { id: viewer.personId, email: person.email } });
    });
  }

  /** The yes of somebody without account: whoever has the link can read mails to the address. Gives the person. */
  async acceptWithNewAccount(token: string, wish: { name: string; password: string }): Promise<Result<Id>> {
    const [name, password] = [checkRequestName(wish.name), checkPassword(wish.password)];
    if (!name.ok) return name;
    if (!password.ok) return password;
    // Digests are dear: nobody has them made without a link that holds.
    if (!(await this.links.look(token))) return refuse('LINK_ENDED');
    const digest = await hashPassword(password.value);
    return this.unitOfWork.run(async (tx): Promise<Result<Id>> => {
      const found = await this.links.lock(tx, token);
      if (!found || !isOpenInvitation(found.invitation, found.today)) return refuse('LINK_ENDED');
      const { email } = found.invitation;
      const opened = await this.accounts.openIn(tx, { name: name.value, email, language: found.region.language }, digest);
      if (!opened.ok) return opened;
      const viewer = { ...VISITOR, personId: opened.value, name: name.value };
      const accepted = await this.acceptIn(tx, { ...found, token, viewer, person: { id: opened.value, email } });
      return accepted.ok ? opened : accepted;
    });
  }

  /** The no of whoever holds the link. */
  decline(token: string): Promise<Result<MandateInvitation>> {
    return this.unitOfWork.run(async (tx): Promise<Result<MandateInvitation>> => {
      const found = await this.links.lock(tx, token);
      if (!found || !isOpenInvitation(found.invitation, found.today)) return refuse('LINK_ENDED');
      if (!(await this.links.redeem(tx, token))) return refuse('LINK_ENDED');
      const { invitation, region } = found;
      await this.links.close(tx, invitation.id, 'DECLINED');
      const actorName = (await this.mandates.actorName(tx, region, invitation.actorId)) ?? '';
      await this.outgoing.declined(tx, { region, invitation, actorName, to: await this.inviter(tx, invitation) });
      return ok({ ...invitation, state: 'DECLINED' });
    });
  }

  private async acceptIn(tx: Tx, yes: Yes): Promise<Result<MandateInvitation>> {
    const { invitation, region, today, person, token } = yes;
    const ofActor = await this.rows.lockAll(tx, invitation.actorId, region.id);
    const decided = acceptInvitation(invitation, person, ofActor, today);
    if (!decided.ok) return decided;
    if (!(await this.links.redeem(tx, token))) return refuse('LINK_ENDED');
    const actorName = await this.mandates.actorName(tx, region, invitation.actorId);
    if (actorName === null) return refuse('LINK_ENDED');
    await this.write(tx, yes, decided.value, ofActor);
    await this.links.close(tx, invitation.id, 'ACCEPTED');
    const to = await this.inviter(tx, invitation);
    await this.outgoing.accepted(tx, { region, invitation, actorName, to, personId: person.id });
    return ok({ ...invitation, state: 'ACCEPTED' });
  }

  /** The new administrator first, so that there is one at every moment. */
  private async write(tx: Tx, yes: Yes, { instead, role, fromOn, untilOn, givenUp }: Accepted, ofActor: MandateRow[]): Promise<void> {
    const { viewer, region, person, invitation, today } = yes;
    const set = async (mandate: MandateOfPerson) => {
      const { version: expectedVersion } = ofActor.find(({ id }) => id === mandate.id)!;
      const columns = { role: mandate.role, until_on: mandate.untilOn };
      await updateVersioned(tx, { table: 'mandate', id: mandate.id, expectedVersion, set: columns });
    };
    if (instead) {
      const mandate = { ...instead, role, untilOn };
      await set(mandate);
      await this.mandates.recordIn(tx, 'changed', { viewer, region, mandate });
    } else {
      const mandate = { id: newId(), personId: person.id, actorId: invitation.actorId, role, fromOn, untilOn };
      await this.mandates.giveIn(tx, viewer, region, mandate);
    }
    if (!givenUp) return;
    const { keeps } = invitation;
    const less: MandateOfPerson = keeps === null ? { ...givenUp, untilOn: lastDay(givenUp, today) } : { ...givenUp, role: keeps };
    await set(less);
    await this.mandates.recordIn(tx, keeps === null ? 'ended' : 'changed', { viewer, region, mandate: less });
  }

  private async inviter(tx: Tx, { invitedBy }: MandateInvitation) {
    return invitedBy === null ? null : this.accounts.addressee(tx, invitedBy);
  }
}
