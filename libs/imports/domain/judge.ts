import { LISTED_PARTS } from '@knotenpunkt/actors/domain';
import type { Id } from '@knotenpunkt/kernel';
import type { RowDecision, RowFate } from './batch';
import type { CellProblem } from './cells';
import type { Candidate } from './likeness';
import type { ListedActor } from './listed-actor';

type Value = string | number | readonly string[] | null;

/** A value that would change. */
export interface Change {
  field: string;
  before: Value;
  after: Value;
}

function same(one: Value, other: Value): boolean {
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) < 1e-6;
  if (Array.isArray(one) && Array.isArray(other)) return [...one].sort().join('\n') === [...other].sort().join('\n');
  return one === other;
}

/** What a row says otherwise in these parts; what it does not say stays. */
export function changesAmong<Part extends string>(
  parts: readonly Part[],
  said: { readonly [Each in Part]?: Value },
  known: { readonly [Each in Part]: Value },
): Change[] {
  return parts.flatMap((field): Change[] => {
    const [before, after] = [known[field], said[field]];
    return after === undefined || same(before, after) ? [] : [{ field, before, after }];
  });
}

/** An organisation as it stands, as far as tables can change it. */
export interface KnownActor {
  id: Id;
  name: string;
  shortName: string;
  kind: string;
  summary: string;
  description: string;
  street: string;
  postalCode: string;
  city: string;
  district: string;
  website: string;
  size: string | null;
  lon: number | null;
  lat: number | null;
  provenance: string;
  version: number;
}

/** What a row says otherwise of an organisation. */
export function changesOf(said: ListedActor, known: KnownActor): Change[] {
  return changesAmong(LISTED_PARTS, said, known);
}

/** Whom a row names, by what it names them as. */
export type Refers = Readonly<Record<string, Id | readonly Id[]>>;

/** Words of a row that fit several organisations, and which of these somebody chose. */
export interface Choice {
  field: string;
  words: string;
  among: Candidate[];
  chosenId: Id | null;
}

/** What would become of a row, and why. */
export interface Judgement {
  fate: RowFate;
  problems: CellProblem[];
  changes: Change[];
  candidates: Candidate[];
  choices: readonly Choice[];
  targetId: Id | null;
  targetVersion: number | null;
  refers: Refers | null;
}

/** What a row means without any doubt. */
export interface Target {
  id: Id;
  version: number;
  changes: Change[];
  /** Whose word counts more than a table; null: nobody's. */
  ownWordOf: string | null;
  /** It said so itself, or something was changed here that a table must not undo. */
  because?: 'OWN_WORD' | 'CHANGED_HERE';
}

export interface JudgedBy {
  problems: CellProblem[];
  /** What stands against it although nothing is wrong with its cells. */
  conflicts?: readonly CellProblem[];
  choices?: readonly Choice[];
  target: Target | null;
  /** Others it may mean. */
  candidates: Candidate[];
  /** An earlier row that means the same. */
  earlierLine: number | null;
  decision: RowDecision | null;
  refers?: Refers | null;
  /** The field that says what the row is about. */
  about: string;
  /** Whether there is at most one of what a row means, whatever is decided. */
  single?: boolean;
}

/** Decides what would become of a row. The word of those whom it is about counts more than a table. */
export function judge({
  problems,
  conflicts = [],
  choices = [],
  target,
  candidates,
  earlierLine,
  decision,
  refers = null,
  about,
  single = false,
}: JudgedBy): Judgement {
  const none = { problems, changes: [], candidates: [], choices, targetId: null, targetVersion: null, refers };
  if (problems.length > 0) return { ...none, fate: 'BAD' };
  if (conflicts.length > 0) return { ...none, problems: [...conflicts], fate: 'CONFLICT' };
  if (earlierLine !== null && (target !== null || single || decision !== 'NOT_SAME')) {
    const fate = target === null && !single && decision === null ? 'DUPLICATE' : decision === 'SAME' ? 'SAME' : 'CONFLICT';
    return {
      ...none,
      fate,
      problems: [{ field: about, code: 'EARLIER_ROW', params: { line: earlierLine } }],
      candidates,
      targetId: target?.id ?? null,
    };
  }
  if (target !== null) {
    const { changes, ownWordOf, because = 'OWN_WORD' } = target;
    const own = ownWordOf !== null && changes.length > 0;
    return {
      ...none,
      fate: changes.length === 0 ? 'SAME' : own ? 'CONFLICT' : 'CHANGED',
      problems: own ? [{ field: changes[0]!.field, code: because, params: { name: ownWordOf } }] : [],
      changes,
      targetId: target.id,
      targetVersion: target.version,
    };
  }
  if (candidates.length > 0 && decision !== 'NOT_SAME') return { ...none, fate: 'DUPLICATE', candidates };
  return { ...none, fate: 'NEW', candidates };
}

/** The same where there is no room for what would be new. */
export function withoutRoom(judgement: Judgement, problem: CellProblem): Judgement {
  return { ...judgement, fate: 'CONFLICT', problems: [problem] };
}

/** The organisation a row means: one that keeps its own Steckbrief has the last word on it. */
export function actorTarget(said: ListedActor, known: KnownActor | null): Target | null {
  if (known === null) return null;
  const { id, version, name, provenance } = known;
  return { id, version, changes: changesOf(said, known), ownWordOf: provenance === 'ENTERED' ? name : null };
}
