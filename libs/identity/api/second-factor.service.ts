import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Id, type Result } from '@knotenpunkt/kernel';
import { CLOCK, UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import { digestWith, seal, unseal } from '@knotenpunkt/platform/sealing';
import { AccountOutgoing, type SecurityChange } from './account.outgoing';
import { AccountRepository } from './account.repository';
import { IDENTITY_SETTINGS, type IdentitySettings } from './identity-settings';
import { SecondFactorRepository, type Factors } from './second-factor.repository';
import { addressForApp, base32, stepOf } from './totp';

const CODES = 10;
const purposeOf = (personId: Id) => `authenticator ${personId}`;

/** What an app needs to know once. */
export interface AuthenticatorSecret {
  secret: string;
  address: string;
}

/** Authenticator apps and recovery codes. Secrets are kept sealed, codes as digests; each code counts once. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly factors: SecondFactorRepository,
    private readonly accounts: AccountRepository,
    private readonly outgoing: AccountOutgoing,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(IDENTITY_SETTINGS) private readonly settings: IdentitySettings,
  ) {}

  of(personId: Id): Promise<Factors> {
    return this.factors.of(personId);
  }

  /** A new secret for an app, which counts once a code of it was given. */
  propose(personId: Id): Promise<Result<AuthenticatorSecret>> {
    return this.unitOfWork.run(async (tx): Promise<Result<AuthenticatorSecret>> => {
      const person = await this.accounts.byId(tx, personId);
      if (!person) return refuse('NOT_PERMITTED');
      const secret = randomBytes(20);
      const kept = await this.factors.propose(tx, personId, seal(this.settings.secret, purposeOf(personId), secret));
      return kept ? ok({ secret: base32(secret), address: addressForApp(secret, person.email) }) : refuse('AUTHENTICATOR_THERE');
    });
  }

  /** Lets the app count, by a code of it. */
  async confirm(tx: Tx, personId: Id, code: string): Promise<Result<void>> {
    if (!(await this.isCode(tx, personId, code, false))) return refuse('CODE_WRONG', { field: 'code' });
    await this.factors.confirm(tx, personId);
    await this.tell(tx, personId, 'AUTHENTICATOR_ADDED');
    return ok(undefined);
  }

  async removeAuthenticator(tx: Tx, personId: Id): Promise<Result<void>> {
    if (!(await this.factors.removeAuthenticator(tx, personId))) return refuse('NOT_PERMITTED');
    await this.tell(tx, personId, 'AUTHENTICATOR_REMOVED');
    return ok(undefined);
  }

  /** New recovery codes in the place of the old; they are told once. */
  async renewRecoveryCodes(tx: Tx, personId: Id): Promise<string[]> {
    const codes = Array.from({ length: CODES }, () => base32(randomBytes(10)).slice(0, 10));
    await this.factors.setRecoveryCodes(
      tx,
      personId,
      codes.map((code) => this.digestOf(personId, code)),
    );
    return codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`);
  }

  /** Takes the recovery codes away, once there is nothing they could stand in for. */
  forgetIdleRecoveryCodes(tx: Tx, personId: Id): Promise<void> {
    return this.factors.forgetIdleRecoveryCodes(tx, personId);
  }

  /** Whether a code of the app or a recovery code lets the person in; it is used up with that. */
  async accepts(tx: Tx, personId: Id, entered: string): Promise<boolean> {
    const code = entered.replace(/[\s-]/g, '').toUpperCase();
    if (/^\d{6}$/.test(code)) return this.isCode(tx, personId, code, true);
    const used = await this.factors.useRecoveryCode(tx, personId, this.digestOf(personId, code));
    if (used) await this.tell(tx, personId, 'RECOVERY_CODE_USED');
    return used;
  }

  /** Tells the person by mail what changed. */
  async tell(tx: Tx, personId: Id, what: SecurityChange): Promise<void> {
    const person = await this.accounts.byId(tx, personId);
    if (person) await this.outgoing.securityChanged(tx, person, what);
  }

  private async isCode(tx: Tx, personId: Id, entered: string, confirmed: boolean): Promise<boolean> {
    const sealed = await this.factors.secretOf(tx, personId, confirmed);
    const secret = sealed === null ? null : unseal(this.settings.secret, purposeOf(personId), sealed);
    const step = secret && stepOf(secret, entered.replace(/\s/g, ''), this.clock.now());
    return step !== null && (await this.factors.useStep(tx, personId, step));
  }

  private digestOf(personId: Id, code: string): string {
    return digestWith(this.settings.secret, 'recovery codes', `${personId} ${code}`);
  }
}
