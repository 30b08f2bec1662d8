import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { candidatesAmong, imports, inOrder, rankOfPair, type DuplicatePair } from '@knotenpunkt/imports/domain';
import {
  decodeCursor,
  encodeCursor,
  isId,
  LARGEST_PAGE,
  ok,
  refuse,
  type Clock,
  type Id,
  type Page,
  type PageRequest,
  type Result,
} from '@knotenpunkt/kernel';
import { CLOCK, UnitOfWork } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { TraitRepository } from '../table/trait.repository';
import { PairRepository, type PairRow } from './pair.repository';

/** Entries that are compared with all others at once. */
const AT_ONCE = 200;
/** Whoever opens the list waits for so many rounds; the rest is done by a job. */
const ROUNDS_WHEN_ASKED = 2;

/** Which entries of a region may be the same organisation. */
@Injectable()
export class PairService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly traits: TraitRepository,
    private readonly pairs: PairRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The best founded first; nothing for those who do not coordinate. */
  async page(viewer: Viewer, region: Region, rejected: boolean, { first, after }: PageRequest): Promise<Page<PairRow>> {
    const limit = Math.min(Math.max(1, Math.trunc(first)), LARGEST_PAGE);
    if (!imports(viewer)) return { rows: [], hasNext: false, cursorOf: () => '' };
    if (!after) await this.compare(region, ROUNDS_WHEN_ASKED);
    const key = after ? decodeCursor(after) : null;
    const [rank, firstId = ''] = (key?.[0] ?? '').split(' ');
    const from =
      key && isId(firstId) && isId(key[1]) && /^-?\d{1,6}$/.test(rank!) ? { rank: Number(rank), first: firstId, second: key[1] } : null;
    const read = await this.pairs.page(region.id, { rejected, limit: limit + 1, after: from });
    return {
      rows: read.slice(0, limit),
      hasNext: read.length > limit,
      cursorOf: (row) => encodeCursor([`${row.rank} ${row.firstId}`, row.secondId]),
    };
  }

  waiting(region: Region): Promise<number> {
    return this.pairs.waiting(region.id);
  }

  /** Compares entries that changed with all others, some hundred a transaction; gives how many it compared. */
  async compare(region: Region, rounds = Infinity): Promise<number> {
    let all = 0;
    for (let round = 0; round < rounds; round++) {
      const compared = await this.unitOfWork.run(async (tx) => {
        if (round === 0) await this.traits.refresh(tx, region.id);
        const ids = await this.pairs.uncompared(tx, region.id, AT_ONCE);
        if (ids.length === 0) return 0;
        const own = [...(await this.traits.actors(tx, region.id, ids)).values()];
        const alike = await this.traits.alike(
          tx,
          region.id,
          own.map(({ traits }) => traits),
        );
        const known = await this.traits.actors(tx, region.id, [...new Set(alike.map(({ id }) => id))]);
        const found = own.flatMap((actor, at) => {
          const others = alike.filter((each) => each.at === at && each.id !== actor.id).flatMap(({ id }) => known.get(id) ?? []);
          return candidatesAmong(
            actor.traits,
            others.map(({ id, name, city, slug, traits }) => ({ ...traits, id, name, cityName: city, slug })),
          ).map(({ id, reasons }) => {
            const [firstId, secondId] = inOrder(actor.id, id);
            return { firstId, secondId, reasons, rank: rankOfPair(reasons) };
          });
        });
        const each = new Map(found.map((pair) => [`${pair.firstId} ${pair.secondId}`, pair]));
        await this.pairs.replace(tx, region.id, ids, [...each.values()]);
        return ids.length;
      });
      all += compared;
      if (compared < AT_ONCE) break;
    }
    return all;
  }

  /** "Kein Duplikat", remembered; or taken back. */
  async reject(viewer: Viewer, region: Region, pair: { firstId: Id; secondId: Id; rejected: boolean }): Promise<Result<DuplicatePair>> {
    if (!imports(viewer)) return refuse('NOT_PERMITTED');
    const on = pair.rejected ? this.clock.today(region.timeZone) : null;
    const row = await this.unitOfWork.run((tx) => this.pairs.reject(tx, region.id, inOrder(pair.firstId, pair.secondId), on));
    return row ? ok(row) : refuse('PAIR_GONE');
  }
}
