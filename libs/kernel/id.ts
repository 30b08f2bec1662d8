/** A UUID in lower case. New ones are UUIDv7 (RFC 9562), so that ids sort by the time they were made. */
export type Id = string;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether the text is a UUID in lower case. */
export function isId(text: string): boolean {
  return UUID.test(text);
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function grouped(digits: string): Id {
  return [8, 12, 16, 20].reduceRight((text, at) => `${text.slice(0, at)}-${text.slice(at)}`, digits);
}

/** A new UUIDv7 (RFC 9562, section 5.7): 48 bits of milliseconds, 74 random bits. Works in browser and Node. */
export function newId(now = Date.now()): Id {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) & 0xff;
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return grouped(hex(bytes));
}

/**
 * The same id for the same parts, always: for rows loaded from a file, so that loading twice changes nothing.
 * A UUIDv8 (RFC 9562, section 5.8) from two rounds of 64-bit FNV-1a; not a secret and not for untrusted input.
 */
export function idFrom(...parts: string[]): Id {
  const bytes = new TextEncoder().encode(parts.join('\u001f'));
  const digits = [0xcbf29ce484222325n, 0x9e3779b97f4a7c15n]
    .map((start) =>
      bytes
        .reduce((hash, byte) => ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn, start)
        .toString(16)
        .padStart(16, '0'),
    )
    .join('');
  const variant = ((parseInt(digits[16]!, 16) & 0x3) | 0x8).toString(16);
  return grouped(`${digits.slice(0, 12)}8${digits.slice(13, 16)}${variant}${digits.slice(17)}`);
}
