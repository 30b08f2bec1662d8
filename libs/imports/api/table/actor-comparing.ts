import { Injectable } from '@nestjs/common';
import {
  actorTarget,
  candidatesAmong,
  judge,
  labelOf,
  readActor,
  reasonsOf,
  traitsOf,
  type Candidate,
  type Judgement,
  type KnownActor,
  type ListedActor,
  type CellProblem,
  type Traits,
} from '@knotenpunkt/imports/domain';
import type { Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import type { StoredBatch } from './batch.repository';
import type { RowComparing } from './kind';
import { RowRepository, type ReadRow } from './row.repository';
import { TraitRepository, type TraitedActor } from './trait.repository';

interface Said {
  row: ReadRow;
  said: ListedActor;
  problems: CellProblem[];
  traits: Traits;
}

/** What is known of the organisations that some rows may mean. */
interface Found {
  byKey: Map<string, Id>;
  byRegister: Map<string, Id>;
  alike: Map<number, Id[]>;
  actors: Map<Id, TraitedActor>;
}

/** Rows of one table that mean the same have the same. */
function identityOf({ traits }: Pick<Said, 'traits'>): string {
  return `${traits.nameKey}|${traits.city}`;
}

/** The dry run for organisations: what would become of each row, by what there is today. */
@Injectable()
export class ActorComparing implements RowComparing {
  constructor(
    private readonly rows: RowRepository,
    private readonly traits: TraitRepository,
  ) {}

  prepare(tx: Tx, batch: StoredBatch): Promise<void> {
    return this.traits.refresh(tx, batch.regionId);
  }

  async judge(tx: Tx, _region: Region, batch: StoredBatch, read: readonly ReadRow[]): Promise<void> {
    if (read.length === 0) return;
    const said = read.map((row): Said => {
      const { said, problems } = readActor(row.cells, batch.fields);
      return { row, said, problems, traits: traitsOf(said) };
    });
    const found = await this.lookUp(tx, batch, said);
    const targets = said.map((each, at) => targetOf(each, at, found));
    const earlier = await this.earlier(tx, batch, said, targets);
    const judged = said.map((each, at): Judgement & { line: number; label: string; identity: string | null } => {
      const identity = identityOf(each);
      const target = targets[at] ?? null;
      const { row } = each;
      const taken = earlier.get(target?.id ?? '') ?? earlier.get(identity) ?? null;
      const earlierLine = taken !== null && taken < row.line ? taken : null;
      const judgement = judge({
        ...{ problems: each.problems, target: actorTarget(each.said, target), earlierLine, decision: row.decision, about: 'name' },
        candidates: target === null ? candidatesOf(each, at, found) : [],
      });
      const known = judgement.fate === 'BAD' ? null : identity;
      if (known !== null)
        for (const key of [identity, target?.id]) if (key && (earlier.get(key) ?? Infinity) > row.line) earlier.set(key, row.line);
      return { ...judgement, line: row.line, label: labelOf(row.cells, batch.fields, 'name'), identity: known };
    });
    await this.rows.judge(tx, batch.id, judged);
  }

  private async lookUp(tx: Tx, batch: StoredBatch, said: readonly Said[]): Promise<Found> {
    const { regionId } = batch;
    const keys = said.flatMap(({ traits: { key } }) => (key === null ? [] : [key]));
    const registers = said.flatMap(({ traits: { register } }) => (register === null ? [] : [register]));
    const byKey = new Map((await this.traits.byKeys(tx, regionId, 'list', keys)).map(({ key, id }) => [key, id]));
    const byRegister = new Map((await this.traits.byKeys(tx, regionId, 'register', registers)).map(({ key, id }) => [key, id]));
    const alike = new Map<number, Id[]>();
    for (const { at, id } of await this.traits.alike(
      tx,
      regionId,
      said.map(({ traits }) => traits),
    ))
      alike.set(at, [...(alike.get(at) ?? []), id]);
    const decided = said.flatMap(({ row: { decidedId } }) => (decidedId === null ? [] : [decidedId]));
    const ids = new Set([...byKey.values(), ...byRegister.values(), ...[...alike.values()].flat(), ...decided]);
    return { byKey, byRegister, alike, actors: await this.traits.actors(tx, regionId, [...ids]) };
  }

  private async earlier(
    tx: Tx,
    batch: StoredBatch,
    said: readonly Said[],
    targets: readonly (KnownActor | null)[],
  ): Promise<Map<string, number>> {
    const found = await this.rows.earlier(tx, batch.id, {
      before: said.at(-1)!.row.line,
      identities: said.map(identityOf),
      targets: targets.flatMap((target) => (target ? [target.id] : [])),
    });
    return new Map(found.map(({ key, line }) => [key, line]));
  }
}

/** Whom a row means without any doubt. */
function targetOf({ row, said, traits }: Said, at: number, found: Found): KnownActor | null {
  if (row.decision === 'SAME' && row.decidedId !== null) return found.actors.get(row.decidedId) ?? null;
  if (row.decision === 'NOT_SAME') return null;
  const numbered = numberedBy(traits, found);
  // Another list may use the same numbers for others: something else must be alike.
  if (numbered && reasonsOf({ ...traits, key: null }, numbered.traits).length > 0) return numbered;
  const name = said.name.toLowerCase();
  const same = (found.alike.get(at) ?? [])
    .flatMap((id) => found.actors.get(id) ?? [])
    .filter(
      (actor) => actor.name.toLowerCase() === name && (traits.city === '' || actor.traits.city === '' || actor.traits.city === traits.city),
    );
  return same.length === 1 ? same[0]! : null;
}

function numberedBy({ key }: Traits, found: Found): TraitedActor | undefined {
  const id = key === null ? undefined : found.byKey.get(key);
  return id === undefined ? undefined : found.actors.get(id);
}

function candidatesOf({ traits }: Said, at: number, found: Found): Candidate[] {
  const registered = traits.register === null ? undefined : found.byRegister.get(traits.register);
  const numbered = numberedBy(traits, found)?.id;
  const ids = new Set([...[registered, numbered].filter((id) => id !== undefined), ...(found.alike.get(at) ?? [])]);
  const among = [...ids].flatMap((id) => found.actors.get(id) ?? []);
  return candidatesAmong(
    traits,
    among.map(({ id, name, city, slug, traits: own }) => ({
      ...own,
      register: id === registered ? traits.register : null,
      key: id === numbered ? traits.key : null,
      ...{ id, name, cityName: city, slug },
    })),
  );
}
