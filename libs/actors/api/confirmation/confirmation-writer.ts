import { Inject, Injectable } from '@nestjs/common';
import { confirmProfile, type Actor } from '@knotenpunkt/actors/domain';
import { Acts } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { type Audience, type Clock, ok, refuse, type Result } from '@knotenpunkt/kernel';
import { CLOCK, updateVersioned, type Tx } from '@knotenpunkt/platform/database';
import { Outbox } from '@knotenpunkt/platform/outbox';
import type { Region } from '@knotenpunkt/regions/domain';
import { EntryRepository } from '../entry.repository';
import { keepEntries, keepProfiles } from '../history/said';
import type { AskedAbout } from './asked-about';

/** Writes what was answered: all is right, out of the directory, back into it. */
@Injectable()
export class ConfirmationWriter {
  constructor(
    private readonly entries: EntryRepository,
    private readonly outbox: Outbox,
    private readonly acts: Acts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The Steckbrief and all offers and needs that hold are right. What nobody said itself before is now said by it. */
  async confirm(tx: Tx, viewer: Viewer, region: Region, { actor, entries }: AskedAbout, expectedVersion: number): Promise<Result<number>> {
    const decision = confirmProfile(viewer, actor, this.clock.today(region.timeZone));
    if (!decision.ok) return decision;
    const set = { confirmed_on: decision.value, provenance: 'ENTERED' };
    const written = await updateVersioned(tx, { table: 'actor', id: actor.id, expectedVersion, set });
    if (!written.ok) return written;
    for (const { id, version } of entries) {
      const changed = await this.entries.change(tx, id, version, { confirmed_on: decision.value });
      if (!changed.ok) return changed;
    }
    await keepEntries(
      tx,
      entries.map(({ id }) => id),
      { act: 'entry.confirmed', at: this.clock.now(), viewer },
    );
    await this.tell(tx, viewer, actor, 'actor.profileConfirmed', 'PUBLIC');
    return written;
  }

  /** Takes an organisation out of the directory, or puts it back. Nothing of it is lost meanwhile. `verb`: what to call it, where it did not go itself. */
  async setArchived(
    tx: Tx,
    viewer: Viewer,
    actor: Actor,
    change: { archived: boolean; expectedVersion: number; verb?: 'actor.hidden' },
  ): Promise<Result<number>> {
    const { archived, expectedVersion, verb = archived ? 'actor.archived' : 'actor.restored' } = change;
    // One that became part of another, or is continued by it, comes back when that is undone, not alone.
    const merged = (await tx.query('SELECT id FROM actor WHERE id = $1 AND (merged_into_id IS NOT NULL OR closed_on IS NOT NULL)', [
      actor.id,
    ])) as unknown[];
    if (merged.length > 0) return refuse('ENTRY_GONE');
    const written = await updateVersioned(tx, { table: 'actor', id: actor.id, expectedVersion, set: { archived } });
    if (!written.ok) return written;
    // The coordination is to know; in public nobody is told who left.
    await this.tell(tx, viewer, actor, verb, 'COORDINATORS');
    return ok(written.value);
  }

  private async tell(tx: Tx, viewer: Viewer, { id, regionId, name, slug }: Actor, verb: string, audience: Audience): Promise<void> {
    await keepProfiles(tx, [id], { act: verb, at: this.clock.now(), viewer });
    await this.outbox.append(tx, { aggregate: 'actor', id, regionId });
    // Of one that is archived there is no page.
    const subject = { type: 'actor', id, title: name, ...(verb === 'actor.archived' || verb === 'actor.hidden' ? {} : { slug }) };
    await this.acts.record(tx, { viewer, regionId, actorId: id, verb, subject, audience });
  }
}
