import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { Facts } from '@knotenpunkt/platform/graph';
import { factsOneByOne, type FactSource } from '@knotenpunkt/platform/outbox';
import { allianceFacts } from './alliance.facts';
import { AllianceRepository } from './alliance.repository';

/** Reads what the graph should know of an alliance. */
@Injectable()
export class AllianceFactSource implements FactSource {
  readonly aggregate = 'alliance';

  constructor(private readonly alliances: AllianceRepository) {}

  factsOf(tx: Tx, ids: readonly Id[]): Promise<Map<Id, Facts>> {
    return factsOneByOne(ids, async (id) => {
      const alliance = await this.alliances.find(tx, id);
      return alliance && allianceFacts(alliance);
    });
  }
}
