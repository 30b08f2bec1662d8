import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { Language } from '@knotenpunkt/platform/graphql';
import { Mail } from '@knotenpunkt/platform/mail';
import { RegionService } from '@knotenpunkt/regions/api';
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

  /** The last mail to the person; once it is out, nothing of it is kept. Where no mail goes out, none is written: it would only lie there. */
  async erased(tx: Tx, { name, email }: PersonKeys, language: Language): Promise<void> {
    if (!this.mail.goesOut) return;
    await this.mail.send(tx, { to: email, ...mailText(language, 'erased', { name }), leavesNothing: true });
  }
}
