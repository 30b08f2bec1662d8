import { Injectable } from '@nestjs/common';
import { deviceOf } from '@knotenpunkt/identity/domain';
import type { Id } from '@knotenpunkt/kernel';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import type { Request, Response } from 'express';
import { Attempts } from './attempts';
import { AuthService } from './auth.service';
import { DemoLogins } from './demo-logins';
import { refuseRequest } from './refuse-request';
import { SecondFactorService } from './second-factor.service';
import { cookieIn } from './session-token';
import { Tickets, TICKETS } from './tickets';

/** What became of letting somebody in. */
type Entry = 'in' | 'asked for more' | 'blocked';

/** Lets a person in, once it is known who it is: after the second factor, where there is one. */
@Injectable()
export class SignIn {
  constructor(
    private readonly auth: AuthService,
    private readonly attempts: Attempts,
    private readonly demoLogins: DemoLogins,
    private readonly factors: SecondFactorService,
    private readonly tickets: Tickets,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Answers a request with the cookie of a session, with what else is asked for, or why there is none. */
  async letIn(request: Request, response: Response, personId: Id, { secondFactor = false } = {}): Promise<void> {
    const { entry, toSetUp } = await this.enter(request, response, personId, { secondFactor });
    if (entry === 'blocked') refuseRequest(response, 403, 'ACCESS_BLOCKED', 'This access is blocked.');
    else response.json({ status: true, secondFactor: entry === 'asked for more', toSetUp });
  }

  /** As `letIn`, without the answer: only cookies are set. `toSetUp`: the person's office waits for a second factor. */
  async enter(
    request: Request,
    response: Response,
    personId: Id,
    { secondFactor = false } = {},
  ): Promise<{ entry: Entry; toSetUp: boolean }> {
    const { authenticatorSince, passkeys, holdsOffice } = await this.factors.of(personId);
    const hasFactor = authenticatorSince !== null || passkeys > 0;
    if (hasFactor && !secondFactor) {
      if (await this.auth.isBlocked(personId)) return { entry: 'blocked', toSetUp: false };
      const token = await this.unitOfWork.run((tx) => this.tickets.issue(tx, 'SECOND_FACTOR', { personId, instead: true }));
      this.setCookie(response, token);
      return { entry: 'asked for more', toSetUp: false };
    }
    const cookie = await this.auth.begin(personId, { ...deviceOf(request.headers['user-agent']), secondFactor });
    if (cookie === null) return { entry: 'blocked', toSetUp: false };
    const { name, value, ...attributes } = cookie;
    response.cookie(name, value, attributes);
    return { entry: 'in', toSetUp: holdsOffice && !hasFactor && !this.demoLogins.has(personId) };
  }

  /** Goes on with a sign-in that waits for the second factor. */
  async finish(request: Request, response: Response, code: string): Promise<void> {
    const token = cookieIn(request.headers.cookie, this.auth.cookieFor('second', '', 0).name);
    const waiting = await this.tickets.look('SECOND_FACTOR', token);
    if (!waiting?.personId) return refuseRequest(response, 400, 'SIGN_IN_ENDED', 'Sign in from the beginning.');
    const personId = waiting.personId;
    const subjects = { 'code person': personId };
    const wait = await this.attempts.count(subjects);
    if (wait > 0) {
      await this.tellOfTries(personId);
      return refuseRequest(response.set('retry-after', String(wait)), 429, 'TOO_MANY_REQUESTS', 'Too many attempts.');
    }
    const right = await this.unitOfWork.run(
      async (tx) => (await this.factors.accepts(tx, personId, code)) && (await this.tickets.redeem(tx, 'SECOND_FACTOR', token)) !== null,
    );
    if (!right) return refuseRequest(response, 400, 'CODE_WRONG', 'This code does not hold.');
    await this.attempts.forgive(subjects);
    this.setCookie(response, '');
    return this.letIn(request, response, personId, { secondFactor: true });
  }

  /** Ends the session a request carries, and takes its cookie away. */
  async leave(request: Request, response: Response): Promise<void> {
    await this.auth.end(request.headers);
    const { name, ...attributes } = this.auth.cookieFor('session_token', '', 0);
    response.cookie(name, '', attributes).json({ status: true });
  }

  /** Whoever comes so far knows the password: its person has to know, once in a quarter of an hour. */
  private async tellOfTries(personId: Id): Promise<void> {
    if ((await this.attempts.count({ 'code told': personId })) > 0) return;
    await this.unitOfWork.run((tx) => this.factors.tell(tx, personId, 'CODES_TRIED'));
  }

  private setCookie(response: Response, token: string): void {
    const { name, value, ...attributes } = this.auth.cookieFor('second', token, token === '' ? 0 : TICKETS.SECOND_FACTOR);
    response.cookie(name, value, attributes);
  }
}
