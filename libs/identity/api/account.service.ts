import { Injectable } from '@nestjs/common';
import { verify } from '@node-rs/argon2';
import {
  checkMailAddress,
  checkName,
  checkPassword,
  checkRegistration,
  type Addressee,
  type AuditVerb,
} from '@knotenpunkt/identity/domain';
import { ok, refuse, type Id, type Result } from '@knotenpunkt/kernel';
import { UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import { AccountOutgoing } from './account.outgoing';
import { AccountRepository, type LinkedService } from './account.repository';
import { AuditTrail } from './audit-trail';
import { hashPassword } from './auth';
import { Tickets } from './tickets';

/** What a ticket for an account that is not there yet holds. */
type Wish = Pick<Addressee, 'name' | 'email' | 'language'>;

/** Accounts: how one comes to have one, its password and its address. */
@Injectable()
export class AccountService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly tickets: Tickets,
    private readonly outgoing: AccountOutgoing,
    private readonly audit: AuditTrail,
  ) {}

  /** Whose address and password these are; null: nobody's. Takes as long where nobody has the address. */
  async personWith(email: string, password: string): Promise<Id | null> {
    const given = checkPassword(password).ok ? password : '';
    const person = await this.accounts.withPassword(email);
    if (!person?.password) {
      await hashPassword(given);
      return null;
    }
    return (await verify(person.password, given)) ? person.id : null;
  }

  async hasPassword(personId: Id): Promise<boolean> {
    return (await this.accounts.passwordOf(personId)) !== null;
  }

  servicesOf(personId: Id): Promise<LinkedService[]> {
    return this.accounts.servicesOf(personId);
  }

  /** Parts a service from the account, or lets it be linked again; false: there is nothing to do. */
  changeService(tx: Tx, personId: Id, key: string, to: 'UNLINKED' | 'ALLOWED'): Promise<boolean> {
    return to === 'UNLINKED' ? this.accounts.unlink(tx, personId, key) : this.accounts.allow(tx, personId, key);
  }

  async isPasswordOf(personId: Id, password: string): Promise<boolean> {
    const digest = await this.accounts.passwordOf(personId);
    return digest !== null && checkPassword(password).ok && (await verify(digest, password));
  }

  /** The address of a person's account; null where there is none, or it is blocked. */
  addressOf(personId: Id): Promise<string | null> {
    return this.unitOfWork.run(async (tx) => (await this.accounts.byId(tx, personId))?.email ?? null);
  }

  /** Whom a mail about a person goes to; null where there is no such account, or it is blocked. */
  addressee(tx: Tx, personId: Id): Promise<Addressee | null> {
    return this.accounts.byId(tx, personId);
  }

  /** Whom an address belongs to, the same way. */
  addresseeAt(tx: Tx, email: string): Promise<Addressee | null> {
    return this.accounts.byMail(tx, email);
  }

  /** Whether somebody has an account at an address with a password. */
  async canSignIn(email: string): Promise<boolean> {
    return typeof (await this.accounts.withPassword(email))?.password === 'string';
  }

  /** Sends a link with which the account comes into being; who has one already is told so by mail. */
  async register(wish: Wish): Promise<void> {
    const checked = checkRegistration(wish);
    if (!checked.ok) return;
    const person = { ...checked.value, language: wish.language };
    await this.unitOfWork.run(async (tx) => {
      const known = await this.accounts.byMail(tx, person.email);
      if (known) return this.outgoing.registeredAlready(tx, known);
      if (await this.accounts.isTaken(tx, person.email)) return;
      await this.outgoing.confirmRegistration(tx, person, await this.tickets.issue(tx, 'REGISTER', { personId: null, content: person }));
    });
  }

  /** The account somebody registered, with a password. Whoever has the token can read mails to the address. */
  async confirmRegistration(token: string, password: string): Promise<Result<Id>> {
    const checked = checkPassword(password);
    if (!checked.ok) return checked;
    const digest = await this.digestFor('REGISTER', token, checked.value);
    if (digest === null) return refuse('LINK_ENDED');
    return this.unitOfWork.run(async (tx): Promise<Result<Id>> => {
      const ticket = await this.tickets.redeem(tx, 'REGISTER', token);
      if (!ticket) return refuse('LINK_ENDED');
      return this.openIn(tx, ticket.content as unknown as Wish, digest);
    });
  }

  /** An account with a password for somebody whose address is known to be theirs. */
  async openIn(tx: Tx, wish: Wish, digest: string): Promise<Result<Id>> {
    // Meanwhile somebody may have given a mandate to this address, or a second link was used.
    const known = await this.accounts.byMail(tx, wish.email);
    if (!known && (await this.accounts.isTaken(tx, wish.email))) return refuse('LINK_ENDED');
    if (known && (await this.accounts.passwordOf(known.id)) !== null) return refuse('LINK_ENDED');
    const id = known?.id ?? (await this.accounts.insert(tx, wish));
    await this.accounts.setPassword(tx, id, digest);
    await this.record(tx, 'account.registered', id);
    return ok(id);
  }

  /** The person with a mail address, made when there is none yet. `isNew` persons need a link to set a password. */
  findOrCreate(tx: Tx, person: { name: string; email: string }): Promise<{ id: Id; isNew: boolean }> {
    return this.accounts.findOrCreate(tx, person);
  }

  /** Sends a link to set a password. Says nothing about whether the address is known. */
  async requestPasswordLink(email: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const person = await this.accounts.byMail(tx, email);
      if (!person) return;
      await this.outgoing.passwordLink(tx, person, await this.tickets.issue(tx, 'PASSWORD', { personId: person.id, instead: true }));
    });
  }

  /** Sets the password of whom the token was sent to. All sessions end. */
  async setPassword(token: string, password: string): Promise<Result<void>> {
    const checked = checkPassword(password);
    if (!checked.ok) return checked;
    const digest = await this.digestFor('PASSWORD', token, checked.value);
    if (digest === null) return refuse('LINK_ENDED');
    return this.unitOfWork.run(async (tx): Promise<Result<void>> => {
      const ticket = await this.tickets.redeem(tx, 'PASSWORD', token);
      if (!ticket?.personId) return refuse('LINK_ENDED');
      await this.accounts.setPassword(tx, ticket.personId, digest);
      await this.record(tx, 'account.passwordSet', ticket.personId);
      return ok(undefined);
    });
  }

  /** Sets the name of a person right. */
  async changeName(personId: Id, wanted: string): Promise<Result<void>> {
    const name = checkName(wanted);
    if (!name.ok) return name;
    await this.unitOfWork.run(async (tx) => {
      // The same name again is no change.
      if (await this.accounts.changeName(tx, personId, name.value)) await this.record(tx, 'account.renamed', personId);
    });
    return ok(undefined);
  }

  /** Asks a new address whether it is the person's and tells the old one. Whether somebody has it already is not told. */
  requestAddress(personId: Id, wanted: string): Promise<Result<void>> {
    return this.unitOfWork.run(async (tx): Promise<Result<void>> => {
      const email = checkMailAddress(wanted);
      if (!email.ok) return email;
      const person = await this.accounts.byId(tx, personId);
      if (!person) return refuse('NOT_PERMITTED');
      if (person.email === email.value) return refuse('SAME_ADDRESS', { field: 'email' });
      if (await this.accounts.isTaken(tx, email.value)) {
        await this.outgoing.addressTaken(tx, person, await this.accounts.byMail(tx, email.value));
        return ok(undefined);
      }
      const token = await this.tickets.issue(tx, 'ADDRESS', { personId: person.id, content: { email: email.value }, instead: true });
      await this.outgoing.addressWanted(tx, person, email.value, token);
      return ok(undefined);
    });
  }

  /** Changes the address as the person asked, and tells both. All sessions end. */
  confirmAddress(token: string): Promise<Result<void>> {
    return this.unitOfWork.run(async (tx): Promise<Result<void>> => {
      const ticket = await this.tickets.redeem(tx, 'ADDRESS', token);
      const person = ticket?.personId && (await this.accounts.byId(tx, ticket.personId));
      if (!ticket || !person) return refuse('LINK_ENDED');
      const email = String(ticket.content['email']);
      if (!(await this.accounts.changeAddress(tx, person, email))) return refuse('LINK_ENDED');
      await this.outgoing.addressChanged(tx, person, email);
      await this.record(tx, 'account.addressChanged', person.id);
      return ok(undefined);
    });
  }

  /** The digest of a new password; null without a link that holds: digests are dear, and nobody has them made for nothing. */
  private async digestFor(purpose: 'REGISTER' | 'PASSWORD', token: string, password: string): Promise<string | null> {
    return (await this.tickets.look(purpose, token)) && hashPassword(password);
  }

  private record(tx: Tx, verb: AuditVerb, personId: Id): Promise<void> {
    return this.audit.record(tx, { verb, personId, aboutId: personId, regionId: null });
  }
}
