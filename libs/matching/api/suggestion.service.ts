import { Inject, Injectable } from '@nestjs/common';
import { actsFor, audienceOf, passes, type Viewer } from '@knotenpunkt/identity/domain';
import { isId, type Audience, type Clock, type Id } from '@knotenpunkt/kernel';
import {
  fittingPartners,
  percentOf,
  sharedPartners,
  type ActorSuggestion,
  type Clues,
  type EntryMatch,
  type MatchOptions,
  type PartnerSuggestion,
} from '@knotenpunkt/matching/domain';
import { CLOCK } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { DismissalRepository } from './dismissal.repository';
import { HistoryService, type HistoryState } from './history.service';
import { MatcherKeeper } from './matcher-keeper';
import { MatchingRepository, type ActorRow } from './matching.repository';
import { NeighbourhoodService } from './neighbourhood.service';
import { ShownSuggestions } from './shown-suggestions';

/** So many offers and needs of an actor are compared; so many answers of each are looked at. */
const COMPARED_ENTRIES = 12;
const ANSWERS = 6;

type Matches = Pick<Clues, 'answers' | 'asks' | 'same'>;

/** A suggestion with the entry it rests on, where it rests on one. */
type FoundPartner = PartnerSuggestion & { entryId: Id | null };

/** Who fits an actor, and why. */
@Injectable()
export class SuggestionService {
  constructor(
    private readonly keeper: MatcherKeeper,
    private readonly neighbourhoods: NeighbourhoodService,
    private readonly matching: MatchingRepository,
    private readonly dismissals: DismissalRepository,
    private readonly shown: ShownSuggestions,
    private readonly histories: HistoryService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** For an organisation's own people and the coordination; empty for others. */
  async forMembers(viewer: Viewer, region: Region, actorId: Id, limit: number): Promise<ActorSuggestion[]> {
    if (!isId(actorId) || !(actsFor(viewer, actorId, 'EDITOR') || passes(viewer, 'COORDINATOR'))) return [];
    const actor = await this.matching.actorById(region.id, actorId);
    if (!actor) return [];
    const fits = await this.fits(viewer, region, actor, limit);
    if (actsFor(viewer, actorId, 'EDITOR')) this.shown.toOrganisation(region, actorId, fits);
    return fits;
  }

  /** What any reader of a Steckbrief may know of it, from what that reader may see. */
  async onSteckbrief(viewer: Viewer, region: Region, slug: string, limit: number): Promise<ActorSuggestion[]> {
    const actor = await this.matching.actorBySlug(region.id, slug);
    return actor ? this.fits(viewer, region, actor, limit) : [];
  }

  /** How far what was done together here tells the viewer who fits whom. */
  history(viewer: Viewer, region: Region): Promise<HistoryState> {
    return this.histories.state(region, audienceOf(viewer));
  }

  private async fits(viewer: Viewer, region: Region, actor: ActorRow, limit: number): Promise<FoundPartner[]> {
    const audience = audienceOf(viewer);
    const today = this.clock.today(region.timeZone);
    const [{ neighbours, tie }, history, house, away, unproposable, all] = await Promise.all([
      this.neighbourhoods.of(region, audience),
      this.histories.ofActor(region, audience, actor.id),
      this.matching.house(actor.id),
      // What an organisation put away is known by its own people only: others would see it by who is missing.
      actsFor(viewer, actor.id, 'EDITOR') ? this.dismissals.away(actor.id, today) : [],
      this.matching.unproposable(region.id),
      this.matching.actors(region.id),
    ]);
    const without = new Set([...house, ...away, ...unproposable]);
    const matches = await this.matches(region, audience, actor, { limit: ANSWERS, today, without });
    const clues = all
      .filter(({ id }) => id !== actor.id && !without.has(id))
      .map((other): Clues => ({
        actorId: other.id,
        kind: other.kind,
        themes: other.themes,
        ...(matches.get(other.id) ?? { answers: [], asks: [], same: [] }),
        shared: sharedPartners(neighbours, actor.id, other.id),
        history: history?.get(other.id) ?? null,
        tie: tie(actor.id, other.id),
        partners: neighbours.get(other.id)?.size ?? 0,
      }));
    const around = all.filter(({ id }) => id === actor.id || neighbours.get(actor.id)?.has(id)).map(({ kind }) => kind);
    const { learned } = await this.keeper.of(region);
    const asker = { actorId: actor.id, themes: actor.themes, kindsAround: around, historyTells: history !== null };
    return fittingPartners(asker, clues, limit, learned?.weights.trust).map((one) => {
      const { answers = [], asks = [] } = matches.get(one.actorId) ?? {};
      return { ...one, percent: percentOf(learned, one.score), entryId: (answers[0] ?? asks[0])?.entryId ?? null };
    });
  }

  private async matches(region: Region, audience: Audience, actor: ActorRow, options: MatchOptions): Promise<Map<Id, Matches>> {
    const { matcher, entriesOf, visible, near, learned } = await this.keeper.of(region);
    const found = new Map<Id, Matches>();
    const add = (part: keyof Matches, matches: readonly EntryMatch[]) => {
      for (const match of matches) {
        const of = found.get(match.actorId) ?? { answers: [], asks: [], same: [] };
        found.set(match.actorId, { ...of, [part]: best([...of[part], match]) });
      }
    };
    for (const entry of entriesOf(actor.id, audience).slice(0, COMPARED_ENTRIES)) {
      const answered = entry.direction === 'OFFER' ? 'NEED' : 'OFFER';
      const among = {
        ...options,
        certainty: learned?.weights.certainty,
        among: visible(audience),
        near: await near(entry.windows, answered, audience),
      };
      if (entry.direction === 'OFFER') add('asks', matcher.needsFor(entry, among));
      else {
        add('answers', matcher.offersFor(entry, among));
        add('same', matcher.sameNeeds(entry, { ...among, near: await near(entry.windows, 'NEED', audience) }));
      }
    }
    return found;
  }
}

/** Best first, each entry once. */
function best(matches: readonly EntryMatch[]): EntryMatch[] {
  const sorted = [...matches].sort((a, b) => b.probability - a.probability || (a.entryId < b.entryId ? -1 : 1));
  return sorted.filter(({ entryId }, at) => sorted.findIndex((other) => other.entryId === entryId) === at);
}
