import type { SignOnService } from '@knotenpunkt/platform/config';

export interface IdentitySettings {
  databaseUrl: string;
  secret: string;
  publicUrl: string;
  /** Demo logins are shown and one password opens them all. */
  demo: boolean;
  /** Services by which people sign in; missing: none. */
  signOn?: readonly SignOnService[];
}

export const IDENTITY_SETTINGS = Symbol('IDENTITY_SETTINGS');
