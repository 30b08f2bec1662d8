import { Injectable } from '@nestjs/common';
import type { ErasingGround } from '@knotenpunkt/identity/domain';
import type { Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { Language } from '@knotenpunkt/platform/graphql';
import { Mail } from '@knotenpunkt/platform/mail';
import { RegionService } from '@knotenpunkt/regions/api';
import { regionName } from '@knotenpunkt/regions/domain';
import { AuditTrail } from '../audit-trail';
import { mailText } from '../mail-text';
import { MandateService } from '../mandate.service';
import type { PersonKeys } from './statements';

/** What an erasure says to the outside. */
@Injectable()
export class ErasureOutgoing {
  constructor(
    private readonly mail: Mail,
    private readonly mandates: MandateService,
    private readonly regions: RegionService,
    private readonly audit: AuditTrail,
  ) {}

  /** Names of organisations, for the person who is to name a successor there. */
  async namesOf(tx: Tx, mandates: readonly { actorId: Id; regionId: Id }[]): Promise<string[]> {
    const regions = new Map((await this.regions.all()).map((region) => [region.id, region]));
    const names: string[] = [];
    for (const { actorId, regionId } of mandates) {
      const region = regions.get(regionId);
      names.push((region && (await this.mandates.actorName(tx, region, actorId))) ?? actorId);
    }
    return names;
  }

  /** Names of regions, for the person who coordinates them alone. */
  async regionNames(ids: readonly Id[], language: Language): Promise<string[]> {
    const regions = ids.length === 0 ? [] : await this.regions.all();
    return regions.filter(({ id }) => ids.includes(id)).map((region) => regionName(region, language));
  }

  /** The trail keeps that somebody went, by a pseudonym that leads to nobody once the person is gone. */
  note(tx: Tx, personId: Id): Promise<void> {
    return this.audit.record(tx, { verb: 'account.erased', personId, aboutId: personId, regionId: null });
  }

  /** The trail keeps who erased what stood under an address and why, not which. */
  noteAddress(tx: Tx, personId: Id, ground: ErasingGround): Promise<void> {
    return this.audit.record(tx, { verb: 'address.erased', personId, regionId: null, details: { way: ground } });
  }

  /** The last mail to the person; once it is out, nothing of it is kept. Where no mail goes out, none is written: it would only lie there. */
  async erased(tx: Tx, { name, email }: PersonKeys, language: Language): Promise<void> {
    if (!this.mail.goesOut) return;
    await this.mail.send(tx, { to: email, ...mailText(language, 'erased', { name }), leavesNothing: true });
  }
}
