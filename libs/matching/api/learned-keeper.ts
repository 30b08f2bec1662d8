import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import type { Learned } from '@knotenpunkt/matching/domain';
import { LearnedRepository } from './learned.repository';

/** Aggregate under which open pages and other processes are told that a region learned. */
export const LEARNING = 'learning';
/** Read again after this time though nobody said anything: a notice may be lost. */
const READ_AGAIN_MS = 60_000;

/** Keeps in memory what each region learned. */
@Injectable()
export class LearnedKeeper {
  private readonly kept = new Map<Id, { read: Promise<Learned | null>; at: number }>();

  constructor(private readonly repository: LearnedRepository) {}

  /** What a region's outcomes taught; null: nothing yet, and what was shipped serves. */
  of(regionId: Id): Promise<Learned | null> {
    const known = this.kept.get(regionId);
    if (known && Date.now() - known.at < READ_AGAIN_MS) return known.read;
    const read = this.repository.newest(regionId).then((row) => row?.learned ?? null);
    this.kept.set(regionId, { read, at: Date.now() });
    read.catch(() => this.kept.delete(regionId));
    return read;
  }

  forget(regionId: Id): void {
    this.kept.delete(regionId);
  }
}
