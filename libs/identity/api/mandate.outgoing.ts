import { Inject, Injectable } from '@nestjs/common';
import type { MandateOfPerson, Viewer } from '@knotenpunkt/identity/domain';
import type { Tx } from '@knotenpunkt/platform/database';
import { Mail } from '@knotenpunkt/platform/mail';
import type { Region } from '@knotenpunkt/regions/domain';
import { Acts } from './acts';
import { IDENTITY_SETTINGS, type IdentitySettings } from './identity-settings';
import { mailText } from './mail-text';

/** What a change of a mandate tells others. */
@Injectable()
export class MandateOutgoing {
  constructor(
    private readonly mail: Mail,
    private readonly acts: Acts,
    @Inject(IDENTITY_SETTINGS) private readonly settings: IdentitySettings,
  ) {}

  async granted(
    tx: Tx,
    change: { viewer: Viewer; region: Region; mandate: MandateOfPerson; actorName: string; name: string; email: string },
  ): Promise<void> {
    const { subject, text } = mailText(change.region.language, 'mandate', {
      name: change.name,
      actor: change.actorName,
      role: change.mandate.role,
      url: `${this.settings.publicUrl}/anmelden`,
    });
    await this.mail.send(tx, { to: change.email, subject, text });
    await this.record(tx, 'mandate.granted', change);
  }

  ended(tx: Tx, change: { viewer: Viewer; region: Region; mandate: MandateOfPerson }): Promise<void> {
    return this.record(tx, 'mandate.ended', change);
  }

  private record(tx: Tx, verb: string, change: { viewer: Viewer; region: Region; mandate: MandateOfPerson }): Promise<void> {
    const { viewer, region, mandate } = change;
    return this.acts.record(tx, {
      viewer,
      regionId: region.id,
      actorId: mandate.actorId,
      verb,
      subject: { type: 'mandate', id: mandate.id, title: mandate.role },
      audience: 'COORDINATORS',
    });
  }
}
