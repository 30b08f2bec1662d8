import { hash, verify } from '@node-rs/argon2';
import { newId } from '@knotenpunkt/kernel';
import { betterAuth } from 'better-auth';
import pg from 'pg';

export interface AuthSettings {
  databaseUrl: string;
  secret: string;
  publicUrl: string;
  /** Sends the link with which a person sets a password. */
  sendPasswordLink(person: { name: string; email: string }, url: string): Promise<void>;
}

export const SHORTEST_PASSWORD = 10;

/** Hashes a password with argon2id (RFC 9106), parameters as the library recommends. */
export const hashPassword = (password: string): Promise<string> => hash(password);

/**
 * Accounts, sessions and passwords by better-auth, in a schema of their own. Nobody signs up alone: an account comes
 * with a mandate. Addresses and browsers of sessions are not kept.
 */
export function createAuth(settings: AuthSettings) {
  const pool = new pg.Pool({
    connectionString: settings.databaseUrl,
    options: '-c search_path=auth',
    max: 4,
    connectionTimeoutMillis: 1_500,
    query_timeout: 2_500,
    keepAlive: true,
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
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: 200,
      revokeSessionsOnPasswordReset: true,
      password: { hash: hashPassword, verify: ({ hash: stored, password }) => verify(stored, password) },
      sendResetPassword: ({ user, url }) => settings.sendPasswordLink(user, url),
    },
    session: { expiresIn: 60 * 60 * 24 * 14, updateAge: 60 * 60 * 24 },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 300,
      customRules: { '/sign-in/email': { window: 60, max: 20 }, '/request-password-reset': { window: 60, max: 5 } },
    },
    telemetry: { enabled: false },
    advanced: { database: { generateId: () => newId() }, ipAddress: { disableIpTracking: true } },
    logger: { level: 'error' },
  });
  return { auth, close: () => pool.end() };
}

export type Auth = ReturnType<typeof createAuth>['auth'];
