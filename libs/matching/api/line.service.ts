import { Inject, Injectable } from '@nestjs/common';
import { actorsOf, audienceOf, type Viewer } from '@knotenpunkt/identity/domain';
import { ok, refuse, type Clock, type Result } from '@knotenpunkt/kernel';
import { bestPerActor, CERTAINTIES, type EntryMatch } from '@knotenpunkt/matching/domain';
import { CLOCK } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { MatcherKeeper } from './matcher-keeper';
import { MatchingRepository } from './matching.repository';
import { MeaningService } from './meaning.service';

export const LINE_LIMITS = { min: 3, max: 400, answers: 3, aMinute: 30 } as const;

const A_MINUTE_MS = 60_000;
/** Addresses remembered at most; the oldest are forgotten first. */
const MOST_ADDRESSES = 10_000;

export interface Line {
  text: string;
  direction: 'NEED' | 'OFFER';
  language: 'de' | 'en';
}

/** Answers one line, written by anybody: who offers it, who seeks it, or honestly nobody. */
@Injectable()
export class LineService {
  private readonly asked = new Map<string, number[]>();

  constructor(
    private readonly keeper: MatcherKeeper,
    private readonly matching: MatchingRepository,
    private readonly meaning: MeaningService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Whether there is a model that compares meanings, too. */
  get comparesMeaning(): boolean {
    return this.meaning.configured;
  }

  async match(viewer: Viewer, region: Region, line: Line, clientAddress: string): Promise<Result<EntryMatch[]>> {
    const text = line.text.trim();
    if (text.length < LINE_LIMITS.min) return refuse('LINE_TOO_SHORT', { field: 'text' });
    if (text.length > LINE_LIMITS.max) return refuse('LINE_TOO_LONG', { field: 'text', params: { max: LINE_LIMITS.max } });
    if (!this.mayAsk(clientAddress)) return refuse('TOO_MANY_LINES');
    const [{ matcher, visible, near, learned }, windows] = await Promise.all([this.keeper.of(region), this.meaning.windowsOfLine(text)]);
    // Afterwards: a matcher that is made for the first time keeps the process busy, and an answer would wait in vain.
    const unproposable = await this.matching.unproposable(region.id);
    const question = { actorId: null, text, language: line.language, windows };
    const answered = line.direction === 'NEED' ? 'OFFER' : 'NEED';
    const options = {
      limit: 3 * LINE_LIMITS.answers,
      today: this.clock.today(region.timeZone),
      among: visible(audienceOf(viewer)),
      without: new Set([...actorsOf(viewer, 'EDITOR'), ...unproposable]),
      near: await near(windows, answered, audienceOf(viewer)),
      certainty: learned?.weights.certainty,
    };
    const found =
      line.direction === 'NEED'
        ? [
            ...matcher.offersFor(question, options),
            ...matcher.sameNeeds(question, { ...options, near: await near(windows, 'NEED', audienceOf(viewer)) }),
          ]
        : matcher.needsFor(question, options);
    // The surest first; of the equally sure whoever answers comes before whoever seeks the same.
    const surest = found.sort((a, b) => CERTAINTIES.indexOf(a.certainty) - CERTAINTIES.indexOf(b.certainty));
    return ok(bestPerActor(surest).slice(0, LINE_LIMITS.answers));
  }

  /** Counted in this process only, by an address that is never stored: enough against a script left running. */
  private mayAsk(address: string): boolean {
    const now = this.clock.now().getTime();
    const recent = (this.asked.get(address) ?? []).filter((at) => now - at < A_MINUTE_MS);
    if (recent.length >= LINE_LIMITS.aMinute) return false;
    this.asked.delete(address);
    this.asked.set(address, [...recent, now]);
    if (this.asked.size > MOST_ADDRESSES) this.asked.delete(this.asked.keys().next().value!);
    return true;
  }
}
