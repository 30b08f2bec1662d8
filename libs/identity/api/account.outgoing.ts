import { Inject, Injectable } from '@nestjs/common';
import { messages, type Addressee } from '@knotenpunkt/identity/domain';
import type { Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import { Mail } from '@knotenpunkt/platform/mail';
import { AuditTrail } from './audit-trail';
import { IDENTITY_SETTINGS, type IdentitySettings } from './identity-settings';
import { mailText, type MailKind } from './mail-text';

/** What a person is told about how they sign in. */
export type SecurityChange = keyof (typeof messages)['de']['securityChanges'];

/** Mails about accounts. What opens something stands behind `#` in an address: browsers do not send that part to servers. */
@Injectable()
export class AccountOutgoing {
  constructor(
    private readonly mail: Mail,
    private readonly audit: AuditTrail,
    @Inject(IDENTITY_SETTINGS) private readonly settings: IdentitySettings,
  ) {}

  /** Asks somebody who wants an account whether the address is theirs. */
  confirmRegistration(tx: Tx, person: Addressee, token: string): Promise<void> {
    return this.send(tx, person, 'register', { url: this.link('/registrieren', token) });
  }

  /** Tells whoever has an account already that somebody wanted one with this address. */
  registeredAlready(tx: Tx, person: Addressee): Promise<void> {
    return this.send(tx, person, 'registeredAlready', { url: this.link('/anmelden'), resetUrl: this.link('/passwort') });
  }

  passwordLink(tx: Tx, person: Addressee, token: string): Promise<void> {
    return this.send(tx, person, 'reset', { url: this.link('/passwort', token) });
  }

  /** Tells the old address that another one is wanted, and asks the new one. */
  async addressWanted(tx: Tx, person: Addressee, email: string, token: string): Promise<void> {
    await this.send(tx, { ...person, email }, 'addressConfirm', { url: this.link('/konto/adresse', token) });
    await this.send(tx, person, 'addressWanted', { url: this.link('/passwort') });
  }

  /** As `addressWanted`, where the new address belongs to somebody: the old one must not learn that. */
  async addressTaken(tx: Tx, person: Addressee, owner: Addressee | null): Promise<void> {
    if (owner) await this.send(tx, owner, 'addressTaken', { url: this.link('/anmelden') });
    await this.send(tx, person, 'addressWanted', { url: this.link('/passwort') });
  }

  /** Tells both addresses that the new one holds. */
  async addressChanged(tx: Tx, person: Addressee, email: string): Promise<void> {
    await this.send(tx, { ...person, email }, 'addressNow', { url: this.link('/anmelden') });
    await this.send(tx, person, 'addressGone', { url: this.link('/impressum') });
  }

  /** Tells a person, and the audit trail, what changed in how they sign in: who did not do it themselves has to know at once. */
  async securityChanged(tx: Tx, person: Addressee & { id: Id }, what: SecurityChange): Promise<void> {
    const { securityChanges } = messages[person.language];
    // Whoever tries codes is not the person, as far as anybody knows.
    const personId = what === 'CODES_TRIED' ? null : person.id;
    await this.audit.record(tx, { verb: `security.${what}`, personId, aboutId: person.id, regionId: null });
    await this.send(tx, person, 'security', { what: securityChanges[what], url: this.link('/konto/sicherheit') });
  }

  /** Tells a person, and the audit trail, that an administrator of the platform has taken the second factor away, and why. */
  async factorTaken(tx: Tx, person: Addressee & { id: Id }, { reason, by }: { reason: string; by: Id }): Promise<void> {
    await this.audit.record(tx, { verb: 'account.factorTaken', personId: by, aboutId: person.id, regionId: null });
    const ways = { url: this.link('/konto/sicherheit'), contactUrl: this.link('/impressum') };
    return this.send(tx, person, 'factorTaken', { reason, ...ways });
  }

  private link(path: string, token?: string): string {
    return `${this.settings.publicUrl}${path}${token === undefined ? '' : `#${token}`}`;
  }

  private async send(tx: Tx, { name, email, language }: Addressee, kind: MailKind, values: Record<string, string>): Promise<void> {
    await this.mail.send(tx, { to: email, ...mailText(language, kind, { name, ...values }) });
  }
}
