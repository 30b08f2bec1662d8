import { Injectable } from '@nestjs/common';
import { actsFor, audienceOf, passes, type Viewer } from '@knotenpunkt/identity/domain';
import { isId, type Id } from '@knotenpunkt/kernel';
import type { ActorSuggestion } from '@knotenpunkt/matching/domain';
import type { Region } from '@knotenpunkt/regions/domain';
import { HistoryService, type HistoryState } from './history.service';
import { MatchingRepository } from './matching.repository';
import { PartnerFinder } from './partner-finder';
import { ShownSuggestions } from './shown-suggestions';

/** Who fits an actor, and why. */
@Injectable()
export class SuggestionService {
  constructor(
    private readonly finder: PartnerFinder,
    private readonly matching: MatchingRepository,
    private readonly shown: ShownSuggestions,
    private readonly histories: HistoryService,
  ) {}

  /** For an organisation's own people and the coordination; empty for others. */
  async forMembers(viewer: Viewer, region: Region, actorId: Id, limit: number): Promise<ActorSuggestion[]> {
    if (!isId(actorId) || !(actsFor(viewer, actorId, 'EDITOR') || passes(viewer, 'COORDINATOR'))) return [];
    const actor = await this.matching.actorById(region.id, actorId);
    if (!actor) return [];
    const fits = await this.finder.find(viewer, region, actor, limit);
    if (actsFor(viewer, actorId, 'EDITOR')) this.shown.toOrganisation(region, actorId, fits);
    return fits;
  }

  /** What any reader of a Steckbrief may know of it, from what that reader may see. */
  async onSteckbrief(viewer: Viewer, region: Region, slug: string, limit: number): Promise<ActorSuggestion[]> {
    const actor = await this.matching.actorBySlug(region.id, slug);
    return actor ? this.finder.find(viewer, region, actor, limit) : [];
  }

  /** How far what was done together here tells the viewer who fits whom. */
  history(viewer: Viewer, region: Region): Promise<HistoryState> {
    return this.histories.state(region, audienceOf(viewer));
  }
}
