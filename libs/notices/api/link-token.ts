import { createHash, randomBytes } from 'node:crypto';

/** A new token for a link: 256 random bits; kept is only the hash. */
export function newLinkToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashOf(token) };
}

/** What is kept of a token. It is random and long, so a fast hash does. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
