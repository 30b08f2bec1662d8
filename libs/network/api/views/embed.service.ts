import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { GRADES, isId, ACTOR_KINDS, toKind, type Id } from '@knotenpunkt/kernel';
import {
  arrange,
  embedPage,
  embedPicture,
  embedWords,
  groundName,
  isStrong,
  placedBy,
  shownOf,
  TakeWords,
  type Arranged,
  type EmbedGround,
  type EmbedRow,
  type NetworkOverview,
  type NetworkView,
  type OverviewActor,
  type OverviewTie,
  type RegionGround,
} from '@knotenpunkt/network/domain';
import { Mail } from '@knotenpunkt/platform/mail';
import { OutlinesService, RegionService } from '@knotenpunkt/regions/api';
import { regionName, type Outlines } from '@knotenpunkt/regions/domain';
import { ViewReadingService } from './view-reading.service';

/** More than this nobody reads in the page of somebody else; those with the most ties are told. */
const MOST = { actors: 150, ties: 600, partners: 8 } as const;

/** All kept pages together, in characters; the one longest unused goes first. */
const LARGEST = 16_000_000;

type Opened = NonNullable<Awaited<ReturnType<ViewReadingService['openForEverybody']>>>;

/** A view as a page of its own for foreign pages: what everybody may see, and nothing else. */
@Injectable()
export class EmbedService {
  private readonly kept = new LRUCache<string, string>({ maxSize: LARGEST, sizeCalculation: (page, key) => page.length + key.length });

  constructor(
    private readonly views: ViewReadingService,
    private readonly regions: RegionService,
    private readonly mail: Mail,
    private readonly outlines: OutlinesService,
  ) {}

  /** The page; null where there is no such view for everybody. */
  async page(id: Id, wanted: 'de' | 'en' | null): Promise<string | null> {
    if (!isId(id)) return null;
    const regions = await this.regions.all();
    const opened = await this.views.openForEverybody(id, (regionId) => regions.find((region) => region.id === regionId));
    if (!opened) return null;
    const { view, region, name } = opened;
    const language = wanted ?? region.language;
    // Whether it is for everybody is asked each time; what it says then follows from these alone.
    const isMap = opened.content.value.arrangement === 'map';
    const outlines = isMap ? await this.outlines.addressOf(region) : null;
    const key = JSON.stringify([view.id, view.version, name, language, region.slug, regionName(region, language), outlines]);
    const page = this.kept.get(key) ?? this.written(opened, language, isMap ? await this.outlines.of(region) : null);
    this.kept.set(key, page);
    return page;
  }

  private written({ view, content, notes, region, overview }: Opened, language: 'de' | 'en', outlines: Outlines | null): string {
    const words = embedWords(language);
    const onMap = content.value.arrangement === 'map' ? mapOf(overview, { extent: region.extent, outlines }, language) : null;
    const { actors, ties, tieCount, left } = part(
      placedBy(overview, content.value, content.places),
      content.value,
      onMap?.arranged ?? null,
    );
    const ids = new Set(actors.map((actor) => actor.id));
    const chosen = new Set(content.value.chosen.flatMap((slug) => overview.bySlug(slug)?.id ?? []));
    const to = (path: string) => this.mail.linkTo(region.slug, path);
    // A number stays with its note, whether or not others are told.
    const pinned = notes.map((note, at) => ({ ...note, number: at + 1 })).filter(({ actor }) => ids.has(actor.id));
    return embedPage({
      ...{ language, title: view.name, sentence: view.sentence },
      state: words.state(overview.asOf, actors.length + left, tieCount),
      source: words.source(regionName(region, language)),
      remark: content.value.asOf === null ? '' : words.asOfView(content.value.asOf),
      link: { address: to(`/netzwerk/ansichten/${view.id}`), text: words.open },
      picture: embedPicture(actors, ties, {
        ...{ chosen, title: words.picture, named: content.value.label !== 'none', ground: onMap?.ground ?? null },
        noted: new Map(pinned.map(({ actor, number }) => [actor.id, number])),
      }),
      notes: {
        title: words.notes,
        rows: pinned.map(({ number, actor, text }) => ({ number, name: actor.label, address: to(`/akteure/${actor.slug}`), text })),
      },
      kinds: ACTOR_KINDS.filter((kind) => actors.some((actor) => toKind(actor.kind) === kind)).map((kind) => ({
        ...{ kind, text: words.kind(kind) },
      })),
      legend: GRADES.filter((grade) => ties.some((tie) => tie.grade === grade)).map((grade) => ({ grade, text: words.grade(grade) })),
      table: {
        summary: words.table,
        head: [words.who, words.what, words.where, words.with],
        rows: rowsOf(actors, ties, { words, addressOf: (slug) => to(`/akteure/${slug}`) }),
        more: left > 0 ? words.more(left) : '',
      },
    });
  }
}

