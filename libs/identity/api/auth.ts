import { hash } from '@node-rs/argon2';
import { Logger } from '@nestjs/common';
import { newId } from '@knotenpunkt/kernel';
import { ANSWER_MS, ImpatientClient } from '@knotenpunkt/platform/database';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import pg from 'pg';

export interface AuthSettings {
  databaseUrl: string;
  secret: string;
  publicUrl: string;
}

/** Hashes a password with argon2id (RFC 9106), parameters as the library recommends. */
export const hashPassword = (password: string): Promise<string> => hash(password);

/** Seconds a session lasts, and after how many it is drawn out by whoever uses it. */
export const SESSION = { lasts: 60 * 60 * 24 * 14, renewedAfter: 60 * 60 * 24 };

/** Name of the cookie that carries the token of a session. */
export const sessionCookieName = (publicUrl: string): string => `${cookiesFor(publicUrl).cookiePrefix}.session_token`;

/** What holds for every cookie of an account: no script reads it, and no other site sends it along with what it asks. */
export const cookieAttributes = (publicUrl: string) => cookiesFor(publicUrl).defaultCookieAttributes;

/**
 * Where people come by https, the browser itself sees to it that a cookie came from this very host over an encrypted
 * line, for the whole host: the prefix `__Host-` (RFC 6265bis). The library's own switch would add `__Secure-` only.
 */
function cookiesFor(publicUrl: string) {
  const secure = publicUrl.startsWith('https:');
  return {
    useSecureCookies: false,
    cookiePrefix: secure ? '__Host-knotenpunkt' : 'knotenpunkt',
    defaultCookieAttributes: { secure, httpOnly: true, sameSite: 'lax' as const, path: '/' },
  };
}

/** Asked when a session is about to begin, after it is known who it is: nobody else learns that an access is blocked. */
async function refuseBlocked(pool: pg.Pool, personId: string): Promise<void> {
  const { rowCount } = await pool.query('SELECT FROM public.blocked_person_v1 WHERE person_id = $1', [personId]);
  if (rowCount) throw new APIError('FORBIDDEN', { code: 'ACCESS_BLOCKED', message: 'This access is blocked.' });
}

const log = new Logger('Accounts');

/** Faults go into our log, which blots out mail addresses; what the library adds to them holds what people entered, and is left out. */
function tell(_level: string, message: string, ...more: unknown[]): void {
  log.error(message);
  for (const fault of more) if (fault instanceof Error) log.error(fault);
}

/** Sessions by better-auth, in a schema of their own. Addresses and browsers of sessions are not kept. */
export function createAuth(settings: AuthSettings) {
  const pool = new pg.Pool({
    connectionString: settings.databaseUrl,
    options: '-c search_path=auth',
    max: 4,
    connectionTimeoutMillis: 1_500,
    query_timeout: ANSWER_MS,
    keepAlive: true,
    Client: ImpatientClient,
  });
  pool.on('error', () => undefined);
  const auth = betterAuth({
    appName: 'Knotenpunkt',
    database: pool,
    secret: settings.secret,
    baseURL: settings.publicUrl,
    basePath: '/api/auth',
    // The same server under several names (localhost, an address in the house) is no foreign origin.
    trustedOrigins: (request) => {
      const host = request?.headers.get('host');
      return host ? [`http://${host}`, `https://${host}`] : [];
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            await refuseBlocked(pool, session.userId);
            return { data: { ...session, userAgent: '' } };
          },
        },
      },
    },
    session: {
      expiresIn: SESSION.lasts,
      updateAge: SESSION.renewedAfter,
      additionalFields: {
        browser: { type: 'string', required: false, input: false },
        system: { type: 'string', required: false, input: false },
        secondFactor: { type: 'boolean', required: false, input: false },
      },
    },
    // The library's own limit counts nothing where addresses are not tracked; `AuthDoor` counts instead.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    advanced: {
      database: { generateId: () => newId() },
      ipAddress: { disableIpTracking: true },
      ...cookiesFor(settings.publicUrl),
    },
    logger: { level: 'error', log: tell },
  });
  return { auth, close: () => pool.end() };
}

export type Auth = ReturnType<typeof createAuth>['auth'];
