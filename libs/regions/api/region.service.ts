import { Inject, Injectable } from '@nestjs/common';
import { idFrom } from '@knotenpunkt/kernel';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import { chooseRegion, type Region } from '@knotenpunkt/regions/domain';
import { RegionRepository } from './region.repository';

/** Slug of the region shown when an address names none. */
export const DEFAULT_REGION = Symbol('DEFAULT_REGION');

/** Regions are few and change only when one is set up: they are read once and kept for this long. */
const KEPT_MS = 10_000;

@Injectable()
export class RegionService {
  private kept: { regions: Region[]; until: number } | null = null;

  constructor(
    private readonly regions: RegionRepository,
    private readonly unitOfWork: UnitOfWork,
    @Inject(DEFAULT_REGION) private readonly defaultSlug: string,
  ) {}

  /** All regions of the installation, by name. */
  async all(): Promise<Region[]> {
    if (!this.kept || this.kept.until < Date.now()) this.kept = { regions: await this.regions.all(), until: Date.now() + KEPT_MS };
    return this.kept.regions;
  }

  /** The region a request names, else the default one; null only when the installation has no region yet. */
  async choose(slug: string | undefined): Promise<Region | null> {
    return chooseRegion(await this.all(), slug, this.defaultSlug);
  }

  /** The region at this address; set up as described where there is none yet. */
  async setUp(described: Omit<Region, 'id'>): Promise<Region> {
    const region: Region = { id: idFrom('region', described.slug), ...described };
    await this.unitOfWork.run((tx) => this.regions.insertIfMissing(tx, region));
    this.forget();
    return (await this.all()).find(({ slug }) => slug === described.slug)!;
  }

  /** Reads the regions again with the next question, after one was set up. */
  forget(): void {
    this.kept = null;
  }
}
