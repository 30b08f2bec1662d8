import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The token of a session in a request's cookies, null where there is none or it was not signed with our secret. The form is that of
 * better-auth: the token, a dot, and the HMAC-SHA-256 of the token in base64, percent-encoded.
 */
export function sessionTokenIn(cookies: string | undefined, cookie: { name: string; secret: string }): string | null {
  const [, token, signature] = /^([^.%]+)\.(.+)$/.exec(cookieIn(cookies, cookie.name)) ?? [];
  if (token === undefined || signature === undefined) return null;
  const right = createHmac('sha256', cookie.secret).update(token).digest();
  const given = Buffer.from(signature, 'base64');
  return given.length === right.length && timingSafeEqual(given, right) ? token : null;
}

/** The token of a session as its cookie carries it, not yet percent-encoded. */
export function signed(token: string, secret: string): string {
  return `${token}.${createHmac('sha256', secret).update(token).digest('base64')}`;
}

/** What a cookie of a request says; empty where there is none. */
export function cookieIn(cookies: string | undefined, name: string): string {
  const start = `${name}=`;
  const found = cookies?.split(/;\s*/).find((each) => each.startsWith(start));
  return decoded(found?.slice(start.length) ?? '');
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}
