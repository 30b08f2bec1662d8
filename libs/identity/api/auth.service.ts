import type { IncomingHttpHeaders } from 'node:http';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Addressee } from '@knotenpunkt/identity/domain';
import { idFrom, newId, type Id } from '@knotenpunkt/kernel';
import { DatabaseUnavailable, UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import { Mail } from '@knotenpunkt/platform/mail';
import { fromNodeHeaders, toNodeHandler } from 'better-auth/node';
import type { Request, Response } from 'express';
import { createAuth, hashPassword, sessionCookieName } from './auth';
import { IDENTITY_SETTINGS, type IdentitySettings } from './identity-settings';
import { mailText } from './mail-text';
import { sessionTokenIn } from './session-token';

/** The password of every demo login; never loaded in production. */
export const DEMO_PASSWORD = 'knotenpunkt-demo';

/** Persons and their sessions. */
@Injectable()
export class AuthService implements OnApplicationShutdown {
  private readonly instance: ReturnType<typeof createAuth>;
  private readonly serve: ReturnType<typeof toNodeHandler>;
  private demoHash: Promise<string> | null = null;

  constructor(
    @Inject(IDENTITY_SETTINGS) private readonly settings: IdentitySettings,
    private readonly mail: Mail,
    private readonly unitOfWork: UnitOfWork,
  ) {
    this.instance = createAuth({
      ...settings,
      sendPasswordLink: async (person, url) => {
        await this.unitOfWork.run(async (tx) => {
          const language = await this.languageOf(tx, person.email);
          await this.mail.send(tx, { to: person.email, ...mailText(language, 'reset', { name: person.name, url }) });
        });
      },
    });
    this.serve = toNodeHandler(this.instance.auth);
  }

  /** Lets the library answer a request; what it may be asked decides `AuthDoor`. */
  handle(request: Request, response: Response): Promise<void> {
    return this.serve(request, response);
  }

  /** The token of the session a request carries, or null; whether there is such a session says the database. */
  tokenIn(headers: IncomingHttpHeaders): string | null {
    const { publicUrl, secret } = this.settings;
    return sessionTokenIn(headers.cookie, { name: sessionCookieName(publicUrl), secret });
  }

  /** Draws out the session a request carries. */
  async renew(headers: IncomingHttpHeaders): Promise<void> {
    await this.instance.auth.api.getSession({ headers: fromNodeHeaders(headers) }).catch((error: unknown) => {
      // The library hides why; what it does here is ask the database.
      throw (error as { status?: unknown }).status === 'INTERNAL_SERVER_ERROR' ? new DatabaseUnavailable(error) : error;
    });
  }

  /** The person with a mail address, made when there is none yet. `isNew` persons need a link to set a password. */
  async findOrCreate(tx: Tx, person: { name: string; email: string }): Promise<{ id: Id; isNew: boolean }> {
    const rows = (await tx.query(
      `INSERT INTO auth."user" (id, name, email) VALUES ($1, $2, $3) ON CONFLICT (email) DO UPDATE SET email = excluded.email RETURNING id, (xmax = 0) AS "isNew"`,
      [newId(), person.name, person.email],
    )) as { id: Id; isNew: boolean }[];
    return rows[0]!;
  }

  /** Keeps the language a person reads in, for mails. */
  rememberLanguage(personId: Id, language: Addressee['language']): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      await tx.query('UPDATE auth."user" SET language = $2 WHERE id = $1 AND language IS DISTINCT FROM $2', [personId, language]);
    });
  }

  private async languageOf(tx: Tx, email: string): Promise<Addressee['language']> {
    const rows = (await tx.query('SELECT language FROM auth."user" WHERE email = $1', [email])) as {
      language: Addressee['language'] | null;
    }[];
    return rows[0]?.language ?? 'de';
  }

  /** Sends a link to set a password. Says nothing about whether the address is known. */
  async requestPasswordLink(email: string): Promise<void> {
    await this.instance.auth.api.requestPasswordReset({ body: { email, redirectTo: '/passwort' } });
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
