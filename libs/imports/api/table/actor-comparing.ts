import { Injectable } from '@nestjs/common';
import {
  actorTarget,
  judge,
  labelOf,
  readActor,
  traitsOf,
  whomMaybe,
  whomMeant,
  type Around,
  type CellProblem,
  type Judgement,
  type ListedActor,
  type Meant,
  type TraitedActor,
  type Traits,
  type UnlistedActor,
} from '@knotenpunkt/imports/domain';
import type { Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import type { StoredBatch } from './batch.repository';
import type { RowComparing } from './kind';
import { RowRepository, type ReadRow } from './row.repository';
import { TraitRepository } from './trait.repository';

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
  unlisted: Map<Id, UnlistedActor>;
}

function aroundOf({ traits: { key, register } }: Said, at: number, found: Found): Around {
  return {
    ...found,
    alike: found.alike.get(at) ?? [],
    numbered: key === null ? undefined : found.byKey.get(key),
    registered: register === null ? undefined : found.byRegister.get(register),
  };
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
    const meant = said.map((each, at) => whomMeant({ ...each, ...each.row }, aroundOf(each, at, found)));
    const earlier = await this.earlier(tx, batch, said, meant);
    const judged = said.map((each, at): Judgement & { line: number; label: string; identity: string | null } => {
      const identity = identityOf(each);
      const { target, byFormerName, unlisted } = meant[at]!;
      const { row } = each;
      const taken = earlier.get(target?.id ?? '') ?? earlier.get(identity) ?? null;
      const earlierLine = taken !== null && taken < row.line ? taken : null;
      const judgement = judge({
        ...{ problems: each.problems, earlierLine, decision: row.decision, about: 'name' },
        conflicts: unlisted ? [{ field: 'name', code: 'NOT_LISTED' }] : [],
        target: actorTarget(byFormerName ? { ...each.said, name: target!.name } : each.said, target),
        candidates: target === null ? whomMaybe(each, aroundOf(each, at, found)) : [],
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
    const traits = said.map((each) => each.traits);
    const alike = new Map<number, Id[]>();
    for (const { at, id } of [
      ...(await this.traits.alike(tx, regionId, traits)),
      ...(await this.traits.alikeUnlisted(tx, regionId, traits)),
    ])
      alike.set(at, [...(alike.get(at) ?? []), id]);
    const decided = said.flatMap(({ row: { decidedId } }) => decidedId ?? []);
    const ids = [...new Set([...byKey.values(), ...byRegister.values(), ...[...alike.values()].flat(), ...decided])];
    const unlisted = await this.traits.unlisted(tx, regionId, ids);
    const became = [...unlisted.values()].flatMap(({ mergedIntoId }) => mergedIntoId ?? []);
    return { byKey, byRegister, alike, actors: await this.traits.actors(tx, regionId, [...ids, ...became]), unlisted };
  }

  private async earlier(tx: Tx, batch: StoredBatch, said: readonly Said[], meant: readonly Meant[]): Promise<Map<string, number>> {
    const found = await this.rows.earlier(tx, batch.id, {
      before: said.at(-1)!.row.line,
      identities: said.map(identityOf),
      targets: meant.flatMap(({ target }) => target?.id ?? []),
    });
    return new Map(found.map(({ key, line }) => [key, line]));
  }
}
