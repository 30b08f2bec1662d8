import { Inject, Injectable } from '@nestjs/common';
import { mergeInto, takeApart, type Actor, type MergeChange, type MergePart } from '@knotenpunkt/actors/domain';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { ok, refuse, type Clock, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import { CLOCK, updateVersioned, type Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { actorRow } from '../actor-rows';
import { ActorRepository } from '../actor.repository';
import { keepProfiles } from '../history/said';
import { vocabulariesOf } from '../region-vocabularies';

/** Two entries that are to become one, as somebody has seen them. */
export interface MergeWish {
  keptId: Id;
  keptVersion: number;
  mergedId: Id;
  mergedVersion: number;
  /** What is taken from the entry that is given up. */
  takes: readonly MergePart[];
}

export interface MergedActors {
  kept: Actor;
  merged: Actor;
  change: MergeChange;
}

/** Makes one entry of two, and two of one again, in the caller's transaction. What refers to them is moved by whoever calls. */
@Injectable()
export class ActorMerging {
  constructor(
    private readonly actors: ActorRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Both entries of a region; null where one is not there. */
  async find(tx: Tx, region: Region, ids: readonly [Id, Id]): Promise<[Actor, Actor] | null> {
    const found = new Map((await this.actors.findAll(tx, ids)).map((actor) => [actor.id, actor]));
    const [one, other] = ids.map((id) => found.get(id));
    return one?.regionId === region.id && other?.regionId === region.id ? [one, other] : null;
  }

  async merge(tx: Tx, viewer: Viewer, region: Region, wish: MergeWish): Promise<Result<MergedActors>> {
    const both = await this.lock(tx, region, [wish.keptId, wish.mergedId]);
    if (!both) return refuse('ENTRY_GONE');
    const [kept, merged] = both;
    const decided = mergeInto(viewer, { kept, merged, takes: wish.takes, employs: await this.actors.employs(tx, [kept.id, merged.id]) });
    if (!decided.ok) return decided;
    const written = await this.write(tx, decided.value.actor, wish.keptVersion);
    if (!written.ok) return written;
    const gone = await updateVersioned(tx, {
      ...{ table: 'actor', id: merged.id, expectedVersion: wish.mergedVersion },
      set: { archived: true, merged_into_id: kept.id },
    });
    if (!gone.ok) return gone;
    await keepProfiles(tx, [kept.id, merged.id], { act: 'actor.merged', at: this.clock.now(), viewer });
    return ok({ kept: { ...decided.value.actor, version: written.value }, merged, change: decided.value.change });
  }

  /** Gives back what an entry said before, as far as nobody changed it since, and shows the other again. */
  async unmerge(
    tx: Tx,
    viewer: Viewer,
    region: Region,
    { keptId, mergedId, change }: { keptId: Id; mergedId: Id; change: MergeChange },
  ): Promise<Result<{ kept: Actor; merged: Actor; left: MergePart[] }>> {
    const both = await this.lock(tx, region, [keptId, mergedId]);
    if (!both) return refuse('ENTRY_GONE');
    const [now, merged] = both;
    if (now.archived) return refuse('MERGED_AGAIN');
    const { actor: kept, left } = takeApart(now, change);
    const written = await this.write(tx, kept, now.version);
    if (!written.ok) return written;
    const shown = await updateVersioned(tx, {
      ...{ table: 'actor', id: merged.id, expectedVersion: merged.version },
      set: { archived: false, merged_into_id: null },
    });
    if (!shown.ok) return shown;
    await keepProfiles(tx, [kept.id, merged.id], { act: 'actor.unmerged', at: this.clock.now(), viewer });
    return ok({ kept, merged, left });
  }

  /** Organisations by their ids, wherever they belong. */
  async among(tx: Tx, ids: readonly Id[]): Promise<Map<Id, Actor>> {
    return new Map((await this.actors.findAll(tx, ids)).map((actor) => [actor.id, actor]));
  }

  /** Two organisations of a region that are there, kept from others until the transaction ends; null where one is not. */
  async lockOpen(tx: Tx, region: Region, ids: readonly [Id, Id]): Promise<[Actor, Actor] | null> {
    const both = await this.lock(tx, region, ids);
    return both?.some(({ archived }) => archived) ? null : both;
  }

  /** One that another continues; null where it is there itself. */
  async closed(tx: Tx, id: Id): Promise<Actor | null> {
    const rows = (await tx.query('SELECT id FROM actor WHERE id = $1 AND closed_on IS NOT NULL', [id])) as unknown[];
    return rows.length > 0 ? this.actors.find(tx, id) : null;
  }

  /** Closes an organisation, locked before, that another continues since a day: it stands in no list any more, and its page tells what it was. */
  async close(tx: Tx, viewer: Viewer, actor: Actor, sinceOn: LocalDate): Promise<Result<number>> {
    const closed = await this.setClosed(tx, actor, sinceOn);
    if (closed.ok) await keepProfiles(tx, [actor.id], { act: 'actor.succeeded', at: this.clock.now(), viewer });
    return closed;
  }

  /** Shows an organisation again that was closed. */
  async reopen(
    tx: Tx,
    viewer: Viewer,
    region: Region,
    { predecessorId, successorId }: { predecessorId: Id; successorId: Id },
  ): Promise<Result<{ predecessor: Actor; successor: Actor }>> {
    const both = await this.lock(tx, region, [predecessorId, successorId]);
    if (!both) return refuse('ENTRY_GONE');
    const [predecessor, successor] = both;
    if (successor.archived) return refuse('MERGED_AGAIN');
    const shown = await this.setClosed(tx, predecessor, null);
    if (!shown.ok) return shown;
    await keepProfiles(tx, [predecessorId], { act: 'actor.successionUndone', at: this.clock.now(), viewer });
    return ok({ predecessor, successor });
  }

  private setClosed(tx: Tx, { id, version }: Actor, on: LocalDate | null): Promise<Result<number>> {
    return updateVersioned(tx, { table: 'actor', id, expectedVersion: version, set: { archived: on !== null, closed_on: on } });
  }

  /** The same, locked in the order of their ids. */
  private async lock(tx: Tx, region: Region, ids: readonly [Id, Id]): Promise<[Actor, Actor] | null> {
    await tx.query('SELECT FROM actor WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', [ids]);
    return this.find(tx, region, ids);
  }

  private async write(tx: Tx, actor: Actor, expectedVersion: number): Promise<Result<number>> {
    const row = actorRow(actor, await vocabulariesOf(tx, actor.regionId));
    return updateVersioned(tx, {
      ...{ table: 'actor', id: actor.id, expectedVersion },
      set: {
        ...{ name: row.name, short_name: row.shortName, sort_name: row.sortName, kind: row.kind },
        ...{ summary: row.summary, description: row.description, themes: row.themes, competences: row.competences },
        ...{ sector: row.sector, section: row.section, occupations: row.occupations, street: row.street, postal_code: row.postalCode },
        ...{ city: row.city, district: row.district, lon: row.lon, lat: row.lat, website: row.website, size: row.size },
        ...{
          parent_id: row.parentId,
          employer_id: row.employerId,
          provenance: row.provenance,
          source_note: row.sourceNote,
          confirmed_on: row.confirmedOn,
        },
        ...{ logo_hash: row.logoHash, proposable: row.proposable, search_text: row.searchText },
      },
    });
  }
}
