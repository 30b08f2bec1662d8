import { Inject, Injectable } from '@nestjs/common';
import { ActorMerging, type MergeWish } from '@knotenpunkt/actors/api';
import { fullerParts, keptOf, merges, partsApart, type Actor, type MergePart } from '@knotenpunkt/actors/domain';
import type { Viewer } from '@knotenpunkt/identity/domain';
import type { ActorMerge } from '@knotenpunkt/imports/domain';
import { ok, refuse, type Clock, type Id, type Result } from '@knotenpunkt/kernel';
import { CLOCK, UnitOfWork } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { MergeOutgoing } from './merge.outgoing';
import { MergeStore } from './merge-store';
import type { KindCount } from './moving';

/** Two entries side by side, before they become one. */
export interface MergePreview {
  kept: Actor;
  merged: Actor;
  /** Parts in which they differ. */
  apart: MergePart[];
  /** Those of them that are fuller in the entry that is given up. */
  fuller: MergePart[];
  moves: KindCount[];
}

/** Makes one entry of two, with everything that names the one that is given up, and takes it back. */
@Injectable()
export class MergeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly actors: ActorMerging,
    private readonly store: MergeStore,
    private readonly outgoing: MergeOutgoing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What would happen; null where one of the two is not there. `keptId`: which is to stay, unless it is to be proposed. */
  async preview(viewer: Viewer, region: Region, ids: readonly [Id, Id], keptId: Id | null): Promise<MergePreview | null> {
    if (!merges(viewer) || ids[0] === ids[1]) return null;
    return this.unitOfWork.run(async (tx) => {
      const both = await this.actors.find(tx, region, ids);
      if (!both || both.some(({ archived }) => archived)) return null;
      const [one, other] = [
        { actor: both[0], moves: await this.store.moving.count(tx, { from: both[0].id, to: both[1].id, since: null }) },
        { actor: both[1], moves: await this.store.moving.count(tx, { from: both[1].id, to: both[0].id, since: null }) },
      ].map((each) => ({ ...each, references: each.moves.reduce((sum, { count }) => sum + count, 0) })) as [Weighed, Weighed];
      const [kept, merged] = keptId === null ? keptOf(one, other) : keptId === one.actor.id ? [one, other] : [other, one];
      return {
        ...{ kept: kept.actor, merged: merged.actor, moves: merged.moves },
        apart: partsApart(kept.actor, merged.actor),
        fuller: fullerParts(kept.actor, merged.actor),
      };
    });
  }

  async merge(viewer: Viewer, region: Region, { id, ...wish }: MergeWish & { id: Id }): Promise<Result<ActorMerge>> {
    if (!merges(viewer)) return refuse('NOT_PERMITTED');
    return this.unitOfWork.run(async (tx): Promise<Result<ActorMerge>> => {
      const known = await this.store.merges.lock(tx, region.id, id);
      if (known) return known.keptId === wish.keptId && known.mergedId === wish.mergedId ? ok(known) : refuse('ID_INVALID');
      const done = await this.actors.merge(tx, viewer, region, wish);
      if (!done.ok) return done;
      const { kept, merged, change } = done.value;
      const merge: ActorMerge = {
        ...{ id, regionId: region.id, keptId: kept.id, mergedId: merged.id, keptName: kept.name, mergedName: merged.name },
        ...{ takes: [...wish.takes], change, moved: [], mergedAt: this.clock.now(), undoneAt: null, leftOver: null, version: 1 },
      };
      await this.store.merges.insert(tx, merge);
      const to = await this.outgoing.concerned(tx, region, [kept, merged]);
      const moved = await this.store.moving.move(tx, id, { from: merged.id, to: kept.id, since: null });
      await this.store.merges.noteMoved(tx, { id, moved });
      await this.outgoing.tell(tx, viewer, region, { kept, merged, kind: 'merged', to });
      return ok({ ...merge, moved });
    });
  }

  /** Takes a merging back; what was changed since is named and stays. */
  async unmerge(viewer: Viewer, region: Region, asked: { id: Id; expectedVersion: number }): Promise<Result<ActorMerge>> {
    if (!merges(viewer)) return refuse('NOT_PERMITTED');
    return this.unitOfWork.run(async (tx): Promise<Result<ActorMerge>> => {
      const merge = await this.store.merges.lock(tx, region.id, asked.id);
      if (!merge) return refuse('NOT_PERMITTED');
      if (merge.undoneAt !== null) return refuse('UNDONE_ALREADY');
      if (merge.version !== asked.expectedVersion) return refuse('STALE_VERSION', { params: { current: merge.version } });
      const apart = await this.actors.unmerge(tx, viewer, region, merge);
      if (!apart.ok) return apart;
      const kinds = await this.store.moving.restore(tx, merge.id);
      const leftOver = { parts: apart.value.left, kinds };
      const undoneAt = this.clock.now();
      await this.store.merges.noteUndone(tx, merge.id, { at: undoneAt, left: leftOver });
      const { kept, merged } = apart.value;
      const to = await this.outgoing.concerned(tx, region, [kept, merged]);
      await this.outgoing.tell(tx, viewer, region, { kept, merged, kind: 'unmerged', to });
      return ok({ ...merge, undoneAt, leftOver, version: merge.version + 1 });
    });
  }
}

interface Weighed {
  actor: Actor;
  moves: KindCount[];
  references: number;
}
