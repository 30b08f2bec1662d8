import type { IncomingHttpHeaders } from 'node:http';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Addressee, Device } from '@knotenpunkt/identity/domain';
import { idFrom, type Id } from '@knotenpunkt/kernel';
import { DatabaseUnavailable, UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import { fromNodeHeaders } from 'better-auth/node';
import type { CookieOptions } from 'express';
import { cookieAttributes, createAuth, hashPassword, SESSION, sessionCookieName } from './auth';
import { IDENTITY_SETTINGS, type IdentitySettings } from './identity-settings';
import { sessionTokenIn, signed } from './session-token';

/** The password of every demo login; never loaded in production. */
export const DEMO_PASSWORD = 'knotenpunkt-demo';

/** What is kept of how a session began. */
export interface SessionStart extends Device {
  /** Whether more than a password was asked for. */
  secondFactor: boolean;
}

/** A cookie as express sets it, with its name and value. */
export interface SessionCookie extends CookieOptions {
  name: string;
  value: string;
}

/** Persons and their sessions. */
@Injectable()
export class AuthService implements OnApplicationShutdown {
  private readonly instance: ReturnType<typeof createAuth>;
  private demoHash: Promise<string> | null = null;

  constructor(
    @Inject(IDENTITY_SETTINGS) private readonly settings: IdentitySettings,
    private readonly unitOfWork: UnitOfWork,
  ) {
    this.instance = createAuth(settings);
  }

  /** The token of the session a request carries, or null; whether there is such a session says the database. */
  tokenIn(headers: IncomingHttpHeaders): string | null {
    const { publicUrl, secret } = this.settings;
    return sessionTokenIn(headers.cookie, { name: sessionCookieName(publicUrl), secret });
  }

  /** Begins a session of a person; null where the access is blocked. */
  async begin(personId: Id, about: SessionStart): Promise<SessionCookie | null> {
    const { publicUrl, secret } = this.settings;
    const { internalAdapter } = await this.instance.auth.$context;
    try {
      const { token } = await internalAdapter.createSession(personId, false, { ...about });
      return {
        name: sessionCookieName(publicUrl),
        value: signed(token, secret),
        ...cookieAttributes(publicUrl),
        maxAge: SESSION.lasts * 1000,
      };
    } catch (error) {
      if ((error as { body?: { code?: string } }).body?.code === 'ACCESS_BLOCKED') return null;
      throw error;
    }
  }

  /** Ends the session a request carries. */
  async end(headers: IncomingHttpHeaders): Promise<void> {
    const token = this.tokenIn(headers);
    if (token !== null) await this.unitOfWork.run((tx) => tx.query('DELETE FROM auth.session WHERE token = $1', [token]));
  }

  isBlocked(personId: Id): Promise<boolean> {
    return this.unitOfWork.run(
      async (tx) => ((await tx.query('SELECT FROM blocked_person_v1 WHERE person_id = $1', [personId])) as unknown[]).length > 0,
    );
  }

  /** The cookie of a name that says less than a session: what a sign-in that is not finished yet goes on with. */
  cookieFor(purpose: string, value: string, minutes: number): SessionCookie {
    const { publicUrl } = this.settings;
    const name = sessionCookieName(publicUrl).replace('session_token', purpose);
    return { name, value, ...cookieAttributes(publicUrl), maxAge: minutes * 60_000 };
  }

  /** Draws out the session a request carries. */
  async renew(headers: IncomingHttpHeaders): Promise<void> {
    await this.instance.auth.api.getSession({ headers: fromNodeHeaders(headers) }).catch((error: unknown) => {
      // The library hides why; what it does here is ask the database.
      throw (error as { status?: unknown }).status === 'INTERNAL_SERVER_ERROR' ? new DatabaseUnavailable(error) : error;
    });
  }

  /** Keeps the language a person reads in, for mails. */
  rememberLanguage(personId: Id, language: Addressee['language']): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      await tx.query('UPDATE auth."user" SET language = $2 WHERE id = $1 AND language IS DISTINCT FROM $2', [personId, language]);
    });
  }

  /** A demo login with the common password. */
  async addDemoPerson(tx: Tx, id: Id, person: { name: string; email: string }): Promise<void> {
    this.demoHash ??= hashPassword(DEMO_PASSWORD);
    await tx.query(`INSERT INTO auth."user" (id, name, email, "emailVerified") VALUES ($1, $2, $3, true) ON CONFLICT DO NOTHING`, [
      id,
      person.name,
      person.email,
    ]);
    await tx.query(
      `INSERT INTO auth.account (id, "accountId", "providerId", "userId", password) VALUES ($1, $2, 'credential', $3, $4) ON CONFLICT DO NOTHING`,
      [idFrom('account', id), id, id, await this.demoHash],
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.instance.close();
  }
}
