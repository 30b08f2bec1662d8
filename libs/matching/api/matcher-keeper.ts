import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { mayRead, type Audience, type Id } from '@knotenpunkt/kernel';
import {
  NeedOfferMatcher,
  TextAnalyser,
  type Learned,
  type MatchedEntry,
  type MeaningSpace,
  type Vector,
} from '@knotenpunkt/matching/domain';
import { GRAPH, GraphUnavailable, type GraphPort } from '@knotenpunkt/platform/graph';
import { ChangeFeed } from '@knotenpunkt/platform/outbox';
import type { Region } from '@knotenpunkt/regions/domain';
import { loadCompetences } from '@knotenpunkt/themes/domain';
import { LEARNING, LearnedKeeper } from './learned-keeper';
import { MatchingRepository, type EntryRow } from './matching.repository';
import { MeaningRepository } from './meaning.repository';
import { MEANING, MeaningService } from './meaning.service';

/** Read again after this time though nobody said anything: a notice may be lost. */
const READ_AGAIN_MS = 60_000;
/** The analyser learns the region's words anew after a day, or when a third of the texts changed. */
const LEARN_AGAIN_MS = 86_400_000;
const LEARN_AGAIN_SHARE = 1 / 3;
/** So many entries near in meaning are compared, beside those near in words. */
const NEAREST = 60;
/** Windows of a long text asked about; its first say what it is about. */
const ASKED_WINDOWS = 3;

/** The offers and needs of a region, ready for comparison. */
export interface RegionMatcher {
  matcher: NeedOfferMatcher;
  analyser: TextAnalyser;
  /** What the region's outcomes taught; null: what was shipped serves. */
  learned: Learned | null;
  /** Open entries of an actor that a reader may see. */
  entriesOf(actorId: Id, audience: Audience): MatchedEntry[];
  visible(audience: Audience): (entry: MatchedEntry) => boolean;
  /** Entries of a direction that lie near what a question means, on the graph of an audience; undefined where that is not known. */
  near(windows: readonly Vector[] | undefined, direction: MatchedEntry['direction'], audience: Audience): Promise<Set<Id> | undefined>;
}

interface Kept {
  space: MeaningSpace | null;
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
    private readonly meanings: MeaningRepository,
    private readonly meaning: MeaningService,
    private readonly learned: LearnedKeeper,
    @Inject(GRAPH) private readonly graph: GraphPort,
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
    const learned = await this.learned.of(region.id);
    const visible = (audience: Audience) => (entry: MatchedEntry) => mayRead(audience, rows.get(entry.id)?.row.audience ?? 'COORDINATORS');
    const all = () => [...rows.values()].map(({ entry }) => entry);
    return {
      matcher,
      analyser,
      learned,
      visible,
      near: (windows, direction, audience) => this.near(region, windows?.slice(0, ASKED_WINDOWS), direction, audience),
      entriesOf: (actorId, audience) => all().filter((entry) => entry.actorId === actorId && visible(audience)(entry)),
    };
  }

  /** What was read of a region is no longer true; whoever asks next has it read again. */
  readAgain(regionId: Id): void {
    this.kept.get(regionId)?.then(
      (kept) => (kept.stale = true),
      () => undefined,
    );
  }

  private async near(
    region: Region,
    windows: readonly Vector[] | undefined,
    kind: MatchedEntry['direction'],
    audience: Audience,
  ): Promise<Set<Id> | undefined> {
    if (!windows) return undefined;
    const ask = (vector: Vector) => this.graph.nearest({ regionId: region.id, audience, kind, vector: [...vector], limit: NEAREST });
    try {
      return new Set((await Promise.all(windows.map(ask))).flat().map(({ id }) => id));
    } catch (error) {
      if (error instanceof GraphUnavailable) return undefined;
      throw error;
    }
  }

  private follow(region: Region): void {
    if (this.following.has(region.id)) return;
    const changes = this.feed.follow(region.id, 'COORDINATORS');
    this.following.set(region.id, changes);
    const listen = async () => {
      for await (const change of changes) {
        if (change.owners.some(({ type }) => type === LEARNING)) this.learned.forget(region.id);
        if (!change.owners.some(({ type }) => type === 'actor' || type === MEANING)) continue;
        const kept = await this.kept.get(region.id)?.catch(() => null);
        if (kept) kept.stale = true;
      }
    };
    listen().catch((error: unknown) => this.log.warn(`changes of ${region.slug} are not followed: ${String(error)}`));
  }

  private async upToDate(region: Region, kept: Kept): Promise<Kept> {
    if (!kept.stale && Date.now() - kept.readAt < READ_AGAIN_MS) return kept;
    kept.stale = false;
    const space = await this.meaning.space();
    if (space !== kept.space) return this.learn(region);
    const rows = await this.matching.entries(region.id, this.meaning.modelName);
    const seen = new Set(rows.map(({ id }) => id));
    for (const id of kept.rows.keys()) if (!seen.has(id)) this.forget(kept, id);
    const changed = rows.filter((row) => kept.rows.get(row.id)?.print !== JSON.stringify(row));
    const windows = await this.windowsOf(changed);
    for (const row of changed) {
      const print = JSON.stringify(row);
      const entry = toEntry(row, region, windows.get(row.id));
      kept.matcher.add(entry);
      kept.rows.set(row.id, { row, print, entry });
      kept.changed += 1;
    }
    kept.readAt = Date.now();
    const worn = kept.changed > LEARN_AGAIN_SHARE * kept.rows.size || Date.now() - kept.learnt > LEARN_AGAIN_MS;
    return worn && kept.changed > 0 ? this.learn(region) : kept;
  }

  private windowsOf(rows: readonly EntryRow[]): Promise<Map<Id, Vector[]>> {
    const read = rows.filter(({ read }) => read !== null).map(({ id }) => id);
    return read.length > 0 ? this.meanings.vectors(read) : Promise.resolve(new Map());
  }

  private forget(kept: Kept, id: Id): void {
    kept.matcher.remove(id);
    kept.rows.delete(id);
    kept.changed += 1;
  }

  private async learn(region: Region): Promise<Kept> {
    const space = await this.meaning.space();
    const [rows, competences] = await Promise.all([this.matching.entries(region.id, this.meaning.modelName), loadCompetences()]);
    const windows = await this.windowsOf(rows);
    const entries = rows.map((row) => toEntry(row, region, windows.get(row.id)));
    const samples = entries.map(({ title, text, language }) => ({ text: `${title}\n${text}`, language }));
    const analyser = new TextAnalyser(competences.all, samples);
    const matcher = new NeedOfferMatcher(analyser, space);
    const kept = new Map<Id, { row: EntryRow; print: string; entry: MatchedEntry }>();
    rows.forEach((row, at) => {
      matcher.add(entries[at]!);
      kept.set(row.id, { row, print: JSON.stringify(row), entry: entries[at]! });
    });
    return { space, matcher, analyser, rows: kept, learnt: Date.now(), changed: 0, readAt: Date.now(), stale: false };
  }
}

function toEntry(row: EntryRow, region: Region, windows: readonly Vector[] | undefined): MatchedEntry {
  const { lat, lon, audience: _, read: __, ...rest } = row;
  return { ...rest, windows, language: region.language, place: lat === null || lon === null ? null : { latitude: lat, longitude: lon } };
}
