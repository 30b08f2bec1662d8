import type { Candidate, Change } from '@knotenpunkt/imports/domain';
import type { ImportRowType, PossibleDuplicateType } from './import.graphql';
import type { ShownRow } from './row.repository';

const said = (value: Change['before']) => (value === null ? '' : Array.isArray(value) ? value.join(', ') : String(value));

/** One that a row may mean, as it is told. */
export const candidateOf = (candidate: Candidate): PossibleDuplicateType => ({ ...candidate, listed: candidate.listed ?? true });

/** What rows name organisations as, in the order in which it is told; the database keeps none. */
const NAMED_AS = ['actor', 'from', 'to', 'lead', 'partners'];

/** A row as it is told: values as text, parameters of sentences as a list. */
export function rowOf({ writtenId, takenBack, problems, changes, candidates, choices, refers, ...row }: ShownRow): ImportRowType {
  return {
    ...row,
    stands: writtenId !== null && !takenBack,
    candidates: candidates.map(candidateOf),
    references: NAMED_AS.flatMap((field) => [refers?.[field] ?? []].flat().map((actorId) => ({ field, actorId }))),
    choices: choices.map(({ among, ...choice }) => ({ ...choice, among: among.map(candidateOf) })),
    problems: problems.map(({ field, code, params = {} }) => ({
      field,
      code,
      parameters: Object.entries(params).map(([name, value]) => ({ name, value: String(value) })),
    })),
    changes: changes.map(({ field, before, after }) => ({ field, before: said(before), after: said(after) })),
  };
}
