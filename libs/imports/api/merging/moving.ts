import { Injectable } from '@nestjs/common';
import { ActorReferences, type ActorReference, type ReferenceOwner } from '@knotenpunkt/identity/api';
import { REFERENCE_KINDS, type ReferenceKind } from '@knotenpunkt/identity/domain';
import type { Id, LocalDate } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import { Outbox } from '@knotenpunkt/platform/outbox';
import { MoveRepository, type NotedMove } from './move.repository';
import { movingSql, restoringSql, returningSql, type TableShape } from './moving-sql';

/** How many rows of a kind. */
export interface KindCount {
  kind: ReferenceKind;
  count: number;
}

/** What went over, and what was set aside because it stood there already. */
export interface MovedCount extends KindCount {
  setAside: number;
}

/** From which entry to which. */
export interface Way {
  from: Id;
  to: Id;
  /** Two organisations, of which one continues the other from this day on; null: two entries of one. */
  since: LocalDate | null;
}

type Row = Record<string, unknown>;

/** Owners of rows that name another organisation now; each is told of once. */
class Touched {
  private readonly ids = new Map<string, { owner: ReferenceOwner; ids: Set<Id> }>();

  add({ owners = [] }: ActorReference, rows: readonly Row[]): void {
    for (const owner of owners)
      for (const row of rows) {
        const key = `${owner.table} ${owner.aggregate ?? ''}`;
        const found = this.ids.get(key) ?? { owner, ids: new Set<Id>() };
        this.ids.set(key, found);
        if (owner.bumps) found.owner = owner;
        if (typeof row[owner.by] === 'string') found.ids.add(row[owner.by] as Id);
      }
  }

  all(): { owner: ReferenceOwner; ids: Id[] }[] {
    return [...this.ids.values()].map(({ owner, ids }) => ({ owner, ids: [...ids] }));
  }
}

/** Counts by kind, in the order in which kinds are read. */
function byKind(counted: readonly MovedCount[]): MovedCount[] {
  return REFERENCE_KINDS.flatMap((kind) => {
    const of = counted.filter((each) => each.kind === kind);
    const sum = (which: 'count' | 'setAside') => of.reduce((all, each) => all + each[which], 0);
    return sum('count') + sum('setAside') > 0 ? [{ kind, count: sum('count'), setAside: sum('setAside') }] : [];
  });
}

/** Moves what names one organisation to another, by what each room says of its tables, and notes it so that it can go back. */
@Injectable()
export class ReferenceMoving {
  private readonly shapes = new Map<string, TableShape>();

  constructor(
    private readonly references: ActorReferences,
    private readonly moves: MoveRepository,
    private readonly outbox: Outbox,
  ) {}

  /** What would go over. `since`: the day on which the other begins to continue it; null where both are one organisation. */
  async count(tx: Tx, { from, to, since }: Way): Promise<KindCount[]> {
    const each: string[] = [];
    for (const reference of this.references.moved)
      each.push(`SELECT '${reference.kind}' AS kind, (${movingSql(reference, await this.shapeOf(tx, reference.table)).count}) AS count`);
    const counted = (await tx.query(each.join(' UNION ALL '), [from, to, since])) as KindCount[];
    return byKind(counted.map((one) => ({ ...one, setAside: 0 }))).map(({ kind, count }) => ({ kind, count }));
  }

  /** Whose facts would be others; only those of which the graph hears. */
  async tellers(tx: Tx, { from, to, since }: Way): Promise<{ aggregate: string; ids: Id[] }[]> {
    const touched = new Touched();
    for (const reference of this.references.moved) {
      if (!reference.owners?.some(({ aggregate }) => aggregate)) continue;
      const { rows } = movingSql(reference, await this.shapeOf(tx, reference.table));
      const found = (await tx.query(rows, [from, to, since])) as { row: Row }[];
      touched.add(
        reference,
        found.map(({ row }) => row),
      );
    }
    return touched.all().flatMap(({ owner: { aggregate }, ids }) => (aggregate && ids.length > 0 ? [{ aggregate, ids }] : []));
  }

  async move(tx: Tx, mergeId: Id, { from, to, since }: Way): Promise<MovedCount[]> {
    const touched = new Touched();
    const noted: NotedMove[] = [];
    const counted: MovedCount[] = [];
    for (const reference of this.references.moved) {
      const { table, kind } = reference;
      const sql = movingSql(reference, await this.shapeOf(tx, table));
      const note = (move: Omit<NotedMove, 'place' | 'table' | 'kind'>) => noted.push({ place: noted.length, table, kind, ...move });
      let setAside = 0;
      for (const aside of sql.aside) {
        const [rows] = (await tx.query(aside, [from, to, since])) as [{ row: Row }[], number];
        for (const { row } of rows) note({ key: null, before: null, after: null, setAside: row });
        touched.add(
          reference,
          rows.map(({ row }) => row),
        );
        setAside += rows.length;
      }
      const [rows] = (await tx.query(sql.move, [from, to, since])) as [{ key: Row; before: Row; after: Row; row: Row }[], number];
      for (const { key, before, after } of rows) note({ key, before, after, setAside: null });
      touched.add(
        reference,
        rows.map(({ row }) => row),
      );
      counted.push({ kind, count: rows.length, setAside });
    }
    await this.moves.note(tx, mergeId, noted);
    await this.tell(tx, touched);
    return byKind(counted);
  }

