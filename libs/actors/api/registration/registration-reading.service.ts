import { Injectable } from '@nestjs/common';
import { REGISTRATION_STATES, type Registration, type RegistrationState } from '@knotenpunkt/actors/domain';
import { MandateService } from '@knotenpunkt/identity/api';
import { passes, type Viewer } from '@knotenpunkt/identity/domain';
import { decodeCursor, isId, toPage, type Id, type Page, type PageRequest } from '@knotenpunkt/kernel';
import type { Region } from '@knotenpunkt/regions/domain';
import { RegistrationRepository, type RegistrationRow } from './registration.repository';

/** What waits, and what was decided. */
@Injectable()
export class RegistrationReading {
  constructor(
    private readonly registrations: RegistrationRepository,
    private readonly mandates: MandateService,
  ) {}

  /** Those that wait first; nothing for those who do not coordinate. */
  async page(
    viewer: Viewer,
    region: Region,
    states: readonly RegistrationState[],
    { first, after }: PageRequest,
  ): Promise<Page<RegistrationRow>> {
    const key = after ? decodeCursor(after) : null;
    const size = Math.min(Math.max(first, 1), 100);
    const wanted = states.length > 0 ? states : REGISTRATION_STATES;
    const rows = passes(viewer, 'COORDINATOR')
      ? await this.registrations.page(region.id, wanted, size, key && isId(key[1]) ? key : null)
      : [];
    return toPage(rows, size, (row) => [row.sortKey, row.id]);
  }

  waiting(region: Region): Promise<number> {
    return this.registrations.waiting(region.id);
  }

  async ofViewer(viewer: Viewer, region: Region): Promise<Registration[]> {
    return viewer.personId === null ? [] : this.registrations.ofPerson(region.id, viewer.personId);
  }

  /** Whether an entry can be claimed: nobody administers it. With what the viewer has asked for already. */
  async claimOf(viewer: Viewer, region: Region, actorId: Id): Promise<{ administered: boolean; registration: Registration | null }> {
    const administered = isId(actorId) && (await this.mandates.administered(region, [actorId])).has(actorId);
    const own = await this.ofViewer(viewer, region);
    return {
      administered,
      registration: own.find((each) => each.claims && each.actorId === actorId && each.state !== 'WITHDRAWN') ?? null,
    };
  }
}
