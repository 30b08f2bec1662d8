import { Injectable } from '@nestjs/common';
import { ActorListing } from '@knotenpunkt/actors/api';
import type { ListedActorFacts, ListedParts } from '@knotenpunkt/actors/domain';
import { readActor, registerKeyOf, type KeptReason, type ListedActor } from '@knotenpunkt/imports/domain';
import { idFrom, type Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import type { ActorKind } from '@knotenpunkt/themes/domain';
import type { StoredBatch } from './batch.repository';
import { RowRepository, type WritableRow, type WrittenRow } from './row.repository';
import { TraitRepository } from './trait.repository';

type Read = WritableRow & { said: ListedActor };

/** The same row of the same table is always the same entry: a job that begins anew makes nothing twice. */
const entryOf = (batch: StoredBatch, line: number): Id => idFrom('import', batch.id, String(line));

/** Writes organisations of a table into the directory, by the door of their room, and takes them back. */
@Injectable()
export class ActorWriting {
  constructor(
    private readonly rows: RowRepository,
    private readonly traits: TraitRepository,
    private readonly listing: ActorListing,
  ) {}

  /** Writes some rows. What somebody changed or entered since the dry run is left, with the reason. */
  async write(tx: Tx, region: Region, batch: StoredBatch, writable: readonly WritableRow[]): Promise<void> {
    const read = writable.map((row): Read => ({ ...row, said: readActor(row.cells, batch.fields).said }));
    const fresh = read.filter(({ fate }) => fate === 'NEW');
    const taken = new Set(
      (
        await this.traits.takenSince(tx, region.id, {
          names: fresh.filter(({ decision }) => decision === null).map(({ said }) => said.name),
          since: batch.createdAt,
          exceptBatchId: batch.id,
        })
      ).map(({ name }) => name),
    );
    const isTaken = ({ decision, said }: Read) => decision === null && taken.has(said.name.toLowerCase());
    const made = fresh.filter((row) => !isTaken(row));
    await this.listing.load(
      tx,
      region,
      made.map((row) => factsOf(batch, row)),
    );
    const changed = read.filter(({ fate }) => fate === 'CHANGED');
    const revised = await this.listing.revise(
      tx,
      region,
      changed.map(({ targetId, targetVersion, changes }) => ({
        id: targetId!,
        expectedVersion: targetVersion!,
        parts: Object.fromEntries(changes.map(({ field, after }) => [field, after])) as ListedParts,
      })),
    );
    const byId = new Map(revised.map((each) => [each.id, each]));
    const written: (WrittenRow & { kept: null })[] = [
      ...made.map(({ line }) => ({
        line,
        writtenId: entryOf(batch, line),
        writtenVersion: 1,
        beforeVersion: null,
        before: null,
        kept: null,
      })),
      ...changed.flatMap(({ line, targetId, targetVersion }) => {
        const now = byId.get(targetId!);
        if (!now) return [];
        const before = now.before as Record<string, string | number | null>;
        return [{ line, writtenId: now.id, writtenVersion: now.version, beforeVersion: targetVersion, before, kept: null }];
      }),
    ];
    const lines = new Map(written.map(({ line, writtenId }) => [line, writtenId]));
    await this.rows.written(tx, batch.id, written);
    await this.rows.keep(
      tx,
      batch.id,
      read
        .filter(({ line }) => !lines.has(line))
        .map(({ line, fate }) => ({ line, reason: fate === 'NEW' ? ('TAKEN_SINCE' as const) : ('CHANGED_SINCE' as const) })),
    );
    await this.traits.noteKeys(
      tx,
      region.id,
      read.flatMap(({ line, said }) => numbersOf(said, lines.get(line))),
    );
  }

  /** Takes back some rows that were written; what was changed or used since stays, with the reason. */
  async takeBack(tx: Tx, region: Region, batch: StoredBatch, written: readonly WrittenRow[]): Promise<void> {
    const made = written.filter(({ beforeVersion }) => beforeVersion === null);
    const used = await this.listing.used(
      tx,
      made.map(({ writtenId }) => writtenId),
    );
    const erased = await this.listing.erase(
      tx,
      region,
      made
        .filter(({ writtenId }) => !used.has(writtenId))
        .map(({ writtenId, writtenVersion }) => ({ id: writtenId, expectedVersion: writtenVersion })),
    );
    await this.traits.forgetKeys(tx, erased);
    const changed = written.filter(({ beforeVersion }) => beforeVersion !== null);
    const restored = await this.listing.revise(
      tx,
      region,
      changed.map(({ writtenId, writtenVersion, before }) => ({
        id: writtenId,
        expectedVersion: writtenVersion,
        parts: (before ?? {}) as ListedParts,
      })),
    );
    const versions = new Map(restored.map(({ id, version }) => [id, version]));
    await this.rows.standsAgain(
      tx,
      changed.flatMap(({ writtenId, beforeVersion }) => {
        const version = versions.get(writtenId);
        return version === undefined ? [] : [{ id: writtenId, beforeVersion: beforeVersion!, version }];
      }),
    );
    const gone = new Set([...erased, ...versions.keys()]);
    const left = written.filter(({ writtenId }) => !gone.has(writtenId));
    const there = await this.traits.actors(
      tx,
      region.id,
      left.map(({ writtenId }) => writtenId),
    );
    const reasonOf = (id: Id): KeptReason => (!there.has(id) ? 'GONE' : used.has(id) ? 'USED_SINCE' : 'CHANGED_SINCE');
    await this.rows.takeBack(
      tx,
      batch.id,
      written.filter(({ writtenId }) => gone.has(writtenId)).map(({ line }) => line),
    );
    await this.rows.keep(
      tx,
      batch.id,
      left.map(({ line, writtenId }) => ({ line, reason: reasonOf(writtenId) })),
    );
  }
}

function factsOf(batch: StoredBatch, { line, said }: Read): ListedActorFacts {
  const id = entryOf(batch, line);
  return {
    id,
    name: said.name,
    shortName: said.shortName ?? '',
    kind: said.kind ?? (batch.defaultKind as ActorKind),
    summary: said.summary ?? '',
    description: said.description ?? '',
    street: said.street ?? '',
    postalCode: said.postalCode ?? '',
    city: said.city ?? '',
    district: said.district ?? '',
    website: said.website ?? '',
    size: said.size ?? null,
    lon: said.lon ?? null,
    lat: said.lat ?? null,
    sourceNote: batch.sourceNote,
    contact: said.contact ? { ...said.contact, id: idFrom('import-contact', id) } : null,
  };
}

function numbersOf({ key, register }: ListedActor, id: Id | undefined): { source: 'list' | 'register'; key: string; id: Id }[] {
  if (id === undefined) return [];
  const inRegister = register === undefined ? null : registerKeyOf(register);
  return [
    ...(key === undefined ? [] : [{ source: 'list' as const, key, id }]),
    ...(inRegister === null ? [] : [{ source: 'register' as const, key: inRegister, id }]),
  ];
}
