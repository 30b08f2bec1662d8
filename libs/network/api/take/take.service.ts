import { Inject, Injectable, Optional } from '@nestjs/common';
import { ok, type Audience, type LocalDate, type Result } from '@knotenpunkt/kernel';
import {
  catalogueOf,
  decoratedLooks,
  FIRST_VIEW,
  licenceOf,
  sourceOf,
  takenFrom,
  TakeWords,
  viewToAddress,
  type NetworkView,
  type Paper,
  type Taken,
  type TakenContext,
} from '@knotenpunkt/network/domain';
import { Turns } from '@knotenpunkt/platform/files';
import { Mail } from '@knotenpunkt/platform/mail';
import { regionName, type Region } from '@knotenpunkt/regions/domain';
import { OverviewService } from '../overview.service';
import { DATA_OPERATOR, type DataOperator } from './data-operator.module';
import { writeNetworkAsPdf } from './network-pdf';

type Language = 'de' | 'en';

/** All that is public, meetings too: whoever reads data chooses for themselves. */
const EVERYTHING: NetworkView = { ...FIRST_VIEW, grades: ['WORKS_TOGETHER', 'STATED', 'MET'] };

/** Which content an open file has: the same name means the same bytes. */
export interface OpenState {
  version: string;
  asOf: LocalDate;
}

/** The network as it leaves the product: what a view shows as a PDF, what is public as open data. */
@Injectable()
export class TakeService {
  /** One PDF after the other: setting it takes a second of the thread that answers. */
  private readonly turns = new Turns();

  constructor(
    private readonly overview: OverviewService,
    private readonly mail: Mail,
    @Optional() @Inject(DATA_OPERATOR) private readonly operator: DataOperator | null = null,
  ) {}

  async pdf(
    region: Region,
    audience: Audience,
    view: NetworkView,
    wish: { language: Language; paper: Paper },
  ): Promise<Result<Uint8Array, 'FILES_BUSY'>> {
    return this.turns.inTurn(async () => ok(await writeNetworkAsPdf(await this.taken(region, audience, view, wish.language), wish.paper)));
  }

  /** What the view shows, as the audience sees it. */
  async taken(region: Region, audience: Audience, view: NetworkView, language: Language): Promise<Taken> {
    const network = await this.overview.overview(region, audience);
    const search = String(viewToAddress(view));
    const looks = decoratedLooks(network, view, { extent: region.extent }, new TakeWords(language));
    return takenFrom(network, view, this.context(region, audience, language, `/netzwerk${search === '' ? '' : `?${search}`}`), looks);
  }

  async openState(region: Region): Promise<OpenState> {
    const { version, seq, asOf } = await this.overview.state(region, 'PUBLIC');
    return { version: `${version}-${seq}`, asOf };
  }

  /** What is public of a region. */
  async open(region: Region, language: Language): Promise<Taken> {
    return takenFrom(await this.overview.overview(region, 'PUBLIC'), EVERYTHING, this.context(region, 'PUBLIC', language, '/daten/offen'));
  }

  /** The description of what is public, for catalogues of data. */
  catalogue(region: Region, asOf: LocalDate, language: Language): object {
    const source = sourceOf(this.context(region, 'PUBLIC', language, '/daten/offen'));
    return catalogueOf({
      ...{ language, asOf, attribution: source.attribution, note: source.note, licence: licenceOf(region, this.operator?.dataLicence) },
      region: { name: regionName(region, language), extent: region.extent },
      publisher: { name: this.operator?.name ?? source.attribution, mail: this.operator?.mail ?? null },
      // Data stand beside the regions' pages, at an address of their own.
      folder: this.mail.linkTo(region.slug, '').replace(/\/r\/[^/]*$/, `/daten/offen/${region.slug}`),
      page: this.mail.linkTo(region.slug, '/daten/offen'),
    });
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
