import { Injectable } from '@nestjs/common';
import { ok, refuse, type Id, type Result } from '@knotenpunkt/kernel';
import { AccountService } from './account.service';
import { Attempts } from './attempts';
import { SessionRepository } from './session.repository';

/** A person, and the session in which they ask. */
export interface SignedIn {
  personId: Id;
  token: string;
}

/** Whether whoever sits at the screen is the person who signed in. Asked before an account changes hands or locks. */
@Injectable()
export class Identification {
  constructor(
    private readonly accounts: AccountService,
    private readonly attempts: Attempts,
    private readonly sessions: SessionRepository,
  ) {}

  /** By the password; who has none has to have signed in just now. */
  async confirm({ personId, token }: SignedIn, password: string): Promise<Result<void>> {
    const subjects = { 'password person': personId };
    if (!(await this.accounts.hasPassword(personId))) {
      return (await this.sessions.isFresh(personId, token)) ? ok(undefined) : refuse('SIGN_IN_ANEW', { field: 'password' });
    }
    if ((await this.attempts.count(subjects)) > 0) return refuse('TOO_MANY_ATTEMPTS', { field: 'password' });
    if (!(await this.accounts.isPasswordOf(personId, password))) return refuse('PASSWORD_WRONG', { field: 'password' });
    await this.attempts.forgive(subjects);
    return ok(undefined);
  }

  /** Tries a code that was entered; too many wrong ones are not tried any more. */
  async tryCode<Value>(personId: Id, attempt: () => Promise<Result<Value>>): Promise<Result<Value>> {
    const subjects = { 'code person': personId };
    if ((await this.attempts.count(subjects)) > 0) return refuse('TOO_MANY_ATTEMPTS', { field: 'code' });
    const tried = await attempt();
    if (tried.ok) await this.attempts.forgive(subjects);
    return tried;
  }

  /** Whether another mail may go to an address that a person has entered, which may be that of somebody else. */
  async allowMail(personId: Id, email: string): Promise<Result<void>> {
    const subjects = { 'address person': personId, 'link account': email.trim().toLowerCase() };
    return (await this.attempts.count(subjects)) > 0 ? refuse('TOO_MANY_ATTEMPTS', { field: 'email' }) : ok(undefined);
  }
}
