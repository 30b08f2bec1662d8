export interface IdentitySettings {
  databaseUrl: string;
  secret: string;
  publicUrl: string;
  /** Demo logins are shown and one password opens them all. */
  demo: boolean;
}

export const IDENTITY_SETTINGS = Symbol('IDENTITY_SETTINGS');
