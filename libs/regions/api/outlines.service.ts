import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ok, type Id, type Result } from '@knotenpunkt/kernel';
import { UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import { readOutlines, type OutlineRefusal, type Outlines, type Region } from '@knotenpunkt/regions/domain';
import { OutlinesRepository } from './outlines.repository';

/** Like regions they change seldom: which there are is read once and kept for this long. */
const KEPT_MS = 10_000;

/** The outlines that regions brought for their maps; they lie at an address of their own, and no page waits for them. */
@Injectable()
export class OutlinesService {
  private versions: { of: Promise<Map<Id, string>>; until: number } | null = null;
  private readonly read = new Map<Id, { version: string; outlines: Outlines }>();

  constructor(
    private readonly repository: OutlinesRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Where the outlines of a region lie; the address changes with them. Null: it has none. */
  async addressOf({ id, slug }: Pick<Region, 'id' | 'slug'>): Promise<string | null> {
    const version = await this.versionOf(id);
    return version === undefined ? null : `/daten/umrisse/${slug}/${version}.json`;
  }

  /** The outlines of a region; null: it has none. */
  async of({ id }: Pick<Region, 'id'>): Promise<Outlines | null> {
    const version = await this.versionOf(id);
    if (version === undefined) return null;
    const known = this.read.get(id);
    if (known?.version === version) return known.outlines;
    const content = await this.repository.content(id, version);
    if (content === null) return null;
    const outlines = JSON.parse(content) as Outlines;
    this.read.set(id, { version, outlines });
    return outlines;
  }

  /** What lies at an address of this version; null where there is none, or another by now. */
  content(region: Region, version: string): Promise<string | null> {
    return this.repository.content(region.id, version);
  }

  /** Gives a region the outlines of a GeoJSON document, in the place of those it had. */
  async replace(region: Region, given: unknown): Promise<Result<Outlines, OutlineRefusal>> {
    const kept = await this.unitOfWork.run((tx) => this.keep(tx, region, given));
    this.versions = null;
    return kept;
  }

  /** Takes them away. */
  async remove(region: Region): Promise<void> {
    await this.unitOfWork.run((tx) => this.repository.remove(tx, region.id));
    this.versions = null;
  }

  /** The same within the transaction that sets a region up. */
  async keep(tx: Tx, region: Region, given: unknown): Promise<Result<Outlines, OutlineRefusal>> {
    const outlines = readOutlines(given, region.extent);
    if (!outlines.ok) return outlines;
    const content = JSON.stringify(outlines.value);
    const version = createHash('sha256').update(content).digest('hex').slice(0, 16);
    await this.repository.replace(tx, { regionId: region.id, version, content });
    this.versions = null;
    return ok(outlines.value);
  }

  private async versionOf(regionId: Id): Promise<string | undefined> {
    if (!this.versions || this.versions.until < Date.now()) {
      const of = this.repository.versions().then((rows) => new Map(rows.map((row) => [row.regionId, row.version])));
      this.versions = { of, until: Date.now() + KEPT_MS };
      of.catch(() => (this.versions = null));
    }
    return (await this.versions.of).get(regionId);
  }
}
