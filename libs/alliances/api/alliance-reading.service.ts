import { Inject, Injectable } from '@nestjs/common';
import { ConsentService, type WaitingAnswer } from '@knotenpunkt/agreements/api';
import { coordinates, leads, maySee, vacantSeats, type Alliance, type VacantSeat } from '@knotenpunkt/alliances/domain';
import { actorsOf, type Viewer } from '@knotenpunkt/identity/domain';
import { decodeCursor, toPage, type Clock, type DayPeriod, type Id, type Page, type PageRequest } from '@knotenpunkt/kernel';
import { CLOCK } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { AllianceRepository, type Acquaintance, type AllianceQuestion, type AllianceRow } from './alliance.repository';

/** What a reader filters by; nothing given means all. */
export interface AllianceFilter {
  states?: string[] | null;
  challengeId?: Id | null;
  actorId?: Id | null;
  /** Formed within these days. */
  formed?: DayPeriod | null;
  /** Concluded within these days. */
  concluded?: DayPeriod | null;
  /** Called off within these days, before it was formed. */
  calledOff?: DayPeriod | null;
  /** With a bench on which too few sit (true), or without (false). */
  benchMissing?: boolean | null;
  /** Not ended, with too few on this bench. */
  benchShort?: string | null;
  /** Formed ones in which two members worked together before (true), or none did (false). */
  acquainted?: boolean | null;
  /** With results or lessons that everybody reads (true), or without (false). */
  withOutcomes?: boolean | null;
  /** Only what everybody may see, for what is handed on to others. */
  withoutHidden?: boolean;
}

/** Reading alliances, as far as the viewer may see them. */
@Injectable()
export class AllianceReadingService {
  constructor(
    private readonly alliances: AllianceRepository,
    private readonly consent: ConsentService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async page(viewer: Viewer, region: Region, filter: AllianceFilter, request: PageRequest): Promise<Page<AllianceRow>> {
    const after = request.after ? decodeCursor(request.after) : null;
    const rows = await this.alliances.page(questionOf(viewer, region, filter), request.first, after);
    return toPage(rows, request.first, (row) => [row.sortKey, row.id]);
  }

  /** How many a list with this filter shows in all. */
  count(viewer: Viewer, region: Region, filter: AllianceFilter): Promise<number> {
    return this.alliances.count(questionOf(viewer, region, filter));
  }

  /** Who of the members of formed alliances worked together before; by the ids of the alliances. */
  acquaintances(ids: readonly Id[]): Promise<Acquaintance[]> {
    return this.alliances.acquaintances(ids);
  }

  async bySlug(viewer: Viewer, region: Region, slug: string): Promise<Alliance | null> {
    const alliance = await this.alliances.bySlug(region.id, slug);
    return alliance && maySee(viewer, alliance) ? alliance : null;
  }

  /** What the viewer's organisations have not answered yet, or only unter Vorbehalt. */
  waiting(viewer: Viewer, region: Region): Promise<WaitingAnswer[]> {
    return this.consent.waitingFor(actorsOf(viewer), 'alliance', region);
  }

  /** Seats for which somebody else has to be found; null where the viewer does not lead such an alliance. */
  async vacancies(viewer: Viewer, region: Region, slug: string): Promise<{ alliance: Alliance; seats: VacantSeat[] } | null> {
    const alliance = await this.alliances.bySlug(region.id, slug);
    if (!alliance || !leads(viewer, alliance)) return null;
    const round = await this.consent.roundOf({ type: 'alliance', id: alliance.id });
    const ids = alliance.members.map(({ actorId }) => actorId);
    const known = new Set((await this.alliances.seatsOf(region.id, ids)).keys());
    return { alliance, seats: vacantSeats(alliance, round, known, this.clock.today(region.timeZone)) };
  }

  answeredChallenges(region: Pick<Region, 'id'>): Promise<Id[]> {
    return this.alliances.answeredChallenges(region.id);
  }
}

function questionOf(viewer: Viewer, region: Region, filter: AllianceFilter): AllianceQuestion {
  return {
    regionId: region.id,
    coordinator: coordinates(viewer),
    ownIds: actorsOf(viewer, 'EDITOR'),
    states: filter.states ?? [],
    challengeId: filter.challengeId ?? null,
    actorId: filter.actorId ?? null,
    formed: filter.formed ?? null,
    concluded: filter.concluded ?? null,
    calledOff: filter.calledOff ?? null,
    benchMissing: filter.benchMissing ?? null,
    benchShort: filter.benchShort ?? null,
    acquainted: filter.acquainted ?? null,
    withOutcomes: filter.withOutcomes ?? null,
    withoutHidden: filter.withoutHidden ?? false,
  };
}
