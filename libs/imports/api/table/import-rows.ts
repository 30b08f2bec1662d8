import type { Change } from '@knotenpunkt/imports/domain';
import type { ImportRowType } from './import.graphql';
import type { ShownRow } from './row.repository';

const said = (value: Change['before']) => (value === null ? '' : Array.isArray(value) ? value.join(', ') : String(value));

/** A row as it is told: values as text, parameters of sentences as a list. */
export function rowOf({ writtenId, takenBack, problems, changes, ...row }: ShownRow): ImportRowType {
  return {
    ...row,
    stands: writtenId !== null && !takenBack,
    problems: problems.map(({ field, code, params = {} }) => ({
      field,
      code,
      parameters: Object.entries(params).map(([name, value]) => ({ name, value: String(value) })),
    })),
    changes: changes.map(({ field, before, after }) => ({ field, before: said(before), after: said(after) })),
  };
}
