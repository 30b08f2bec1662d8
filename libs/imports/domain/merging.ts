import type { MergeChange, MergePart } from '@knotenpunkt/actors/domain';
import type { ReferenceKind, Viewer } from '@knotenpunkt/identity/domain';
import type { Id } from '@knotenpunkt/kernel';
import { imports } from './batch';
import { LIKENESS_REASONS, type LikenessReason } from './likeness';

/** Two entries that may be the same organisation; the smaller id first. */
export interface DuplicatePair {
  firstId: Id;
  secondId: Id;
  reasons: LikenessReason[];
  rejected: boolean;
}

/** The smaller, the better founded: by the best reason, and more reasons first. */
export function rankOfPair(reasons: readonly LikenessReason[]): number {
  const best = Math.min(...reasons.map((reason) => LIKENESS_REASONS.indexOf(reason)));
  return best * 10 - Math.min(reasons.length, 9);
}

/** Two ids in the order in which pairs are kept. */
export function inOrder(one: Id, other: Id): [Id, Id] {
  return one < other ? [one, other] : [other, one];
}

/** What went over with a merging; `setAside`: it stood there already. */
export interface Moved {
  kind: ReferenceKind;
  count: number;
  setAside: number;
}

/** What an undoing could not take back, because it was changed since. */
export interface LeftOver {
  parts: MergePart[];
  kinds: { kind: ReferenceKind; count: number }[];
}

/** Two entries that became one. */
export interface ActorMerge {
  id: Id;
  regionId: Id;
  keptId: Id;
  mergedId: Id;
  keptName: string;
  mergedName: string;
  takes: MergePart[];
  change: MergeChange;
  moved: Moved[];
  mergedAt: Date;
  undoneAt: Date | null;
  leftOver: LeftOver | null;
  version: number;
}

export const MERGE_ACTIONS = ['unmergeActors'] as const;
export type MergeAction = (typeof MERGE_ACTIONS)[number];

/** What may be done with a merging next. */
export function mergeActions(viewer: Viewer, { undoneAt }: Pick<ActorMerge, 'undoneAt'>): MergeAction[] {
  return imports(viewer) && undoneAt === null ? ['unmergeActors'] : [];
}
