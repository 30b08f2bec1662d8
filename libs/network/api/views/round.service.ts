import { Inject, Injectable } from '@nestjs/common';
import { Acts } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { ok, refuse, type Clock, type Id, type Result } from '@knotenpunkt/kernel';
import { keepsFor, mayOpen, ownerFor, ROUND_LIMITS, saveRound, type RoundWish } from '@knotenpunkt/network/domain';
import { CLOCK, UnitOfWork } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { RoundRepository, type StoredRound } from './round.repository';
import { keeperOf, ViewReadingService, type OpenedView } from './view-reading.service';

export type { StoredRound };

/** A round as its reader walks it: views that are not for this reader are left out. */
export interface OpenedRound {
  round: StoredRound;
  stops: { sentence: string; opened: OpenedView }[];
}

/** A round as it stands in a list. */
export interface ListedRound {
  round: StoredRound;
  /** How many stops there are for who reads; its owner knows of all. */
  stopCount: number;
}

/** Paths through views. */
@Injectable()
export class RoundService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly views: ViewReadingService,
    private readonly acts: Acts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async mine(viewer: Viewer, region: Region): Promise<StoredRound[]> {
    return viewer.personId === null ? [] : this.rounds.owned(region.id, keeperOf(viewer));
  }

  async ofRegion(viewer: Viewer, region: Region): Promise<ListedRound[]> {
    const rounds = await this.rounds.ofRegion(region.id);
    const foreign = rounds.filter(({ owner }) => !keepsFor(viewer, owner));
    const ids = new Set(foreign.flatMap(({ stops }) => stops.map(({ viewId }) => viewId)));
    const openable = await this.views.openable(viewer, region, [...ids]);
    return rounds.map((round) => ({
      round,
      stopCount: (foreign.includes(round) ? round.stops.filter(({ viewId }) => openable.has(viewId)) : round.stops).length,
    }));
  }

  async open(viewer: Viewer, region: Region, id: Id): Promise<OpenedRound | null> {
    const round = await this.rounds.find(region.id, id);
    if (!round || !mayOpen(viewer, round)) return null;
    const opened = await this.views.open(viewer, region, [...new Set(round.stops.map(({ viewId }) => viewId))]);
    const by = new Map(opened.map((one) => [one.view.id, one]));
    return { round, stops: round.stops.flatMap(({ viewId, sentence }) => (by.has(viewId) ? [{ sentence, opened: by.get(viewId)! }] : [])) };
  }

  /** A new round (`expectedVersion` 0), or a present one written anew. */
  async keep(viewer: Viewer, region: Region, wish: RoundWish & { expectedVersion: number }): Promise<Result<StoredRound>> {
    const former = (await this.rounds.find(region.id, wish.id))?.stops ?? [];
    const ids = new Set([...wish.stops.slice(0, ROUND_LIMITS.stops), ...former].map(({ viewId }) => viewId));
    const opens = await this.views.openable(viewer, region, [...ids]);
    return this.unitOfWork.run(async (tx): Promise<Result<StoredRound>> => {
      const present = await this.rounds.lock(tx, region.id, wish.id);
      const owner = ownerFor(viewer, wish.ownerKind, wish.ownerActorId);
      const kept = !present && owner.ok ? await this.rounds.count(tx, region.id, owner.value) : 0;
      const about = { regionId: region.id, present, kept, opens, today: this.clock.today(region.timeZone) };
      const decided = saveRound(viewer, wish, about);
      if (!decided.ok) return decided;
      const round = decided.value;
      if (!present) {
        if (!(await this.rounds.insert(tx, round))) return refuse('NOT_PERMITTED');
      } else {
        // Sent twice, the first one is the same round.
        if (wish.expectedVersion === 0 && present.version === 1) return ok(present);
        const version = await this.rounds.update(tx, round, wish.expectedVersion);
        if (!version.ok) return version;
      }
      if (round.visibility === 'REGION' && present?.visibility !== 'REGION') {
        const subject = { type: 'networkRound', id: round.id, title: round.name, slug: round.id };
        await this.acts.record(tx, {
          viewer,
          regionId: region.id,
          actorId: null,
          verb: 'networkRound.listed',
          subject,
          audience: 'PUBLIC',
        });
      }
      return ok((await this.rounds.lock(tx, region.id, round.id))!);
    });
  }

  erase(viewer: Viewer, region: Region, asked: { id: Id; expectedVersion: number }): Promise<Result<StoredRound>> {
    return this.unitOfWork.run(async (tx): Promise<Result<StoredRound>> => {
      const round = await this.rounds.lock(tx, region.id, asked.id);
      if (!round || !keepsFor(viewer, round.owner)) return refuse('NOT_PERMITTED');
      if (round.version !== asked.expectedVersion) return refuse('STALE_VERSION', { params: { current: round.version } });
      await this.rounds.remove(tx, asked.id);
      return ok(round);
    });
  }
}
