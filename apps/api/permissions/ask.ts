import {
  getNamedType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type ExecutionResult,
  type GraphQLField,
  type GraphQLOutputType,
} from 'graphql';

/** What became of an operation, in the words of permissions.md. Any other refusal is told by its code. */
export type Outcome = 'yes' | 'nothing' | 'no' | 'closed' | 'sign in' | (string & {});

function selectionOf(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  if (isUnionType(named)) return '{ __typename ... on Refused { code field } }';
  if (!isObjectType(named)) return '';
  return named.name.endsWith('Connection') ? '{ edges { node { __typename } } }' : '{ __typename }';
}

/** The smallest document that runs an operation with the given arguments as variables. */
export function documentOf(kind: string, operation: GraphQLField<unknown, unknown>, variables: Record<string, unknown>): string {
  const given = operation.args.filter(({ name }) => name in variables);
  const missing = operation.args.filter((argument) => isNonNullType(argument.type) && argument.defaultValue === undefined);
  const forgotten = missing.filter((argument) => !given.includes(argument)).map(({ name }) => name);
  if (forgotten.length > 0) throw new Error(`${operation.name} needs ${forgotten.join(', ')}: add it to apps/api/permissions/cases.ts`);
  const declared = given.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = given.map(({ name }) => `${name}: $${name}`).join(', ');
  const inBrackets = (text: string) => (text === '' ? '' : `(${text})`);
  return `${kind.toLowerCase()}${inBrackets(declared)} { ${operation.name}${inBrackets(passed)} ${selectionOf(operation.type)} }`;
}

/** Whether an answer shows something: a number above zero, a list that is not empty, an object. */
export function shown(value: unknown): Outcome {
  if (value === null || value === undefined || value === 0) return 'nothing';
  if (Array.isArray(value)) return value.length > 0 ? 'yes' : 'nothing';
  const edges = (value as { edges?: unknown[] }).edges;
  return edges === undefined ? 'yes' : shown(edges);
}

function refused(result: Pick<ExecutionResult, 'errors'>): Outcome | null {
  const error = result.errors?.[0];
  if (!error) return null;
  const code = String(error.extensions['code'] ?? error.message);
  return { UNAUTHENTICATED: 'sign in', FORBIDDEN: 'closed' }[code] ?? `fault: ${error.message}`;
}

/** What became of a query or mutation. A stale version means: the write was permitted and came too late. */
export function outcomeOf(result: Pick<ExecutionResult, 'errors'> & { data?: unknown }, found: (data: never) => unknown): Outcome {
  const refusal = refused(result);
  if (refusal !== null) return refusal;
  const value = found(result.data as never);
  const union = value as { __typename?: string; code?: string; field?: string } | null;
  if (union?.__typename !== 'Refused') return shown(value);
  return union.code === 'NOT_PERMITTED' ? 'no' : `${union.code} ${union.field ?? ''}`.trim();
}
