import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { checkMailAddress, checkRegistration, type Addressee } from '@knotenpunkt/identity/domain';
import type { Result } from '@knotenpunkt/kernel';
import { faultOfValue, unstorableText } from '@knotenpunkt/platform/graphql';
import type { Request, RequestHandler, Response } from 'express';
import { AccountService } from './account.service';
import { Attempts, type Attempt } from './attempts';
import { InvitationAnswers } from './invitation-answers';
import { PasskeyDoor } from './passkey-door';
import { refuseRequest } from './refuse-request';
import { SignIn } from './sign-in';
import { SignOnDoor } from './sign-on-door';

const log = new Logger('Accounts');

type Answer = (request: Request, response: Response) => Promise<void>;

/** A text of the body, as long as any address, name, password or token may be; else empty. */
function textOf(request: Request, field: string): string {
  const value = (request.body as Record<string, unknown> | undefined)?.[field];
  return typeof value === 'string' && value.length <= 1_000 ? value : '';
}

const emailOf = (request: Request) => textOf(request, 'email').trim().toLowerCase();
const languageOf = (request: Request): Addressee['language'] => (textOf(request, 'language') === 'en' ? 'en' : 'de');

function answerResult(response: Response, result: Result<unknown>): void {
  if (result.ok) response.json({ status: true });
  else refuseRequest(response, 400, result.refusal.code, 'Nothing was changed.');
}

/**
 * What comes to `/api/auth`: few addresses, few attempts, and an answer that says nothing about whether a mail address
 * has an account.
 */
@Injectable()
export class AuthDoor implements BeforeApplicationShutdown {
  private readonly pending = new Set<Promise<void>>();
  /** What the product uses; anything else answers nobody. */
  private readonly answers: Record<string, Answer> = {
    'POST /sign-in/email': (request, response) => this.signIn(request, response),
    'POST /sign-out': (request, response) => this.entrance.leave(request, response),
    'POST /second-factor': (request, response) => this.entrance.finish(request, response, textOf(request, 'code')),
    'POST /passkey/options': (request, response) => this.passkeys.ask(request, response),
    'POST /passkey': (request, response) => this.passkeys.signIn(request, response),
    'POST /register': (request, response) => this.register(request, response),
    'POST /register/confirm': (request, response) => this.confirmRegistration(request, response),
    'POST /invitation': (request, response) => this.acceptInvitation(request, response),
    'POST /request-password-reset': (request, response) => this.sendLink(request, response),
    'POST /reset-password': (request, response) => this.setPassword(request, response),
    'POST /address/confirm': async (request, response) =>
      answerResult(response, await this.accounts.confirmAddress(textOf(request, 'token'))),
  };

  constructor(
    private readonly accounts: AccountService,
    private readonly attempts: Attempts,
    private readonly entrance: SignIn,
    private readonly passkeys: PasskeyDoor,
    private readonly signOn: SignOnDoor,
    private readonly invitations: InvitationAnswers,
  ) {}

  handler(): RequestHandler {
    return (request, response, next) => void this.serve(request, response).catch(next);
  }

  /** Links that are on their way are written before the database goes. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.pending);
  }

  private async serve(request: Request, response: Response): Promise<void> {
    const asked = `${request.method} ${request.path}`;
    const answer = Object.hasOwn(this.answers, asked) ? this.answers[asked]! : this.answerOfSignOn(asked);
    if (!answer) return refuseRequest(response, 404, 'NOT_FOUND', 'There is no such address.');
    if (faultOfValue(request.body ?? {}) !== null) return refuseRequest(response, 400, 'BAD_USER_INPUT', unstorableText().message);
    response.set('cache-control', 'no-store');
    return answer(request, response);
  }

  /** The way to a service that signs people in, and the way back. */
  private answerOfSignOn(asked: string): Answer | null {
    const [, key, back] = /^GET \/oidc\/([a-z0-9]{1,40})(\/callback)?$/.exec(asked) ?? [];
    if (key === undefined) return null;
    return (request, response) => (back ? this.signOn.comeBack(request, response, key) : this.signOn.leave(request, response, key));
  }

  private async signIn(request: Request, response: Response): Promise<void> {
    const [email, address] = [emailOf(request), request.ip ?? ''];
    const subjects = { 'sign-in here': `${address} ${email}`, 'sign-in account': email, 'sign-in address': address };
    if (await this.isTooOften(response, subjects)) return;
    const personId = await this.accounts.personWith(email, textOf(request, 'password'));
    if (personId === null) return refuseRequest(response, 401, 'WRONG_PASSWORD', 'Address or password are not right.');
    await this.attempts.forgive(subjects);
    return this.entrance.letIn(request, response, personId);
  }

  private async register(request: Request, response: Response): Promise<void> {
    const wish = checkRegistration({ name: textOf(request, 'name'), email: emailOf(request) });
    if (await this.isTooOften(response, this.subjectsOfLink(request))) return;
    if (!wish.ok) return answerResult(response, wish);
    this.afterAnswer(response, () => this.accounts.register({ ...wish.value, language: languageOf(request) }));
  }

  private async confirmRegistration(request: Request, response: Response): Promise<void> {
    const person = await this.accounts.confirmRegistration(textOf(request, 'token'), textOf(request, 'password'));
    if (person.ok) await this.entrance.letIn(request, response, person.value);
    else answerResult(response, person);
  }

  /** An account for whom an invitation went to, with the mandate. */
  private async acceptInvitation(request: Request, response: Response): Promise<void> {
    const wish = { name: textOf(request, 'name'), password: textOf(request, 'password') };
    const person = await this.invitations.acceptWithNewAccount(textOf(request, 'token'), wish);
    if (person.ok) await this.entrance.letIn(request, response, person.value);
    else answerResult(response, person);
  }

  private async sendLink(request: Request, response: Response): Promise<void> {
    if (await this.isTooOften(response, this.subjectsOfLink(request))) return;
    const email = checkMailAddress(emailOf(request));
    if (!email.ok) return answerResult(response, email);
    this.afterAnswer(response, () => this.accounts.requestPasswordLink(email.value));
  }

  private async setPassword(request: Request, response: Response): Promise<void> {
    answerResult(response, await this.accounts.setPassword(textOf(request, 'token'), textOf(request, 'newPassword')));
  }

  private subjectsOfLink(request: Request): Partial<Record<Attempt, string>> {
    return { 'link account': emailOf(request), 'link address': request.ip ?? '' };
  }

  /** Answers first and looks afterwards: an address that is known takes no longer than one that is not. */
  private afterAnswer(response: Response, work: () => Promise<void>): void {
    response.json({ status: true });
    const link = work().catch((error: Error) => log.error(`no link could be sent: ${error.message}`));
    this.pending.add(link);
    void link.finally(() => this.pending.delete(link));
  }

  private async isTooOften(response: Response, subjects: Partial<Record<Attempt, string>>): Promise<boolean> {
    const wait = await this.attempts.count(subjects);
    if (wait > 0)
      refuseRequest(response.set('retry-after', String(wait)), 429, 'TOO_MANY_REQUESTS', 'Too many attempts. Wait a few minutes.');
    return wait > 0;
  }
}
