import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { mayRead, type Audience, type Id } from '@knotenpunkt/kernel';
import { NeedOfferMatcher, TextAnalyser, type MatchedEntry } from '@knotenpunkt/matching/domain';
import { ChangeFeed } from '@knotenpunkt/platform/outbox';
import type { Region } from '@knotenpunkt/regions/domain';
import { loadCompetences } from '@knotenpunkt/themes/domain';
import { MatchingRepository, type EntryRow } from './matching.repository';

/** Read again after this time though nobody said anything: a notice may be lost. */
const READ_AGAIN_MS = 60_000;
/** The analyser learns the region's words anew after a day, or when a third of the texts changed. */
const LEARN_AGAIN_MS = 86_400_000;
const LEARN_AGAIN_SHARE = 1 / 3;

/** The offers and needs of a region, ready for comparison. */
export interface RegionMatcher {
  matcher: NeedOfferMatcher;
  analyser: TextAnalyser;
  /** Open entries of an actor that a reader may see. */
  entriesOf(actorId: Id, audience: Audience): MatchedEntry[];
  visible(audience: Audience): (entry: MatchedEntry) => boolean;
}

interface Kept {
  matcher: NeedOfferMatcher;
  analyser: TextAnalyser;
  rows: Map<Id, { row: EntryRow; print: string; entry: MatchedEntry }>;
  learnt: number;
  changed: number;
  readAt: number;
  stale: boolean;
}

/** Keeps a matcher for each region in memory and brings it up to date when its data changes. */
@Injectable()
export class MatcherKeeper implements OnApplicationShutdown {
  private readonly log = new Logger(MatcherKeeper.name);
  private readonly kept = new Map<Id, Promise<Kept>>();
  private readonly following = new Map<Id, AsyncIterableIterator<unknown>>();

  constructor(
    private readonly matching: MatchingRepository,
    private readonly feed: ChangeFeed,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    for (const changes of this.following.values()) await changes.return?.();
  }

  async of(region: Region): Promise<RegionMatcher> {
    this.follow(region);
    const before = this.kept.get(region.id);
    // Whoever asks while it is brought up to date waits for the same one.
    const next = before ? before.then((kept) => this.upToDate(region, kept)) : this.learn(region);
    this.kept.set(region.id, next);
    next.catch(() => this.kept.delete(region.id));
    const { matcher, analyser, rows } = await next;
    const visible = (audience: Audience) => (entry: MatchedEntry) => mayRead(audience, rows.get(entry.id)?.row.audience ?? 'COORDINATORS');
    const all = () => [...rows.values()].map(({ entry }) => entry);
    return {
      matcher,
      analyser,
      visible,
      entriesOf: (actorId, audience) => all().filter((entry) => entry.actorId === actorId && visible(audience)(entry)),
    };
  }

  private follow(region: Region): void {
    if (this.following.has(region.id)) return;
    const changes = this.feed.follow(region.id, 'COORDINATORS');
    this.following.set(region.id, changes);
    const listen = async () => {
      for await (const change of changes) {
        if (!change.owners.some(({ type }) => type === 'actor')) continue;
        const kept = await this.kept.get(region.id)?.catch(() => null);
        if (kept) kept.stale = true;
      }
    };
    listen().catch((error: unknown) => this.log.warn(`changes of ${region.slug} are not followed: ${String(error)}`));
  }

  private async upToDate(region: Region, kept: Kept): Promise<Kept> {
    if (!kept.stale && Date.now() - kept.readAt < READ_AGAIN_MS) return kept;
    kept.stale = false;
    const rows = await this.matching.entries(region.id);
    const seen = new Set(rows.map(({ id }) => id));
    for (const id of kept.rows.keys()) if (!seen.has(id)) this.forget(kept, id);
    for (const row of rows) {
      const print = JSON.stringify(row);
      if (kept.rows.get(row.id)?.print === print) continue;
      const entry = toEntry(row, region);
      kept.matcher.add(entry);
      kept.rows.set(row.id, { row, print, entry });
      kept.changed += 1;
    }
    kept.readAt = Date.now();
    const worn = kept.changed > LEARN_AGAIN_SHARE * kept.rows.size || Date.now() - kept.learnt > LEARN_AGAIN_MS;
    return worn && kept.changed > 0 ? this.learn(region) : kept;
  }

  private forget(kept: Kept, id: Id): void {
    kept.matcher.remove(id);
    kept.rows.delete(id);
    kept.changed += 1;
  }

  private async learn(region: Region): Promise<Kept> {
    const [rows, competences] = await Promise.all([this.matching.entries(region.id), loadCompetences()]);
    const entries = rows.map((row) => toEntry(row, region));
    const samples = entries.map(({ title, text, language }) => ({ text: `${title}\n${text}`, language }));
    const analyser = new TextAnalyser(competences.all, samples);
    const matcher = new NeedOfferMatcher(analyser);
    const kept = new Map<Id, { row: EntryRow; print: string; entry: MatchedEntry }>();
    rows.forEach((row, at) => {
      matcher.add(entries[at]!);
      kept.set(row.id, { row, print: JSON.stringify(row), entry: entries[at]! });
    });
    return { matcher, analyser, rows: kept, learnt: Date.now(), changed: 0, readAt: Date.now(), stale: false };
  }
}

function toEntry(row: EntryRow, region: Region): MatchedEntry {
  const { lat, lon, audience: _, ...rest } = row;
  return { ...rest, language: region.language, place: lat === null || lon === null ? null : { latitude: lat, longitude: lon } };
}
