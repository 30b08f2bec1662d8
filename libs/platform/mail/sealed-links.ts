import { seal, unseal } from '@knotenpunkt/platform/sealing';

const PURPOSE = 'links in mails';
/** What opens something, as it stands in addresses: 256 random bits. */
const TOKEN = /(?<=[/#=])[\w-]{43}(?![\w-])/g;
const SEALED = /\{link:([\w-]{95})\}/g;

/** A text in which what opens something cannot be read without the installation's secret. */
export function sealLinks(secret: string, text: string): string {
  return text.replace(TOKEN, (token) => `{link:${seal(secret, PURPOSE, Buffer.from(token))}}`);
}

/** The text as it was; what was sealed with another secret, or looks so only, stays as it is. */
export function openLinks(secret: string, text: string): string {
  return text.replace(SEALED, (whole, sealed: string) => unseal(secret, PURPOSE, sealed)?.toString() ?? whole);
}
