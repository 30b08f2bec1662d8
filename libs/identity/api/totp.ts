import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds a code stands in the app, and its digits (RFC 6238; what every app takes without being told). */
const PERIOD = 30;
const DIGITS = 6;

/** The number of the period an instant lies in. */
export const stepAt = (now: Date): number => Math.floor(now.getTime() / 1000 / PERIOD);

/** The code of a secret in one period (RFC 4226 with the period as the counter). */
export function codeAt(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const offset = digest.at(-1)! & 0xf;
  const number = digest.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** The period a code belongs to, null where it is of none: this one, or one beside it for clocks that differ. */
export function stepOf(secret: Buffer, code: string, now: Date): number | null {
  const given = Buffer.from(code);
  const steps = [-1, 0, 1].map((beside) => stepAt(now) + beside);
  const right = steps.filter((step) => {
    const expected = Buffer.from(codeAt(secret, step));
    return expected.length === given.length && timingSafeEqual(expected, given);
  });
  return right.at(-1) ?? null;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Bytes as apps take them when they are typed in (RFC 4648, without padding). */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[parseInt(five.padEnd(5, '0'), 2)]).join('');
}

/** What the QR code says to an app. */
export function addressForApp(secret: Buffer, email: string): string {
  const label = `Knotenpunkt:${encodeURIComponent(email)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=Knotenpunkt&algorithm=SHA1&digits=${DIGITS}&period=${PERIOD}`;
}
