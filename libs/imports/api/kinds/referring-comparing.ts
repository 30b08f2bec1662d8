import {
  ABOUT,
  choiceOf,
  judge,
  labelOf,
  problemOf,
  withoutRoom,
  type Candidate,
  type CellProblem,
  type Choice,
  type Judgement,
  type Reference,
  type Refers,
  type Resolution,
  type Target,
} from '@knotenpunkt/imports/domain';
import type { Id } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import type { StoredBatch } from '../table/batch.repository';
import type { RowComparing } from '../table/kind';
import type { ReadRow, RowRepository } from '../table/row.repository';
import type { NamedActors } from './named-actors';

/** A row that was read: what it says, and whom it names as what. */
export interface ReferringRow<Said> {
  row: ReadRow;
  said: Said;
  problems: CellProblem[];
  /** By what they are named as; a list where several may be. */
  references: Readonly<Record<string, Reference | null | readonly Reference[]>>;
}

/** The same with who is meant. */
export interface ResolvedRow<Said> extends ReferringRow<Said> {
  /** Words that fit several. */
  choices: Choice[];
  /** What nobody has chosen yet. */
  doubts: CellProblem[];
  /** Null while somebody is not known. */
  refers: Refers | null;
  /** Rows of one table with the same mean the same. */
  identity: string | null;
}

/** What there is already that a row may mean. */
export interface Meant {
  target: Target | null;
  candidates: Candidate[];
  problems?: CellProblem[];
  /** What contradicts what others said. */
  conflicts?: CellProblem[];
}

/** The dry run for rows that name organisations which are there already. What is particular to a kind its own class says. */
export abstract class ReferringComparing<Said> implements RowComparing {
  /** Whether there is at most one of what a row means, whatever is decided. */
  protected readonly single: boolean = false;

  constructor(
    protected readonly rows: RowRepository,
    private readonly actors: NamedActors,
  ) {}

  /** What rows say. */
  protected abstract read(region: Region, batch: StoredBatch, rows: readonly ReadRow[]): Promise<ReferringRow<Said>[]>;

  /** What is the same of rows that mean the same. */
  protected abstract identityOf(said: Said, refers: Refers): string;

  /** What is there already of what rows mean, in their order. Only rows are asked about of which all are known. */
  protected abstract meant(
    tx: Tx,
    region: Region,
    batch: StoredBatch,
    rows: readonly (ResolvedRow<Said> & { refers: Refers })[],
  ): Promise<Meant[]>;

  /** Whether there is room for what is new; asked for each such row in their order. */
  protected room(_tx: Tx, _batch: StoredBatch, _rows: readonly ResolvedRow<Said>[]): Promise<(refers: Refers) => CellProblem | null> {
    return Promise.resolve(() => null);
  }

  prepare(tx: Tx, batch: StoredBatch): Promise<void> {
    return this.actors.prepare(tx, batch.regionId);
  }

  async judge(tx: Tx, region: Region, batch: StoredBatch, read: readonly ReadRow[]): Promise<void> {
    if (read.length === 0) return;
    const rows = await this.resolved(tx, region, await this.read(region, batch, read));
    const whole = rows.filter((row): row is typeof row & { refers: Refers } => row.refers !== null);
    const found = await this.meant(tx, region, batch, whole);
    const meant = new Map(whole.map(({ row }, at) => [row.line, found[at]!]));
    const earlier = await this.earlier(tx, batch, rows, found);
    const room = await this.room(tx, batch, whole);
    const judged = rows.map((each): Judgement & { line: number; label: string; identity: string | null } => {
      const { row, refers, identity, doubts, choices } = each;
      const { target, candidates, problems = [], conflicts = [] }: Meant = meant.get(row.line) ?? { target: null, candidates: [] };
      const taken = earlier.get(target?.id ?? '') ?? (identity === null ? undefined : earlier.get(identity));
      const judged = judge({
        ...{ target, candidates, choices, refers, decision: row.decision, single: this.single },
        problems: [...each.problems, ...problems],
        conflicts: [...doubts, ...conflicts],
        earlierLine: taken !== undefined && taken < row.line ? taken : null,
        about: ABOUT[batch.kind],
      });
      const full = judged.fate === 'NEW' && refers !== null ? room(refers) : null;
      const judgement = full ? withoutRoom(judged, full) : judged;
      const known = judgement.fate === 'BAD' ? null : identity;
      if (known !== null)
        for (const key of [known, target?.id]) if (key && (earlier.get(key) ?? Infinity) > row.line) earlier.set(key, row.line);
      return { ...judgement, line: row.line, label: labelOf(row.cells, batch.fields, ABOUT[batch.kind]), identity: known };
    });
    await this.rows.judge(tx, batch.id, judged);
  }

  /** Whom the rows name: who is not there is wrong, who may be several is a doubt until somebody chooses. */
  private async resolved(tx: Tx, region: Region, read: readonly ReferringRow<Said>[]): Promise<ResolvedRow<Said>[]> {
    const asked = read.flatMap(({ references }) => Object.values(references).flat()).filter((each): each is Reference => each !== null);
    const answers = await this.actors.resolve(tx, region.id, asked);
    const answerTo = new Map(asked.map((reference, at) => [reference, answers[at]!]));
    return read.map((each) => {
      const named = Object.values(each.references).flat();
      const told = named.flatMap((reference) => (reference ? [{ reference, answer: answerTo.get(reference)! }] : []));
      const choices: Choice[] = [];
      const meant = new Map<Reference, Resolution>();
      for (const { reference, answer } of told) {
        const choice = choiceOf(reference, answer, each.row.choices);
        if (choice) choices.push(choice);
        meant.set(reference, choice?.chosenId ? { kind: 'one', id: choice.chosenId } : answer);
      }
      const wrong = (kind: Resolution['kind']) =>
        [...meant].filter(([, answer]) => answer.kind === kind).flatMap(([reference, answer]) => problemOf(reference, answer) ?? []);
      const known = named.every((reference) => reference !== null && meant.get(reference)!.kind === 'one');
      const refers = known ? refersOf(each.references, meant) : null;
      return {
        ...each,
        ...{ choices, refers, doubts: wrong('several') },
        problems: [...each.problems, ...wrong('nobody')],
        identity: refers === null || each.problems.length > 0 ? null : this.identityOf(each.said, refers),
      };
    });
  }

  private async earlier(
    tx: Tx,
    batch: StoredBatch,
    rows: readonly ResolvedRow<Said>[],
    found: readonly Meant[],
  ): Promise<Map<string, number>> {
    const lines = await this.rows.earlier(tx, batch.id, {
      before: rows.at(-1)!.row.line,
      identities: rows.flatMap(({ identity }) => identity ?? []),
      targets: found.flatMap(({ target }) => target?.id ?? []),
    });
    return new Map(lines.map(({ key, line }) => [key, line]));
  }
}

function refersOf(references: ReferringRow<unknown>['references'], answers: ReadonlyMap<Reference, Resolution>): Refers {
  const idOf = (reference: Reference): Id[] => {
    const answer = answers.get(reference);
    return answer?.kind === 'one' ? [answer.id] : [];
  };
  return Object.fromEntries(
    Object.entries(references).map(([as, named]) => [
      as,
      Array.isArray(named) ? [...new Set((named as readonly Reference[]).flatMap(idOf))] : idOf(named as Reference)[0]!,
    ]),
  );
}
