import { setImmediate } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { isId, type Clock, type Id } from '@knotenpunkt/kernel';
import { corrects, readsWhatIsHeld, understandingOf, type Understanding } from '@knotenpunkt/matching/domain';
import { CLOCK } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { CorrectionRepository, type StoredCorrection } from './correction.repository';
import { MatcherKeeper } from './matcher-keeper';
import { MatchingRepository } from './matching.repository';
import { SuggestionService } from './suggestion.service';

/** More entries of one organisation are not read out. */
const MOST_ENTRIES = 50;
/** Offers whose askers are counted; so many of an organisation are compared everywhere. */
const MOST_READ = 12;
/** Who fits is counted up to so many. */
const MOST_COUNTED = 100;
/** Each of them is compared with every other answer to its need: more would keep the process busy for seconds. */
const MOST_ASKERS = 10;

/** What the engine holds on an organisation. */
export interface HeldByEngine extends Understanding {
  id: Id;
  kind: string;
  themes: string[];
  proposable: boolean;
  corrections: StoredCorrection[];
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
    const { matcher, analyser, entriesOf } = await this.keeper.of(region);
    const actor = await this.matching.actorById(region.id, actorId);
    if (!actor) return null;
    const [unproposable, burdens, corrections] = await Promise.all([
      this.matching.unproposable(region.id),
      this.matching.burdens(region.id),
      this.corrections.of(actorId),
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
      id: actorId,
      kind: actor.kind,
      themes: actor.themes,
      proposable,
      corrections,
      mayCorrect: corrects(viewer, actorId),
    };
  }

  /** Counted one after the other: comparing keeps the process busy, and no connection waits so long. */
  async counts(viewer: Viewer, region: Region, actorId: Id): Promise<{ suggestedToUs: number; answersFor: number }> {
    const suggestedToUs = (await this.suggestions.forMembers(viewer, region, actorId, MOST_COUNTED)).length;
    return { suggestedToUs, answersFor: await this.askersOf(region, actorId) };
  }

  /** How many others look for what it offers, as members see it; who has put it away is not left out: that is told to nobody. */
  private async askersOf(region: Region, actorId: Id): Promise<number> {
    const { matcher, entriesOf, visible, near } = await this.keeper.of(region);
    const [unproposable, house] = await Promise.all([this.matching.unproposable(region.id), this.matching.house(actorId)]);
    if (unproposable.includes(actorId)) return 0;
    const common = { limit: MOST_ASKERS, today: this.clock.today(region.timeZone), among: visible('MEMBERS'), without: new Set(house) };
    const offers = entriesOf(actorId, 'MEMBERS').filter(({ direction }) => direction === 'OFFER');
    const askers = new Set<Id>();
    for (const offer of offers.slice(0, MOST_READ)) {
      const found = matcher.needsFor(offer, { ...common, near: await near(offer.windows, 'NEED', 'MEMBERS') });
      for (const match of found) askers.add(match.actorId);
      // Others are answered in between.
      await setImmediate();
    }
    return askers.size;
  }
}
