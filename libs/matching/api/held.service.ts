import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { isId, type Clock, type Id } from '@knotenpunkt/kernel';
import { corrects, readsWhatIsHeld, understandingOf, type Understanding } from '@knotenpunkt/matching/domain';
import { CLOCK } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { CorrectionRepository, type StoredCorrection } from './correction.repository';
import { MatcherKeeper, type RegionMatcher } from './matcher-keeper';
import { MatchingRepository } from './matching.repository';
import { SuggestionService } from './suggestion.service';

/** More entries of one organisation are not read out. */
const MOST_ENTRIES = 50;
/** So many are counted at most; the page says "mehr als". */
export const MOST_COUNTED = 100;

/** What the engine holds on an organisation. */
export interface HeldByEngine extends Understanding {
  actorId: Id;
  kind: string;
  themes: string[];
  proposable: boolean;
  corrections: StoredCorrection[];
  /** How many organisations are suggested to it, and to how many its offers are an answer. */
  suggestedToUs: number;
  answersFor: number;
  mayCorrect: boolean;
}

/** Tells an organisation all that the engine reads of it. */
@Injectable()
export class HeldService {
  constructor(
    private readonly keeper: MatcherKeeper,
    private readonly matching: MatchingRepository,
    private readonly corrections: CorrectionRepository,
    private readonly suggestions: SuggestionService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** For the organisation's own people; null for everybody else. */
  async ofActor(viewer: Viewer, region: Region, actorId: Id): Promise<HeldByEngine | null> {
    if (!isId(actorId) || !readsWhatIsHeld(viewer, actorId)) return null;
    const regionMatcher = await this.keeper.of(region);
    const { matcher, analyser, entriesOf } = regionMatcher;
    const actor = await this.matching.actorById(region.id, actorId);
    if (!actor) return null;
    const [unproposable, burdens, corrections, toUs, house] = await Promise.all([
      this.matching.unproposable(region.id),
      this.matching.burdens(region.id),
      this.corrections.of(actorId),
      this.suggestions.forMembers(viewer, region, actorId, MOST_COUNTED),
      this.matching.house(actorId),
    ]);
    const proposable = !unproposable.includes(actorId);
    const held = understandingOf(
      {
        ...actor,
        hasPlace: actor.lat !== null && actor.lon !== null,
        proposable,
        openCommitments: burdens.get(actorId) ?? 0,
      },
      entriesOf(actorId, 'COORDINATORS').slice(0, MOST_ENTRIES),
      {
        namingsIn: ({ title, text, language }) => analyser.namingsIn(`${title}\n${text}`, language),
        nearestTo: (entry) => matcher.nearestTo(entry),
      },
      this.clock.today(region.timeZone),
    );
    return {
      ...held,
      actorId,
      kind: actor.kind,
      themes: actor.themes,
      proposable,
      corrections,
      suggestedToUs: toUs.length,
      answersFor: proposable ? this.answersFor(regionMatcher, region, actorId, new Set(house)) : 0,
      mayCorrect: corrects(viewer, actorId),
    };
  }

  /** How many others look for what it offers, as members see it; who has put it away is not left out: that is told to nobody. */
  private answersFor({ matcher, entriesOf, visible }: RegionMatcher, region: Region, actorId: Id, without: ReadonlySet<Id>): number {
    const options = { limit: MOST_COUNTED, today: this.clock.today(region.timeZone), among: visible('MEMBERS'), without };
    const offers = entriesOf(actorId, 'MEMBERS').filter(({ direction }) => direction === 'OFFER');
    const askers = offers.slice(0, MOST_ENTRIES).flatMap((offer) => matcher.needsFor(offer, options).map((match) => match.actorId));
    return new Set(askers).size;
  }
}