/** Where everybody is at home, and what lies beneath. */
function mapOf(overview: NetworkOverview, region: RegionGround, language: 'de' | 'en'): { arranged: Arranged; ground: EmbedGround } {
  const words = new TakeWords(language);
  const arranged = arrange(overview, { arrangement: 'map', themes: [] }, new Uint8Array(overview.actorCount).fill(1), region)!;
  const { extent, ground } = arranged;
  return {
    arranged,
    ground: {
      ...{ extent, spacing: arranged.spacing },
      lines: ground.lines.map(({ points, tone }) => ({ points, strong: isStrong(tone) })),
      names: ground.names.map(({ x, y, align, label }) => ({ x, y, align, text: groundName(label, words) })),
    },
  };
}

/** What the view shows of the network, as far as it is told. */
function part(
  overview: NetworkOverview,
  view: NetworkView,
  arranged: Arranged | null,
): { actors: OverviewActor[]; ties: OverviewTie[]; tieCount: number; left: number } {
  const shown = shownOf(overview, view);
  const { degree } = overview.columns.actors;
  const places = Array.from(shown.actors.keys()).filter((place) => shown.actors[place] === 1);
  const told = places.toSorted((p, q) => degree[q]! - degree[p]! || p - q).slice(0, MOST.actors);
  const isTold = new Set(told);
  const { a, b, strength } = overview.columns.ties;
  const between = Array.from(shown.ties.keys()).filter((tie) => shown.ties[tie] === 1 && isTold.has(a[tie]!) && isTold.has(b[tie]!));
  const strongest = between.toSorted((p, q) => strength[q]! - strength[p]! || p - q).slice(0, MOST.ties);
  return {
    actors: told.map((place) => ({ ...overview.actorAt(place), ...(arranged && { x: arranged.x[place]!, y: arranged.y[place]! }) })),
    ties: strongest.map((tie) => overview.tieAt(tie)),
    tieCount: shown.tieCount,
    left: places.length - told.length,
  };
}

function rowsOf(
  actors: readonly OverviewActor[],
  ties: readonly OverviewTie[],
  { words, addressOf }: { words: ReturnType<typeof embedWords>; addressOf: (slug: string) => string },
): EmbedRow[] {
  const labels = new Map(actors.map(({ id, label }) => [id, label]));
  const of = new Map<Id, OverviewTie[]>();
  for (const tie of ties) for (const id of [tie.a, tie.b]) of.set(id, [...(of.get(id) ?? []), tie]);
  return actors.map(({ id, name, slug, kind, city }) => {
    const own = of.get(id) ?? [];
    const told = GRADES.flatMap((grade) => {
      const others = own.filter((tie) => tie.grade === grade).map(({ a, b }) => labels.get(a === id ? b : a) ?? '');
      if (others.length === 0) return [];
      const more = others.length > MOST.partners ? ' …' : '';
      return [`${words.grade(grade)}: ${others.slice(0, MOST.partners).join(', ')}${more}`];
    });
    return { name, address: addressOf(slug), kind: words.kind(kind), city: city ?? '', ties: told.join('; ') };
  });
}
