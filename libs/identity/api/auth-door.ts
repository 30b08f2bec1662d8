import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { faultOfValue, unstorableText } from '@knotenpunkt/platform/graphql';
import type { Request, RequestHandler, Response } from 'express';
import { Attempts, type Attempt } from './attempts';
import { AuthService } from './auth.service';

const log = new Logger('Accounts');

/** What the product uses of the account service; the rest of it answers nobody. */
const SERVED = /^(POST \/(sign-in\/email|sign-out|request-password-reset|reset-password)|GET \/reset-password\/[\w-]+)$/;

function refuse(response: Response, status: number, code: string, message: string): void {
  response.status(status).json({ code, message });
}

/**
 * What comes to `/api/auth`: few addresses, few attempts, and an answer that says nothing about whether a mail address
 * has an account.
 */
@Injectable()
export class AuthDoor implements BeforeApplicationShutdown {
  private readonly links = new Set<Promise<void>>();

  constructor(
    private readonly auth: AuthService,
    private readonly attempts: Attempts,
  ) {}

  handler(): RequestHandler {
    return (request, response, next) => void this.serve(request, response).catch(next);
  }

  /** Links that are on their way are written before the database goes. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.links);
  }

  private async serve(request: Request, response: Response): Promise<void> {
    const asked = `${request.method} ${request.path}`;
    if (!SERVED.test(asked)) return refuse(response, 404, 'NOT_FOUND', 'There is no such address.');
    const body = (request.body ?? {}) as { email?: unknown };
    if (faultOfValue(body) !== null) return refuse(response, 400, 'BAD_USER_INPUT', unstorableText().message);
    const email = typeof body.email === 'string' ? body.email.trim().toLowerCase() : '';
    if (asked === 'POST /sign-in/email') return this.signIn(request, response, email);
    if (asked === 'POST /request-password-reset') return this.sendLink(request, response, email);
    return this.auth.handle(request, response);
  }

  private async signIn(request: Request, response: Response, email: string): Promise<void> {
    const address = request.ip ?? '';
    const subjects = { 'sign-in here': `${address} ${email}`, 'sign-in account': email, 'sign-in address': address };
    if (await this.isTooOften(response, subjects)) return;
    await this.auth.handle(request, response);
    if (response.statusCode === 200) await this.attempts.forgive(subjects);
  }

  /** Answers first and looks afterwards: an address that is known takes no longer than one that is not. */
  private async sendLink(request: Request, response: Response, email: string): Promise<void> {
    if (await this.isTooOften(response, { 'link account': email, 'link address': request.ip ?? '' })) return;
    if (!/^[^\s@]+@[^\s@]+$/.test(email)) return refuse(response, 400, 'INVALID_EMAIL', 'This is no mail address.');
    response.json({ status: true });
    const link = this.auth.requestPasswordLink(email).catch((error: Error) => log.error(`no link could be sent: ${error.message}`));
    this.links.add(link);
    void link.finally(() => this.links.delete(link));
  }

  private async isTooOften(response: Response, subjects: Partial<Record<Attempt, string>>): Promise<boolean> {
    const wait = await this.attempts.count(subjects);
    if (wait > 0) refuse(response.set('retry-after', String(wait)), 429, 'TOO_MANY_REQUESTS', 'Too many attempts. Wait a few minutes.');
    return wait > 0;
  }
}
