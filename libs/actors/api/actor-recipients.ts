import { Injectable } from '@nestjs/common';
import { MandateService } from '@knotenpunkt/identity/api';
import type { Addressee } from '@knotenpunkt/identity/domain';
import type { Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';

/** To whom mails for an organisation go. */
@Injectable()
export class ActorRecipients {
  constructor(private readonly mandates: MandateService) {}

  /** Those who decide for it; where nobody does yet, the addresses it has named, shown to others or not. */
  async of(tx: Tx, region: Region, actorId: Id): Promise<Addressee[]> {
    const acting = await this.mandates.addressesOf(tx, region, actorId);
    if (acting.length > 0) return acting;
    return (await tx.query(
      `SELECT DISTINCT ON (lower(email)) name, lower(email) AS email, $2 AS language FROM actor_contact
       WHERE actor_id = $1 AND email <> '' ORDER BY lower(email), position LIMIT 5`,
      [actorId, region.language],
    )) as Addressee[];
  }

  /** The same for several organisations, each address once. */
  async ofAll(tx: Tx, region: Region, actorIds: readonly Id[]): Promise<Addressee[]> {
    const found = new Map<string, Addressee>();
    for (const actorId of actorIds) for (const addressee of await this.of(tx, region, actorId)) found.set(addressee.email, addressee);
    return [...found.values()];
  }
}
