import { Injectable } from '@nestjs/common';
import { ActorListing } from '@knotenpunkt/actors/api';
import type { ListedActorFacts, ListedParts } from '@knotenpunkt/actors/domain';
import { readActor, registerKeyOf, type ListedActor } from '@knotenpunkt/imports/domain';
import { idFrom, type Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import type { ActorKind } from '@knotenpunkt/themes/domain';
import type { StoredBatch } from './batch.repository';
import { entryOf, ListingWriting, type Fresh } from './listing-writing';
import { RowRepository, type WritableRow } from './row.repository';
import { TraitRepository } from './trait.repository';

type Read = Pick<WritableRow, 'line'> & { said: ListedActor };

/** Writes organisations of a table into the directory, and takes them back. */
@Injectable()
export class ActorWriting extends ListingWriting<ListedActorFacts, ListedParts> {
  protected readonly refused = 'TAKEN_SINCE';

  constructor(
    rows: RowRepository,
    private readonly traits: TraitRepository,
    listing: ActorListing,
  ) {
    super(rows, listing);
  }

  protected async fresh(tx: Tx, region: Region, batch: StoredBatch, rows: readonly WritableRow[]): Promise<Fresh<ListedActorFacts>[]> {
    const read = rows.map((row) => ({ ...row, said: readActor(row.cells, batch.fields).said }));
    const names = read.filter(({ decision }) => decision === null).map(({ said }) => said.name);
    const taken = await this.traits.takenSince(tx, region.id, { names, since: batch.createdAt, exceptBatchId: batch.id });
    const takenNames = new Set(taken.map(({ name }) => name));
    return read.map((row) =>
      row.decision === null && takenNames.has(row.said.name.toLowerCase())
        ? { line: row.line, reason: 'TAKEN_SINCE' }
        : { line: row.line, facts: factsOf(batch, row) },
    );
  }

  protected async there(tx: Tx, region: Region, ids: readonly Id[]): Promise<Set<Id>> {
    return new Set((await this.traits.actors(tx, region.id, ids)).keys());
  }

  protected override async unlisted(tx: Tx, region: Region, ids: readonly Id[]): Promise<Set<Id>> {
    return new Set((await this.traits.unlisted(tx, region.id, ids)).keys());
  }

  protected override async afterWriting(
    tx: Tx,
    region: Region,
    batch: StoredBatch,
    became: readonly (WritableRow & { id: Id })[],
  ): Promise<void> {
    const numbers = became.flatMap(({ cells, id }) => numbersOf(readActor(cells, batch.fields).said, id));
    await this.traits.noteKeys(tx, region.id, numbers);
  }

  protected override afterErasing(tx: Tx, ids: readonly Id[]): Promise<void> {
    return this.traits.forgetKeys(tx, ids);
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

function numbersOf({ key, register }: ListedActor, id: Id): { source: 'list' | 'register'; key: string; id: Id }[] {
  const inRegister = register === undefined ? null : registerKeyOf(register);
  return [
    ...(key === undefined ? [] : [{ source: 'list' as const, key, id }]),
    ...(inRegister === null ? [] : [{ source: 'register' as const, key: inRegister, id }]),
  ];
}
