import { Inject, Injectable } from '@nestjs/common';
import {
  messages,
  type Addressee,
  type AuditVerb,
  type MandateOfPerson,
  type MandateRole,
  type Viewer,
} from '@knotenpunkt/identity/domain';
import { dayInWords } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import { Mail } from '@knotenpunkt/platform/mail';
import type { Region } from '@knotenpunkt/regions/domain';
import { Acts } from './acts';
import { AuditTrail } from './audit-trail';
import { IDENTITY_SETTINGS, type IdentitySettings } from './identity-settings';
import { mailText } from './mail-text';

/** What changed of a mandate, and who changed it. */
export interface MandateChange {
  viewer: Viewer;
  region: Region;
  mandate: MandateOfPerson;
}

/** A role in words. */
export const roleInWords = (role: MandateRole, language: Addressee['language']) => messages[language].roles[role];

/** What a change of a mandate tells others: mails to the person, the trail of acts, the audit trail. */
@Injectable()
export class MandateOutgoing {
  constructor(
    private readonly mail: Mail,
    private readonly acts: Acts,
    private readonly audit: AuditTrail,
    @Inject(IDENTITY_SETTINGS) private readonly settings: IdentitySettings,
  ) {}

  async granted(tx: Tx, change: MandateChange & { actorName: string; name: string; email: string }): Promise<void> {
    const { language } = change.region;
    const { subject, text } = mailText(language, 'mandate', {
      name: change.name,
      actor: change.actorName,
      role: roleInWords(change.mandate.role, language),
      url: `${this.settings.publicUrl}/anmelden`,
    });
    await this.mail.send(tx, { to: change.email, subject, text });
    await this.recordGranted(tx, change);
  }

  /** Without a mail, for a mandate whose person is told otherwise. */
  recordGranted(tx: Tx, change: MandateChange): Promise<void> {
    return this.record(tx, 'mandate.granted', change);
  }

  /** `person`: who is told of it by mail; null: did it themselves. */
  async changed(tx: Tx, change: MandateChange & { actorName: string; person: Addressee | null }): Promise<void> {
    const { person, mandate, actorName } = change;
    if (person) {
      const until = mandate.untilOn === null ? null : dayInWords(mandate.untilOn, person.language);
      const { forNow, untilDay } = messages[person.language].period;
      await this.send(tx, person, 'mandateChanged', {
        actor: actorName,
        role: roleInWords(mandate.role, person.language),
        period: until === null ? forNow : untilDay.replace('{{day}}', until),
      });
    }
    await this.record(tx, 'mandate.changed', change);
  }

  async ended(tx: Tx, change: MandateChange & { actorName: string; person: Addressee | null }): Promise<void> {
    if (change.person) await this.send(tx, change.person, 'mandateEnded', { actor: change.actorName });
    await this.record(tx, 'mandate.ended', change);
  }

  private send(
    tx: Tx,
    { name, email, language }: Addressee,
    kind: 'mandateChanged' | 'mandateEnded',
    values: Record<string, string>,
  ): Promise<void> {
    const url = `${this.settings.publicUrl}/anmelden`;
    return this.mail.send(tx, { to: email, ...mailText(language, kind, { name, url, ...values }) });
  }

  private async record(
    tx: Tx,
    verb: Extract<AuditVerb, 'mandate.granted' | 'mandate.changed' | 'mandate.ended'>,
    change: MandateChange,
  ): Promise<void> {
    const { viewer, region, mandate } = change;
    await this.acts.record(tx, {
      viewer,
      regionId: region.id,
      actorId: mandate.actorId,
      verb,
      subject: { type: 'mandate', id: mandate.id, title: mandate.role },
      audience: 'COORDINATORS',
    });
    const { role, fromOn, untilOn } = mandate;
    await this.audit.record(tx, {
      verb,
      personId: viewer.personId,
      aboutId: mandate.personId,
      regionId: region.id,
      actorId: mandate.actorId,
      details: verb === 'mandate.ended' ? { role } : { role, fromOn, untilOn },
    });
  }
}
