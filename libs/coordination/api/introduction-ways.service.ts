import { Inject, Injectable } from '@nestjs/common';
import { checkEnds, checkGoBetween, type AskingCode } from '@knotenpunkt/coordination/domain';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { isId, type Clock, type Grade, type Id, type Refusal } from '@knotenpunkt/kernel';
import { TiesService, type StandsBetween } from '@knotenpunkt/network/api';
import { CLOCK } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { IntroductionLimitsRepository } from './introduction-limits.repository';

/** Who has met at an event only knows nobody well enough to introduce them. */
const COUNTED: Grade[] = ['WORKS_TOGETHER', 'STATED'];

export interface Ends {
  askedById: Id | null;
  firstId: Id;
  secondId: Id;
}

/** Who could introduce two organisations, or why these two cannot be introduced. */
export interface Ways {
  refusal: Refusal<AskingCode> | null;
  through: StandsBetween[];
}

/** Who stands between two. */
@Injectable()
export class IntroductionWaysService {
  constructor(
    private readonly ties: TiesService,
    private readonly limits: IntroductionLimitsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Those who could be asked to introduce, best first. */
  async find(viewer: Viewer, region: Region, ends: Ends): Promise<Ways> {
    if (!isId(ends.firstId) || !isId(ends.secondId)) return { refusal: { code: 'ACTOR_UNKNOWN', field: 'secondId' }, through: [] };
    const { workTogether, through } = await this.between(region, ends);
    const goBetweenIds = through.map(({ actor }) => actor.id);
    const known = await this.limits.known(null, region.id, { ...ends, goBetweenIds }, this.clock.today(region.timeZone));
    const checked = checkEnds(viewer, ends, { ...known, workTogether });
    if (!checked.ok) return { refusal: checked.refusal, through: [] };
    const able = ({ actor: { id } }: StandsBetween) =>
      checkGoBetween(known.actors.get(id), { tied: true, recently: known.recently.get(id) ?? 0 }).ok;
    return { refusal: null, through: through.filter(able) };
  }

  /**
   * Who is tied to both ends, and whether these work together. Asked as any member may know it, also by the coordination: whoever
   * is asked for consent reads who stands between, and must not learn of a hidden tie that way.
   */
  async between(
    region: Region,
    { firstId: a, secondId: b }: Ends,
    only?: Id,
  ): Promise<{ workTogether: boolean; through: StandsBetween[] }> {
    const asked = only === undefined ? { a, b, grades: COUNTED } : { a, b, grades: COUNTED, only };
    const { direct, through } = await this.ties.between(region, 'MEMBERS', asked);
    return { workTogether: direct === 'WORKS_TOGETHER', through };
  }
}
