import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Attempts } from './attempts';
import { PasskeyService } from './passkey.service';
import { refuseRequest } from './refuse-request';
import { SignIn } from './sign-in';

/** Signing in with a passkey: no address, no password. */
@Injectable()
export class PasskeyDoor {
  constructor(
    private readonly passkeys: PasskeyService,
    private readonly attempts: Attempts,
    private readonly entrance: SignIn,
  ) {}

  /** Answers with what the browser is to sign. */
  async ask(request: Request, response: Response): Promise<void> {
    const wait = await this.attempts.count({ 'passkey address': request.ip ?? '' });
    if (wait > 0) return refuseRequest(response.set('retry-after', String(wait)), 429, 'TOO_MANY_REQUESTS', 'Too many attempts.');
    response.json(await this.passkeys.riddle(request.headers));
  }

  /** Lets in whose passkey signed. */
  async signIn(request: Request, response: Response): Promise<void> {
    const { token, response: signed } = (request.body ?? {}) as { token?: unknown; response?: unknown };
    const given = { token: typeof token === 'string' ? token : '', response: signed };
    const personId = await this.passkeys.personBehind(given, request.headers);
    if (personId === null) return refuseRequest(response, 401, 'PASSKEY_REFUSED', 'This passkey is not known here.');
    return this.entrance.letIn(request, response, personId, { secondFactor: true });
  }
}
