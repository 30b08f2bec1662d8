import { Inject, Injectable } from '@nestjs/common';
import {
  addEntry,
  changeEntry,
  confirmEntry,
  reopenEntry,
  withdrawEntry,
  type Direction,
  type Entry,
  type EntryText,
} from '@knotenpunkt/actors/domain';
import { Acts } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { ok, refuse, type Clock, type Id, type Result } from '@knotenpunkt/kernel';
import { CLOCK, UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import { Outbox } from '@knotenpunkt/platform/outbox';
import type { Region } from '@knotenpunkt/regions/domain';
import { loadCompetences } from '@knotenpunkt/themes/domain';
import { ActorRepository } from './actor.repository';
import { entryRow, entrySearchText } from './actor-rows';
import { keepEntries } from './history/said';
import { EntryRepository, type EntryChange } from './entry.repository';

/** Offers and needs. */
@Injectable()
export class EntryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly actors: ActorRepository,
    private readonly entries: EntryRepository,
    private readonly acts: Acts,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Adds an entry; adding the same one again changes nothing and gives it. */
  async addEntry(viewer: Viewer, region: Region, wish: EntryText & { id: Id; actorId: Id; direction: Direction }): Promise<Result<Entry>> {
    const known = await loadCompetences();
    return this.unitOfWork.run(async (tx) => {
      const actor = await this.actors.find(tx, wish.actorId);
      if (!actor || actor.regionId !== region.id) return refuse('NOT_PERMITTED');
      const open = await this.entries.countOpen(tx, actor.id);
      const decision = addEntry(viewer, actor, wish, { known, open, today: this.clock.today(region.timeZone) });
      if (!decision.ok) return decision;
      const present = await this.entries.find(tx, wish.id);
      if (present) return present.actorId === actor.id ? ok(present) : refuse('NOT_PERMITTED');
      await this.entries.insert(tx, [entryRow(decision.value, known)]);
      const verb = decision.value.direction === 'OFFER' ? 'entry.offerAdded' : 'entry.needAdded';
      await this.record(tx, viewer, decision.value, { verb, actorSlug: actor.slug });
      return ok(decision.value);
    });
  }

  async changeEntry(
    viewer: Viewer,
    region: Region,
    change: EntryText & { id: Id; expectedVersion: number },
    act = 'entry.changed',
  ): Promise<Result<Entry>> {
    const known = await loadCompetences();
    return this.change(viewer, region, change, act, (entry) => {
      const decision = changeEntry(viewer, entry, change, { known, today: this.clock.today(region.timeZone) });
      if (!decision.ok) return decision;
      const { title, text, themes, competences, fromOn, untilOn, audience, confirmedOn } = decision.value;
      return ok({
        title,
        text,
        themes,
        competences,
        from_on: fromOn,
        until_on: untilOn,
        audience,
        confirmed_on: confirmedOn,
        search_text: entrySearchText(decision.value, known),
      });
    });
  }

  async confirmEntry(viewer: Viewer, region: Region, change: { id: Id; expectedVersion: number }): Promise<Result<Entry>> {
    return this.change(viewer, region, change, 'entry.confirmed', (entry) => {
      const decision = confirmEntry(viewer, entry, this.clock.today(region.timeZone));
      return decision.ok ? ok({ confirmed_on: decision.value }) : decision;
    });
  }

  async withdrawEntry(viewer: Viewer, region: Region, change: { id: Id; expectedVersion: number }): Promise<Result<Entry>> {
    return this.change(viewer, region, change, 'entry.withdrawn', (entry) => {
      const decision = withdrawEntry(viewer, entry);
      return decision.ok ? ok({ state: decision.value }) : decision;
    });
  }

  /** Opens one again that was taken back or has ended; it stands there with its last words. */
  async reopenEntry(viewer: Viewer, region: Region, change: { id: Id; expectedVersion: number }): Promise<Result<Entry>> {
    return this.change(viewer, region, change, 'entry.reopened', async (entry, tx) => {
      const open = await this.entries.countOpen(tx, entry.actorId);
      const decision = reopenEntry(viewer, entry, { today: this.clock.today(region.timeZone), open });
      if (!decision.ok) return decision;
      const { state, untilOn, confirmedOn } = decision.value;
      return ok({ state, until_on: untilOn, confirmed_on: confirmedOn });
    });
  }

  private async change(
    viewer: Viewer,
    region: Region,
    about: { id: Id; expectedVersion: number },
    verb: string,
    decide: (entry: Entry, tx: Tx) => Result<EntryChange> | Promise<Result<EntryChange>>,
  ): Promise<Result<Entry>> {
    return this.unitOfWork.run(async (tx) => {
      const found = await this.entries.withActor(tx, about.id);
      if (!found || found.entry.regionId !== region.id) return refuse('NOT_PERMITTED');
      const decision = await decide(found.entry, tx);
      if (!decision.ok) return decision;
      const changed = await this.entries.change(tx, about.id, about.expectedVersion, decision.value);
      if (changed.ok) await this.record(tx, viewer, changed.value, { verb, actorSlug: found.actorSlug });
      return changed;
    });
  }

  private async record(tx: Tx, viewer: Viewer, entry: Entry, { verb, actorSlug }: { verb: string; actorSlug: string }): Promise<void> {
    await keepEntries(tx, [entry.id], { act: verb, at: this.clock.now(), viewer });
    // Its facts stay as they are, but whoever shows or compares entries is told to read again.
    await this.outbox.append(tx, { aggregate: 'actor', id: entry.actorId, regionId: entry.regionId });
    await this.acts.record(tx, {
      viewer,
      regionId: entry.regionId,
      actorId: entry.actorId,
      verb,
      subject: { type: 'actor', id: entry.actorId, title: entry.title, slug: actorSlug },
      themes: entry.themes,
      audience: entry.audience,
    });
  }
}
