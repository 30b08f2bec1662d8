import { Inject, Injectable } from '@nestjs/common';
import type { AskingState } from '@knotenpunkt/actors/domain';
import { passes, type Viewer } from '@knotenpunkt/identity/domain';
import { decodeCursor, toPage, type Clock, type Page, type PageRequest } from '@knotenpunkt/kernel';
import { CLOCK } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { AgedActorsRepository, type AgedRow, type ArchivedRow } from './aged-actors.repository';
import { ConfirmationPeriods } from './confirmation-periods';

/** Whose entries have grown old in a region, and who is out of its directory, for those who coordinate it. */
@Injectable()
export class AgedActorsService {
  constructor(
    private readonly aged: AgedActorsRepository,
    private readonly periods: ConfirmationPeriods,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Those whose Steckbrief, offers and needs nobody confirmed for the region's period, the oldest first. */
  async page(viewer: Viewer, region: Region, state: AskingState | null, { first, after }: PageRequest): Promise<Page<AgedRow>> {
    const { afterDays } = await this.periods.of(region.id);
    const cut = { state, after: after ? decodeCursor(after) : null, most: first + 1 };
    const rows = passes(viewer, 'COORDINATOR')
      ? await this.aged.page(region.id, { today: this.clock.today(region.timeZone), afterDays }, cut)
      : [];
    return toPage(rows, first, (row) => [row.sortKey, row.id]);
  }

  /** How many there are in each state; a state nobody is in is left out. */
  async counts(viewer: Viewer, region: Region): Promise<{ state: AskingState; count: number }[]> {
    if (!passes(viewer, 'COORDINATOR')) return [];
    const { afterDays } = await this.periods.of(region.id);
    return this.aged.counts(region.id, this.clock.today(region.timeZone), afterDays);
  }

  async archived(viewer: Viewer, region: Region, { first, after }: PageRequest): Promise<Page<ArchivedRow>> {
    const cursor = after ? decodeCursor(after) : null;
    const rows = passes(viewer, 'COORDINATOR') ? await this.aged.archived(region.id, cursor, first + 1) : [];
    return toPage(rows, first, (row) => [row.sortKey, row.id]);
  }
}
