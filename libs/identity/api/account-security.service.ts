import type { IncomingHttpHeaders } from 'node:http';
import { Injectable } from '@nestjs/common';
import { decideUnlinking } from '@knotenpunkt/identity/domain';
import { ok, refuse, type Id, type Result } from '@knotenpunkt/kernel';
import { UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import type { LinkedService } from './account.repository';
import { AccountService } from './account.service';
import { Identification, type SignedIn } from './identification';
import { PasskeyService, type PasskeyRiddle } from './passkey.service';
import type { PasskeyRow } from './passkey.repository';
import { SecondFactorService, type AuthenticatorSecret } from './second-factor.service';
import type { Factors } from './second-factor.repository';
import { SessionRepository, type SessionRow } from './session.repository';

/** All a person sees of how they sign in. */
export interface OwnAccount extends Factors {
  email: string;
  hasPassword: boolean;
  passkeyList: PasskeyRow[];
  sessions: SessionRow[];
  services: LinkedService[];
}

/** An account after a change, with recovery codes where there are new ones. */
export interface ChangedAccount {
  account: OwnAccount;
  newRecoveryCodes: string[];
}

/** What a person does with the own account once signed in. What would lock out or hand over asks who is at the screen. */
@Injectable()
export class AccountSecurityService {
  constructor(
    private readonly identification: Identification,
    private readonly accounts: AccountService,
    private readonly factors: SecondFactorService,
    private readonly passkeys: PasskeyService,
    private readonly sessions: SessionRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Null where there is no such account, or it is blocked. */
  async of({ personId, token }: SignedIn): Promise<OwnAccount | null> {
    const email = await this.accounts.addressOf(personId);
    if (email === null) return null;
    const [factors, hasPassword, passkeyList, sessions, services] = await Promise.all([
      this.factors.of(personId),
      this.accounts.hasPassword(personId),
      this.passkeys.of(personId),
      this.sessions.ofPerson(personId, token),
      this.accounts.servicesOf(personId),
    ]);
    return { ...factors, email, hasPassword, passkeyList, sessions, services };
  }

  async requestAddress(who: SignedIn, email: string, password: string): Promise<Result<ChangedAccount>> {
    const confirmed = await this.identification.confirm(who, password);
    if (!confirmed.ok) return confirmed;
    const allowed = await this.identification.allowMail(who.personId, email);
    if (!allowed.ok) return allowed;
    const asked = await this.accounts.requestAddress(who.personId, email);
    return asked.ok ? this.changed(who) : asked;
  }

  async changeName(who: SignedIn, name: string): Promise<Result<ChangedAccount>> {
    const renamed = await this.accounts.changeName(who.personId, name);
    return renamed.ok ? this.changed(who) : renamed;
  }

  async endSession(who: SignedIn, id: Id): Promise<Result<ChangedAccount>> {
    const ended = await this.unitOfWork.run((tx) => this.sessions.end(tx, who.personId, id));
    return ended ? this.changed(who) : refuse('SESSION_ENDED');
  }

  async endOtherSessions(who: SignedIn): Promise<Result<ChangedAccount>> {
    await this.unitOfWork.run((tx) => this.sessions.endOthers(tx, who.personId, who.token));
    return this.changed(who);
  }

  async proposeAuthenticator(who: SignedIn, password: string): Promise<Result<AuthenticatorSecret>> {
    const confirmed = await this.identification.confirm(who, password);
    return confirmed.ok ? this.factors.propose(who.personId) : confirmed;
  }

  /** A wrong code changes nothing; after the right one other sessions, which never showed it, end. */
  confirmAuthenticator(who: SignedIn, code: string): Promise<Result<ChangedAccount>> {
    return this.identification.tryCode(who.personId, () => this.addFactor(who, (tx) => this.factors.confirm(tx, who.personId, code)));
  }

  removeAuthenticator(who: SignedIn, password: string): Promise<Result<ChangedAccount>> {
    return this.removeFactor(who, password, (tx) => this.factors.removeAuthenticator(tx, who.personId));
  }

  async renewRecoveryCodes(who: SignedIn, password: string): Promise<Result<ChangedAccount>> {
    const confirmed = await this.identification.confirm(who, password);
    if (!confirmed.ok) return confirmed;
    if (!hasFactor(await this.factors.of(who.personId))) return refuse('FACTOR_MISSING');
    const codes = await this.unitOfWork.run(async (tx) => {
      await this.factors.tell(tx, who.personId, 'RECOVERY_CODES_RENEWED');
      return this.factors.renewRecoveryCodes(tx, who.personId);
    });
    return this.changed(who, codes);
  }

  async proposePasskey(who: SignedIn, password: string, headers: IncomingHttpHeaders): Promise<Result<PasskeyRiddle>> {
    const confirmed = await this.identification.confirm(who, password);
    if (!confirmed.ok) return confirmed;
    const email = await this.accounts.addressOf(who.personId);
    return email === null ? refuse('NOT_PERMITTED') : this.passkeys.propose(who.personId, email, headers);
  }

  addPasskey(
    who: SignedIn,
    given: { token: string; name: string; response: string },
    headers: IncomingHttpHeaders,
  ): Promise<Result<ChangedAccount>> {
    return this.addFactor(who, async (tx) => {
      const added = await this.passkeys.add(tx, who.personId, given, headers);
      if (added.ok) await this.factors.tell(tx, who.personId, 'PASSKEY_ADDED');
      return added;
    });
  }

  removePasskey(who: SignedIn, password: string, id: Id): Promise<Result<ChangedAccount>> {
    return this.removeFactor(who, password, async (tx) => {
      const removed = await this.passkeys.remove(tx, who.personId, id);
      if (removed.ok) await this.factors.tell(tx, who.personId, 'PASSKEY_REMOVED');
      return removed;
    });
  }

  /** Parts a service from the account, where there is another way in. */
  async unlinkSignOn(who: SignedIn, password: string, key: string): Promise<Result<ChangedAccount>> {
    const own = await this.of(who);
    const others = own?.services.filter((service) => service.linked && service.key !== key) ?? [];
    return this.removeFactor(who, password, async (tx) => {
      const decided = decideUnlinking({
        hasPassword: own?.hasPassword ?? false,
        passkeys: own?.passkeyList.length ?? 0,
        services: others.length,
      });
      if (!decided.ok) return decided;
      if (!(await this.accounts.changeService(tx, who.personId, key, 'UNLINKED'))) return refuse('NOT_PERMITTED');
      await this.factors.tell(tx, who.personId, 'SIGN_ON_UNLINKED');
      return ok(undefined);
    });
  }

  /** Lets a service that was parted be linked again, the next time somebody signs in by it. */
  async allowSignOn(who: SignedIn, password: string, key: string): Promise<Result<ChangedAccount>> {
    const confirmed = await this.identification.confirm(who, password);
    if (!confirmed.ok) return confirmed;
    const allowed = await this.unitOfWork.run(async (tx) => {
      const done = await this.accounts.changeService(tx, who.personId, key, 'ALLOWED');
      if (done) await this.factors.tell(tx, who.personId, 'SIGN_ON_ALLOWED');
      return done;
    });
    return allowed ? this.changed(who) : refuse('NOT_PERMITTED');
  }

  /** Whoever adds a factor has just shown it; sessions that have not, end. The first one comes with recovery codes. */
  private async addFactor(who: SignedIn, add: (tx: Tx) => Promise<Result<void>>): Promise<Result<ChangedAccount>> {
    const first = !hasFactor(await this.factors.of(who.personId));
    const added = await this.unitOfWork.run(async (tx): Promise<Result<string[]>> => {
      const result = await add(tx);
      if (!result.ok) return result;
      await this.sessions.strengthen(tx, who.personId, who.token);
      await this.sessions.endOthers(tx, who.personId, who.token);
      return ok(first ? await this.factors.renewRecoveryCodes(tx, who.personId) : []);
    });
    return added.ok ? this.changed(who, added.value) : added;
  }

  /** Sessions elsewhere end: they may be on the device that is no longer to count. */
  private async removeFactor(who: SignedIn, password: string, remove: (tx: Tx) => Promise<Result<void>>): Promise<Result<ChangedAccount>> {
    const confirmed = await this.identification.confirm(who, password);
    if (!confirmed.ok) return confirmed;
    const removed = await this.unitOfWork.run(async (tx) => {
      const result = await remove(tx);
      if (!result.ok) return result;
      await this.factors.forgetIdleRecoveryCodes(tx, who.personId);
      await this.sessions.endOthers(tx, who.personId, who.token);
      return result;
    });
    return removed.ok ? this.changed(who) : removed;
  }

  private async changed(who: SignedIn, newRecoveryCodes: string[] = []): Promise<Result<ChangedAccount>> {
    const account = await this.of(who);
    return account === null ? refuse('NOT_PERMITTED') : ok({ account, newRecoveryCodes });
  }
}

const hasFactor = ({ authenticatorSince, passkeys }: Factors) => authenticatorSince !== null || passkeys > 0;
