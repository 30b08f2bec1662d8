import { Injectable } from '@nestjs/common';
import { idFrom, type Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { Facts } from '@knotenpunkt/platform/graph';
import type { FactSource } from '@knotenpunkt/platform/outbox';
import { MeaningRepository } from './meaning.repository';
import { MEANING } from './meaning.service';

/** Tells the graph where offers and needs lie; the aggregate's id is that of the entry. */
@Injectable()
export class MeaningFactSource implements FactSource {
  readonly aggregate = MEANING;

  constructor(private readonly meanings: MeaningRepository) {}

  async factsOf(tx: Tx, ids: readonly Id[]): Promise<Map<Id, Facts>> {
    const stored = await this.meanings.stored(tx, ids);
    return new Map(
      stored.map(({ id, regionId, audience, direction, vectors }) => {
        const common = { of: id, kind: direction, regionId, audience };
        const facts = vectors.map((values, place) => ({ id: idFrom(MEANING, id, String(place)), ...common, values }));
        return [id, { nodes: [], edges: [], vectors: facts }];
      }),
    );
  }
}
