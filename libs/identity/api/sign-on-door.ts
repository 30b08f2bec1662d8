import { Injectable, Logger } from '@nestjs/common';
import { placeWithin } from '@knotenpunkt/identity/domain';
import type { Request, Response } from 'express';
import { Attempts } from './attempts';
import { AuthService } from './auth.service';
import { SignOnFault } from './oidc-client';
import { refuseRequest } from './refuse-request';
import { cookieIn } from './session-token';
import { SignIn } from './sign-in';
import { SignOnService } from './sign-on.service';
import { TICKETS } from './tickets';

const log = new Logger('Accounts');

/** What the sign-in page says of a refusal, in its address. */
const PROBLEMS: Record<string, string> = {
  ACCESS_BLOCKED: 'blocked',
  ADDRESS_UNCONFIRMED: 'addressUnconfirmed',
  LINKED_OTHERWISE: 'linkedOtherwise',
  SIGN_ON_UNLINKED: 'signOnUnlinked',
};

const text = (value: unknown) => (typeof value === 'string' && value.length <= 4_000 ? value : '');

/** The way to a service that signs people in, and back. */
@Injectable()
export class SignOnDoor {
  constructor(
    private readonly signOn: SignOnService,
    private readonly auth: AuthService,
    private readonly attempts: Attempts,
    private readonly entrance: SignIn,
  ) {}

  /** Sends a browser to the service. */
  async leave(request: Request, response: Response, key: string): Promise<void> {
    const wait = await this.attempts.count({ 'sign-on address': request.ip ?? '' });
    if (wait > 0) return refuseRequest(response.set('retry-after', String(wait)), 429, 'TOO_MANY_REQUESTS', 'Too many attempts.');
    const begun = await this.signOn
      .begin(key, placeWithin(text(request.query['zurueck'])))
      .catch((error: unknown) => this.told(key, error));
    if (begun === 'refused') return this.refuse(response, 'away');
    if (begun === null) return refuseRequest(response, 404, 'NOT_FOUND', 'There is no such service.');
    this.setCookie(response, begun.token);
    response.redirect(302, begun.address);
  }

  /** Lets in whom the service sent back. */
  async comeBack(request: Request, response: Response, key: string): Promise<void> {
    const token = cookieIn(request.headers.cookie, this.auth.cookieFor('sign-on', '', 0).name);
    this.setCookie(response, '');
    const { code, state, iss } = request.query;
    const answer = { code: text(code), state: text(state), issuer: iss === undefined ? null : text(iss) };
    const person = await this.signOn.finish(key, token, answer).catch((error: unknown) => this.told(key, error));
    if (person === 'refused') return this.refuse(response, 'signOnRefused');
    if (!person.ok) return this.refuse(response, PROBLEMS[person.refusal.code] ?? 'signOnRefused');
    const { entry, toSetUp } = await this.entrance.enter(request, response, person.value.personId);
    if (entry === 'blocked') return this.refuse(response, 'blocked');
    if (entry === 'in') return response.redirect(303, toSetUp ? '/konto/sicherheit' : person.value.back);
    response.redirect(303, `/anmelden?schritt=code&zurueck=${encodeURIComponent(person.value.back)}`);
  }

  /** A service that does not do as it should is told in the log, without anything about a person. */
  private told(key: string, error: unknown): 'refused' {
    if (!(error instanceof SignOnFault)) throw error;
    log.warn(`sign-on by ${key}: ${error.code}`);
    return 'refused';
  }

  private refuse(response: Response, problem: string): void {
    response.redirect(303, `/anmelden?fehler=${problem}`);
  }

  private setCookie(response: Response, token: string): void {
    const { name, value, ...attributes } = this.auth.cookieFor('sign-on', token, token === '' ? 0 : TICKETS.SIGN_ON);
    response.cookie(name, value, attributes);
  }
}
