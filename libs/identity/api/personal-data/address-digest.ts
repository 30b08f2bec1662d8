import { digestWith } from '@knotenpunkt/platform/sealing';

/** An address that was erased, so that it is known again with a backup, and by nobody without the installation's secret. */
export function digestOfAddress(secret: string, email: string): string {
  return digestWith(secret, 'erased addresses', email.trim().toLowerCase());
}