  /** Notes changes of rows that another room made with it, so that they go back with the rest. */
  noteMore(tx: Tx, mergeId: Id, changes: readonly Omit<NotedMove, 'place'>[]): Promise<void> {
    return this.moves.note(
      tx,
      mergeId,
      changes.map((change, place) => ({ place, ...change })),
    );
  }

  /** Takes everything back that still stands as the merging left it; gives what does not. */
  async restore(tx: Tx, mergeId: Id): Promise<KindCount[]> {
    const touched = new Touched();
    const left: MovedCount[] = [];
    for (const group of grouped((await this.moves.noted(tx, mergeId)).toReversed())) {
      const { table, kind, before } = group[0]!;
      const shape = await this.shapeOf(tx, table);
      const rows = before === null ? await this.bringBack(tx, table, group) : await this.takeBack(tx, table, group, shape);
      for (const reference of this.references.moved) if (reference.table === table) touched.add(reference, rows);
      if (rows.length < group.length) left.push({ kind, count: group.length - rows.length, setAside: 0 });
    }
    await this.moves.forget(tx, mergeId);
    await this.tell(tx, touched);
    return byKind(left).map(({ kind, count }) => ({ kind, count }));
  }

  private async takeBack(tx: Tx, table: string, group: readonly NotedMove[], shape: TableShape): Promise<Row[]> {
    const sql = restoringSql(table, Object.keys(group[0]!.before!), shape);
    const put = async (some: readonly NotedMove[]): Promise<Row[] | null> => {
      const answered = (await attempted(tx, sql, [JSON.stringify(some)])) as [{ row: Row }[], number] | null;
      return answered === null ? null : answered[0].map(({ row }) => row);
    };
    const all = await put(group);
    if (all !== null) return all;
    // One of them cannot go back; the others shall.
    const rows: Row[] = [];
    for (const one of group) rows.push(...((await put([one])) ?? []));
    return rows;
  }

  private async bringBack(tx: Tx, table: string, group: readonly NotedMove[]): Promise<Row[]> {
    const rows: Row[] = [];
    for (const { setAside } of group)
      if ((await attempted(tx, returningSql(table), [JSON.stringify(setAside)])) !== null) rows.push(setAside!);
    return rows;
  }

  private async tell(tx: Tx, touched: Touched): Promise<void> {
    for (const { owner, ids } of touched.all()) {
      if (ids.length === 0) continue;
      if (owner.bumps) await this.moves.countOn(tx, owner.table, ids);
      const { aggregate } = owner;
      if (!aggregate) continue;
      const found = await this.moves.regionsOf(tx, owner.table, ids);
      await this.outbox.appendAll(
        tx,
        found.map(({ id, regionId }) => ({ aggregate, id, regionId })),
      );
    }
  }

  private async shapeOf(tx: Tx, table: string): Promise<TableShape> {
    const known = this.shapes.get(table) ?? (await this.moves.shapeOf(tx, table));
    this.shapes.set(table, known);
    return known;
  }
}

/** Moves one after the other that concern the same columns of the same table, so that each group is one statement. */
function grouped(moves: readonly NotedMove[]): NotedMove[][] {
  const sign = ({ table, before }: NotedMove) => `${table} ${before === null ? '' : Object.keys(before).join(' ')}`;
  const groups: NotedMove[][] = [];
  for (const move of moves) {
    const last = groups.at(-1);
    if (last && sign(last[0]!) === sign(move)) last.push(move);
    else groups.push([move]);
  }
  return groups;
}

/** What a statement answers, or null where the database refuses it; the transaction goes on. */
async function attempted(tx: Tx, sql: string, parameters: unknown[]): Promise<unknown> {
  await tx.query('SAVEPOINT one_move');
  try {
    const answered: unknown = await tx.query(sql, parameters);
    await tx.query('RELEASE SAVEPOINT one_move');
    return answered;
  } catch (error) {
    // Class 23: a rule of a table. Anything else is a fault.
    if (!String((error as { code?: unknown }).code).startsWith('23')) throw error;
    await tx.query('ROLLBACK TO SAVEPOINT one_move');
    return null;
  }
}
