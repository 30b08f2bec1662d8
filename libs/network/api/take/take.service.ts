import { createHash } from 'node:crypto';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { audienceOf, type Viewer } from '@knotenpunkt/identity/domain';
import { isId, ok, type Audience, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import {
  asShown,
  catalogueOf,
  decoratedLooks,
  depthOf,
  fileName,
  filtersOf,
  FIRST_VIEW,
  licenceOf,
  onlyTies,
  OPEN_FORMAT,
  placedBy,
  shownOf,
  sourceOf,
  takenFrom,
  TakeWords,
  viewToAddress,
  type NetworkOverview,
  type NetworkView,
  type Paper,
  type Shown,
  type Taken,
  type TakenContext,
} from '@knotenpunkt/network/domain';
import { Turns } from '@knotenpunkt/platform/files';
import { Mail } from '@knotenpunkt/platform/mail';
import { OutlinesService } from '@knotenpunkt/regions/api';
import { regionName, type Region } from '@knotenpunkt/regions/domain';
import { OverviewService } from '../overview.service';
import { TiesService } from '../ties.service';
import { ViewReadingService, type OpenedView } from '../views/view-reading.service';
import { DATA_OPERATOR, type DataOperator } from './data-operator.module';
import { writeNetworkAsPdf } from './network-pdf';

type Language = 'de' | 'en';

/** All that is public, meetings too: whoever reads data chooses for themselves. */
const EVERYTHING: NetworkView = { ...FIRST_VIEW, grades: ['WORKS_TOGETHER', 'STATED', 'MET'] };

/** So many actors stand ready to be written as open data, in all states and languages together. */
const MOST_READY = 250_000;

/** Which content an open file has: the same version means the same bytes. */
export interface OpenState {
  version: string;
  asOf: LocalDate;
  network: NetworkOverview;
}

/** The network as it leaves the product: what a view shows as a PDF, what is public as open data. */
@Injectable()
export class TakeService {
  /** One PDF after the other: setting it takes a second of the thread that answers. */
  private readonly turns = new Turns();
  /** What is public, described once for all who fetch it. */
  private readonly ready = new LRUCache<string, Taken>({ maxSize: MOST_READY, sizeCalculation: ({ nodes }) => nodes.length + 1 });

  constructor(
    private readonly overview: OverviewService,
    private readonly ties: TiesService,
    private readonly outlines: OutlinesService,
    private readonly mail: Mail,
    private readonly views: ViewReadingService,
    @Optional() @Inject(DATA_OPERATOR) private readonly operator: DataOperator | null = null,
  ) {}

  /** The PDF of what the view shows, with places and notes of the kept view it comes from, and how the file is called. */
  async pdf(
    region: Region,
    viewer: Viewer,
    view: NetworkView,
    wish: { language: Language; paper: Paper; keptId: Id | null },
  ): Promise<Result<{ name: string; bytes: Uint8Array }, 'FILES_BUSY'>> {
    return this.turns.inTurn(async () => {
      const id = wish.keptId?.toLowerCase() ?? '';
      const [opened] = isId(id) ? await this.views.open(viewer, region, [id]) : [];
      const taken = await this.taken(region, audienceOf(viewer), view, wish.language, opened ?? null);
      return ok({ name: fileName(taken, 'pdf'), bytes: await writeNetworkAsPdf(taken, wish.paper) });
    });
  }

  /** What the view shows on the day it shows, as the audience sees it. */
  async taken(region: Region, audience: Audience, view: NetworkView, language: Language, kept: OpenedView | null = null): Promise<Taken> {
    const network = placedBy(await this.overview.shownBy(region, audience, view), view, kept?.content.places ?? []);
    const search = String(viewToAddress(view, new URLSearchParams(kept ? { sicht: kept.view.id } : {})));
    const context = this.context(region, audience, language, `/netzwerk${search === '' ? '' : `?${search}`}`);
    const ground = { extent: region.extent, outlines: view.arrangement === 'map' ? await this.outlines.of(region) : null };
    return takenFrom(network, view, context, {
      notes: kept?.content.notes ?? [],
      shown: (await this.shownByRole(region, audience, view, network)) ?? undefined,
      looks: (shown) => decoratedLooks(network, view, ground, new TakeWords(language), shown),
    });
  }

  /** What the page shows of a view that wants roles, of which only the graph knows: as there, what lies around each that is chosen. */
  private async shownByRole(region: Region, audience: Audience, view: NetworkView, network: NetworkOverview): Promise<Shown | null> {
    const idsOf = (slugs: readonly string[]) => slugs.flatMap((slug) => network.bySlug(slug)?.id ?? []);
    const chosen = idsOf(view.chosen);
    if (view.roles.length === 0 || chosen.length === 0) return null;
    const wish = { depth: depthOf(view), ...filtersOf(view), asOf: network.asOf };
    const ties: { a: Id; b: Id }[] = [];
    for (const actorId of chosen) ties.push(...(await this.ties.around(region, audience, { ...wish, actorId })).ties);
    return onlyTies(network, shownOf(network, asShown(view)), ties, [...chosen, ...idsOf(view.target === null ? [] : [view.target])]);
  }

  /** The network that is public, and what names everything the files of it say. */
  async openState(region: Region, language: Language): Promise<OpenState> {
    const { name, overview } = await this.overview.named(region, 'PUBLIC');
    const said = [OPEN_FORMAT, name, this.openContext(region, language), this.operator];
    const version = createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 22);
    return { version, asOf: overview.asOf, network: overview };
  }

  /** What is public of a region. */
  open(region: Region, { version, network }: OpenState, language: Language): Taken {
    const ready = this.ready.get(version) ?? takenFrom(network, EVERYTHING, this.openContext(region, language));
    this.ready.set(version, ready);
    return ready;
  }

  /** The description of what is public, for catalogues of data. */
  catalogue(region: Region, asOf: LocalDate, language: Language): object {
    const source = sourceOf(this.openContext(region, language));
    return catalogueOf({
      ...{ language, asOf, attribution: source.attribution, note: source.note, licence: licenceOf(region, this.operator?.dataLicence) },
      region: { name: regionName(region, language), extent: region.extent },
      publisher: { name: this.operator?.name ?? source.attribution, mail: this.operator?.mail ?? null },
      // Data stand beside the regions' pages, at an address of their own.
      folder: this.mail.linkTo(region.slug, '').replace(/\/r\/[^/]*$/, `/daten/offen/${region.slug}`),
      page: this.mail.linkTo(region.slug, '/daten/offen'),
    });
  }

  private openContext(region: Region, language: Language): TakenContext {
    return this.context(region, 'PUBLIC', language, '/daten/offen');
  }

  private context(region: Region, audience: Audience, language: Language, page: string): TakenContext {
    return {
      ...{ language, audience, licence: this.operator?.dataLicence ?? null },
      region: { slug: region.slug, name: regionName(region, language), example: region.example, sourceNote: region.sourceNote },
      home: this.mail.linkTo(region.slug, ''),
      page: this.mail.linkTo(region.slug, page),
    };
  }
}
