import { Injectable } from '@nestjs/common';
import { ConsentService, type WaitingAnswer } from '@knotenpunkt/agreements/api';
import { coordinates, maySee, type Alliance } from '@knotenpunkt/alliances/domain';
import { actorsOf, type Viewer } from '@knotenpunkt/identity/domain';
import { decodeCursor, toPage, type Id, type Page, type PageRequest } from '@knotenpunkt/kernel';
import type { Region } from '@knotenpunkt/regions/domain';
import { AllianceRepository, type AllianceRow } from './alliance.repository';

/** What a reader filters by; nothing given means all. */
export interface AllianceFilter {
  states?: string[] | null;
  challengeId?: Id | null;
  actorId?: Id | null;
}

/** Reading alliances, as far as the viewer may see them. */
@Injectable()
export class AllianceReadingService {
  constructor(
    private readonly alliances: AllianceRepository,
    private readonly consent: ConsentService,
  ) {}

  async page(viewer: Viewer, region: Region, filter: AllianceFilter, request: PageRequest): Promise<Page<AllianceRow>> {
    const after = request.after ? decodeCursor(request.after) : null;
    const asked = {
      regionId: region.id,
      coordinator: coordinates(viewer),
      ownIds: actorsOf(viewer, 'EDITOR'),
      states: filter.states ?? [],
      challengeId: filter.challengeId ?? null,
      actorId: filter.actorId ?? null,
    };
    const rows = await this.alliances.page(asked, request.first, after);
    return toPage(rows, request.first, (row) => [row.sortKey, row.id]);
  }

  async bySlug(viewer: Viewer, region: Region, slug: string): Promise<Alliance | null> {
    const alliance = await this.alliances.bySlug(region.id, slug);
    return alliance && maySee(viewer, alliance) ? alliance : null;
  }

  /** What the viewer's organisations have not answered yet, or only unter Vorbehalt. */
  waiting(viewer: Viewer, region: Region): Promise<WaitingAnswer[]> {
    return this.consent.waitingFor(actorsOf(viewer), 'alliance', region);
  }

  answeredChallenges(region: Pick<Region, 'id'>): Promise<Id[]> {
    return this.alliances.answeredChallenges(region.id);
  }
}
