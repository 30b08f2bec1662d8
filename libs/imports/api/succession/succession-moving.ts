import { Injectable } from '@nestjs/common';
import { MandateSuccession } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import type { LeftOver, Moved, Succession } from '@knotenpunkt/imports/domain';
import type { Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { EdgeFact } from '@knotenpunkt/platform/graph';
import { FactSources, Outbox } from '@knotenpunkt/platform/outbox';
import type { Region } from '@knotenpunkt/regions/domain';
import { MergeStore } from '../merging/merge-store';
import { dividedFacts } from './divided-facts';
import { SuccessionRepository } from './succession.repository';

type Ends = Pick<Succession, 'id' | 'regionId' | 'predecessorId' | 'successorId' | 'predecessorName' | 'successorName' | 'sinceOn'>;

/** Takes over what an organisation has to the one that continues it, with the machinery of merging, and back. */
@Injectable()
export class SuccessionMoving {
  constructor(
    private readonly store: MergeStore,
    private readonly mandates: MandateSuccession,
    private readonly successions: SuccessionRepository,
    private readonly sources: FactSources,
    private readonly outbox: Outbox,
  ) {}

  /** In the caller's transaction, before or after the predecessor is closed by `close`. */
  async carry(tx: Tx, viewer: Viewer, region: Region, of: Ends & { at: Date; close: () => Promise<unknown> }): Promise<Moved[]> {
    const { id, regionId, predecessorId, successorId, sinceOn, at } = of;
    const way = { from: predecessorId, to: successorId, since: sinceOn };
    const tellers = [...(await this.store.moving.tellers(tx, way)), { aggregate: 'actor', ids: [predecessorId, successorId] }];
    const before = await this.edges(tx, tellers);
    await this.store.merges.insert(
      tx,
      {
        ...{ id, regionId, keptId: successorId, mergedId: predecessorId, keptName: of.successorName, mergedName: of.predecessorName },
        ...{ takes: [], change: { before: {}, after: {} }, moved: [], mergedAt: at, undoneAt: null, leftOver: null, version: 1 },
      },
      sinceOn,
    );
    const moved = await this.store.moving.move(tx, id, way);
    const { ended, invitationIds } = await this.mandates.continue(tx, viewer, region, { fromId: predecessorId, toId: successorId });
    await this.store.moving.noteMore(
      tx,
      id,
      ended.map((mandate) => ({
        ...{ table: 'mandate', kind: 'MANDATE' as const, key: { id: mandate.id }, setAside: null },
        ...{ before: { until_on: mandate.before }, after: { until_on: mandate.after } },
      })),
    );
    await this.store.merges.noteMoved(tx, { id, moved });
    await of.close();
    const after = await this.edges(tx, tellers);
    const facts = dividedFacts({ id, predecessorId, successorId, sinceOn, before, after });
    await this.successions.keepFacts(tx, id, { ...facts, invitationIds });
    await this.tell(tx, of);
    return moved;
  }

  /** Takes it back; gives what was changed since and stays. */
  async restore(tx: Tx, of: Ends, at: Date): Promise<LeftOver> {
    const leftOver: LeftOver = { parts: [], kinds: await this.store.moving.restore(tx, of.id) };
    await this.store.merges.noteUndone(tx, of.id, { at, left: leftOver });
    await this.mandates.takeBack(tx, await this.successions.forgetFacts(tx, of.id));
    await this.tell(tx, of);
    return leftOver;
  }

  private async edges(tx: Tx, tellers: readonly { aggregate: string; ids: readonly Id[] }[]): Promise<EdgeFact[]> {
    const edges = new Map<Id, EdgeFact>();
    for (const { aggregate, ids } of tellers)
      for (const facts of (await this.sources.factsOf(tx, aggregate, ids)).values())
        for (const edge of facts.edges) edges.set(edge.id, edge);
    return [...edges.values()];
  }

  private tell(tx: Tx, { id, regionId, predecessorId, successorId }: Ends): Promise<void> {
    return this.outbox.appendAll(tx, [
      { aggregate: 'succession', id, regionId },
      ...[predecessorId, successorId].map((actorId) => ({ aggregate: 'actor', id: actorId, regionId })),
    ]);
  }
}
