import { Inject, Injectable } from '@nestjs/common';
import {
  actorFromList,
  LISTED_PARTS,
  withListedParts,
  type Actor,
  type ListedActorFacts,
  type ListedParts,
} from '@knotenpunkt/actors/domain';
import type { Clock, Id } from '@knotenpunkt/kernel';
import { CLOCK, freeSlugs, type Tx } from '@knotenpunkt/platform/database';
import { Outbox } from '@knotenpunkt/platform/outbox';
import type { Region } from '@knotenpunkt/regions/domain';
import { ActorRepository } from './actor.repository';
import { keepProfiles } from './history/said';
import { actorRow } from './actor-rows';
import { vocabulariesOf } from './region-vocabularies';

/** Other parts for an entry, on condition that it still has this version. */
export interface Revision {
  id: Id;
  expectedVersion: number;
  parts: ListedParts;
}

/** An entry that was revised: its new version, and what stood there before. */
export interface Revised {
  id: Id;
  version: number;
  before: ListedParts;
}

/** Tables and columns that name an organisation, by foreign key or by the name of the column; the room's own parts of an entry aside. */
const REFERRING = `
  SELECT n.nspname AS schema, c.relname AS table, a.attname AS column FROM pg_attribute a
  JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p') JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname IN ('public', 'auth') AND a.attnum > 0 AND NOT a.attisdropped AND a.atttypid = 'uuid'::regtype
    AND NOT (n.nspname = 'public' AND c.relname IN ('actor_contact', 'actor_slug', 'actor_version', 'confirmation_request'))
    AND (a.attname ~ '(^|_)actor_id$' OR EXISTS (
      SELECT 1 FROM pg_constraint f WHERE f.contype = 'f' AND f.conrelid = c.oid AND f.confrelid = 'actor'::regclass AND a.attnum = ANY(f.conkey)))
  ORDER BY 1, 2, 3`;

/** Entries that tables of the coordination make and change, many at once, for rooms that load them and take them back. */
@Injectable()
export class ActorListing {
  constructor(
    private readonly actors: ActorRepository,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** New actors of a region, in the caller's transaction; their ids must not be there yet. */
  async load(tx: Tx, region: Region, told: readonly ListedActorFacts[]): Promise<void> {
    if (told.length === 0) return;
    const known = await vocabulariesOf(tx, region.id);
    const slugs = await freeSlugs(tx, { tables: ['actor', 'actor_slug'], regionId: region.id, words: told.map(({ name }) => name) });
    const actors = told.map((each, at) => actorFromList(each, { regionId: region.id, slug: slugs[at]! }));
    await this.actors.insertMany(
      tx,
      actors.map((actor) => actorRow(actor, known)),
    );
    const contacts = told.flatMap(({ id, contact }) =>
      contact ? [{ ...contact, actorId: id, role: '', visibility: 'HIDDEN' as const }] : [],
    );
    await this.actors.insert(tx, [], contacts);
    await this.tell(
      tx,
      region,
      told.map(({ id }) => id),
    );
  }

  /** Changes entries of a region that still have the version expected; those that are not in the answer have another, or are gone. */
  async revise(tx: Tx, region: Region, wanted: readonly Revision[]): Promise<Revised[]> {
    if (wanted.length === 0) return [];
    const known = await vocabulariesOf(tx, region.id);
    const found = await this.actors.findAll(
      tx,
      wanted.map(({ id }) => id),
    );
    const byId = new Map(found.filter(({ regionId, archived }) => regionId === region.id && !archived).map((actor) => [actor.id, actor]));
    const fitting = wanted.flatMap((each) => {
      const actor = byId.get(each.id);
      return actor?.version === each.expectedVersion ? [{ ...each, actor }] : [];
    });
    const written = new Set(
      await this.actors.rewriteMany(
        tx,
        fitting.map(({ actor, parts }) => actorRow(withListedParts(actor, parts), known)),
      ),
    );
    const revised = fitting.filter(({ id }) => written.has(id));
    await this.tell(
      tx,
      region,
      revised.map(({ id }) => id),
    );
    return revised.map(({ id, expectedVersion, parts, actor }) => ({
      id,
      version: expectedVersion + 1,
      before: partsBefore(actor, parts),
    }));
  }

  /** Which of these entries something refers to: mandates, Vorhaben, offers, threads, whatever there is. The catalogue says, so no room can be forgotten. */
  async used(tx: Tx, ids: readonly Id[]): Promise<Set<Id>> {
    const referring = (await tx.query(REFERRING)) as { schema: string; table: string; column: string }[];
    const each = referring.map(
      ({ schema, table, column }) => `SELECT "${column}" AS id FROM "${schema}"."${table}" WHERE "${column}" = ANY($1::uuid[])`,
    );
    const rows = (await tx.query(each.join(' UNION '), [ids])) as { id: Id }[];
    return new Set(rows.map(({ id }) => id));
  }

  /** Erases entries that still have the version expected and that nothing refers to; gives those that are gone now. */
  async erase(tx: Tx, region: Region, wanted: readonly { id: Id; expectedVersion: number }[]): Promise<Id[]> {
    if (wanted.length === 0) return [];
    const gone = await this.actors.eraseMany(tx, region.id, wanted);
    await this.tell(tx, region, gone);
    return gone;
  }

  private async tell(tx: Tx, region: Region, ids: readonly Id[]): Promise<void> {
    await keepProfiles(tx, ids, { act: 'actor.listed', at: this.clock.now(), viewer: null });
    return this.outbox.appendAll(
      tx,
      ids.map((id) => ({ aggregate: 'actor', id, regionId: region.id })),
    );
  }
}

/** What stood where parts were written, the place among them where it was given up. */
function partsBefore(actor: Actor, parts: ListedParts): ListedParts {
  const written = withListedParts(actor, parts);
  const changed = LISTED_PARTS.filter((part) => part in parts || written[part] !== actor[part]);
  return Object.fromEntries(changed.map((part) => [part, actor[part]]));
}
