import { LISTED_PARTS, type ListedPart } from '@knotenpunkt/actors/domain';
import type { Id } from '@knotenpunkt/kernel';
import type { RowDecision, RowFate } from './batch';
import type { Candidate } from './likeness';
import type { ListedActor, CellProblem } from './listed-actor';

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

/** A value that would change. */
export interface Change {
  field: ListedPart;
  before: string | number | null;
  after: string | number | null;
}

/** What a row says otherwise; what it does not say stays. */
export function changesOf(said: ListedActor, known: KnownActor): Change[] {
  return LISTED_PARTS.flatMap((field): Change[] => {
    const after = said[field];
    if (after === undefined) return [];
    const before = known[field];
    const same = typeof after === 'number' && typeof before === 'number' ? Math.abs(after - before) < 1e-6 : after === before;
    return same ? [] : [{ field, before, after }];
  });
}

/** What would become of a row, and why. */
export interface Judgement {
  fate: RowFate;
  problems: CellProblem[];
  changes: Change[];
  candidates: Candidate[];
  targetId: Id | null;
  targetVersion: number | null;
}

export interface JudgedBy {
  said: ListedActor;
  problems: CellProblem[];
  /** Whom the row means without any doubt. */
  target: KnownActor | null;
  /** Others it may mean. */
  candidates: Candidate[];
  /** An earlier row that means the same. */
  earlierLine: number | null;
  decision: RowDecision | null;
}

/** Decides what would become of a row. The word of an organisation that keeps its own Steckbrief counts more than a table. */
export function judge({ said, problems, target, candidates, earlierLine, decision }: JudgedBy): Judgement {
  const none = { problems, changes: [], candidates: [], targetId: null, targetVersion: null };
  if (problems.length > 0) return { ...none, fate: 'BAD' };
  if (earlierLine !== null && (target !== null || decision !== 'NOT_SAME')) {
    const fate = target === null && decision === null ? 'DUPLICATE' : decision === 'SAME' ? 'SAME' : 'CONFLICT';
    return {
      ...none,
      fate,
      problems: [{ field: 'name', code: 'EARLIER_ROW', params: { line: earlierLine } }],
      candidates,
      targetId: target?.id ?? null,
    };
  }
  if (target !== null) {
    const changes = changesOf(said, target);
    const own = target.provenance === 'ENTERED' && changes.length > 0;
    return {
      fate: changes.length === 0 ? 'SAME' : own ? 'CONFLICT' : 'CHANGED',
      problems: own ? [{ field: changes[0]!.field, code: 'OWN_WORD', params: { name: target.name } }] : [],
      changes,
      candidates: [],
      targetId: target.id,
      targetVersion: target.version,
    };
  }
  if (candidates.length > 0 && decision !== 'NOT_SAME') return { ...none, fate: 'DUPLICATE', candidates };
  return { ...none, fate: 'NEW', candidates };
}
