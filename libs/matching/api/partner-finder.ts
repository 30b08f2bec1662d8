import { Inject, Injectable } from '@nestjs/common';
import { actsFor, audienceOf, type Viewer } from '@knotenpunkt/identity/domain';
import type { Audience, Clock, Id } from '@knotenpunkt/kernel';
import {
  agedOf,
  fittingPartners,
  percentOf,
  sharedPartners,
  type Clues,
  type EntryMatch,
  type MatchOptions,
  type PartnerSuggestion,
} from '@knotenpunkt/matching/domain';
import { CLOCK } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { DismissalRepository } from './dismissal.repository';
import { HistoryService } from './history.service';
import { MatcherKeeper } from './matcher-keeper';
import { MatchingRepository, type ActorRow } from './matching.repository';
import { NeighbourhoodService } from './neighbourhood.service';

/** So many offers and needs of an actor are compared; so many answers of each are looked at. */
const COMPARED_ENTRIES = 12;
const ANSWERS = 6;

type Matches = Pick<Clues, 'answers' | 'asks' | 'same'>;

/** A suggestion with the entry it rests on, where it rests on one. */
export type FoundPartner = PartnerSuggestion & { entryId: Id | null };

/** Gathers what is known of everybody who could fit an actor, and lets the domain choose. */
@Injectable()
export class PartnerFinder {
  constructor(
    private readonly keeper: MatcherKeeper,
    private readonly neighbourhoods: NeighbourhoodService,
    private readonly matching: MatchingRepository,
    private readonly dismissals: DismissalRepository,
    private readonly histories: HistoryService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Partners an actor could have, best first, on what the viewer may see. */
  async find(viewer: Viewer, region: Region, actor: ActorRow, limit: number): Promise<FoundPartner[]> {
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
        aged: agedOf(other, today),
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
