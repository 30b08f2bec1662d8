import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { newId, type Clock, type Id } from '@knotenpunkt/kernel';
import type { ActorSuggestion, PartnerSuggestion } from '@knotenpunkt/matching/domain';
import { CLOCK, UnitOfWork } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { OutcomeRepository, type ShownSuggestion } from './outcome.repository';

/** What was shown is written together after this time. */
const GATHER_MS = 1_000;
/** So many pairs are remembered as written; the oldest are forgotten first. */
const MOST_REMEMBERED = 20_000;
/** So many wait to be written at most; what comes beyond is shown again another day. */
const MOST_WAITING = 2_000;

/**
 * Remembers what was suggested to those who can act on it. Whoever asks does not wait for it: it is written afterwards, many in one statement, a
 * pair once. What a crash loses is shown again.
 */
@Injectable()
export class ShownSuggestions implements OnApplicationShutdown {
  private readonly log = new Logger(ShownSuggestions.name);
  private readonly remembered = new Set<string>();
  private waiting: ShownSuggestion[] = [];
  private gathering: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly outcomes: OutcomeRepository,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** An organisation's own people were shown who fits it. */
  toOrganisation(region: Region, askerId: Id, suggestions: readonly (PartnerSuggestion & { entryId: Id | null })[]): void {
    for (const { actorId, certainty, score, values, observed, entryId } of suggestions) {
      const kind = entryId === null ? 'PARTNER' : 'NEED_OFFER';
      const about = { kind, askerId, suggestedId: actorId, challengeId: null, entryId } as const;
      this.remember(region, { ...about, certainty, probability: score, basis: { values, observed } });
    }
  }

  /** The coordination was shown who could sit at the table of a question. */
  forTable(region: Region, challengeId: Id, seats: readonly ActorSuggestion[]): void {
    for (const { actorId, certainty } of seats) {
      const about = { kind: 'SEAT', askerId: null, suggestedId: actorId, challengeId, entryId: null } as const;
      this.remember(region, { ...about, certainty, probability: null, basis: null });
    }
  }

  /** Writes what waits now. */
  async flush(): Promise<void> {
    if (this.gathering) clearTimeout(this.gathering);
    this.gathering = null;
    const shown = this.waiting;
    this.waiting = [];
    if (shown.length > 0) this.writing = this.writing.then(() => this.write(shown));
    await this.writing;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.flush();
  }

  private remember(region: Region, shown: Omit<ShownSuggestion, 'id' | 'regionId' | 'shownOn'>): void {
    const key = `${shown.askerId} ${shown.suggestedId} ${shown.challengeId}`;
    if (this.remembered.has(key) || this.waiting.length >= MOST_WAITING) return;
    this.remembered.add(key);
    if (this.remembered.size > MOST_REMEMBERED) this.remembered.delete(this.remembered.values().next().value!);
    this.waiting.push({ ...shown, id: newId(), regionId: region.id, shownOn: this.clock.today(region.timeZone) });
    this.gathering ??= setTimeout(() => void this.flush(), GATHER_MS).unref();
  }

  private async write(shown: ShownSuggestion[]): Promise<void> {
    try {
      await this.unitOfWork.run((tx) => this.outcomes.keep(tx, shown));
    } catch (error) {
      for (const { askerId, suggestedId, challengeId } of shown) this.remembered.delete(`${askerId} ${suggestedId} ${challengeId}`);
      this.log.warn(`what was suggested is not remembered: ${String(error)}`);
    }
  }
}
