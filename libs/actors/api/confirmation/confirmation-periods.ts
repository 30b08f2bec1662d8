import { Injectable } from '@nestjs/common';
import { CONFIRM_AFTER_DAYS, type ConfirmationPeriod } from '@knotenpunkt/actors/domain';
import type { Id } from '@knotenpunkt/kernel';
import { ConfirmationRepository } from './confirmation.repository';

/** Regions are few and their periods hardly change: every Steckbrief that is shown would read it otherwise. */
const KEPT_MS = 10_000;

/** After how long each region asks. A region that never chose has version 0. */
@Injectable()
export class ConfirmationPeriods {
  private readonly kept = new Map<Id, { period: Promise<ConfirmationPeriod>; until: number }>();

  constructor(private readonly confirmations: ConfirmationRepository) {}

  of(regionId: Id): Promise<ConfirmationPeriod> {
    const known = this.kept.get(regionId);
    if (known && known.until > Date.now()) return known.period;
    const period = this.confirmations.period(regionId).then((found) => found ?? { afterDays: CONFIRM_AFTER_DAYS, version: 0 });
    this.kept.set(regionId, { period, until: Date.now() + KEPT_MS });
    period.catch(() => this.kept.delete(regionId));
    return period;
  }

  /** Reads it again with the next question, after it was changed. */
  forget(regionId: Id): void {
    this.kept.delete(regionId);
  }
}
