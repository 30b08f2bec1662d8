import { Injectable } from '@nestjs/common';
import type { Viewer } from '@knotenpunkt/identity/domain';
import type { Id, Result } from '@knotenpunkt/kernel';
import type { ReportedType } from '@knotenpunkt/moderation/domain';
import type { Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';

/** Hides an entry within a transaction, or lets it come back, as its own room does that: its graph, its acts, its mails. */
export type HidingDoor = (tx: Tx, viewer: Viewer, region: Region, entry: { id: Id; hidden: boolean }) => Promise<Result<unknown>>;

/** How entries of each kind are hidden. For a kind without a door the decision is noted, and whoever decides is led to the entry. */
@Injectable()
export class HidingDoors {
  private readonly doors = new Map<ReportedType, HidingDoor>();

  register(type: ReportedType, door: HidingDoor): void {
    this.doors.set(type, door);
  }

  of(type: ReportedType): HidingDoor | null {
    return this.doors.get(type) ?? null;
  }
}
