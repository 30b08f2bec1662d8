import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

/** What kind of fault it was; each has a sentence under `webkit:faults.<kind>`. */
export type FaultKind =
  'OFFLINE' | 'SLOW' | 'SIGN_IN' | 'NOT_PERMITTED' | 'NOT_FOUND' | 'GRAPH_AWAY' | 'DATABASE_AWAY' | 'TOO_MANY' | 'OUTDATED' | 'SERVER';

/** An unexpected fault as a reader may see it: what kind, and the number under which the operator finds it. */
export interface Fault {
  kind: FaultKind;
  number: string | null;
}

const KIND_OF_CODE: Record<string, FaultKind> = {
  UNAUTHENTICATED: 'SIGN_IN',
  FORBIDDEN: 'NOT_PERMITTED',
  NOT_PERMITTED: 'NOT_PERMITTED',
  NOT_FOUND: 'NOT_FOUND',
  GRAPH_UNAVAILABLE: 'GRAPH_AWAY',
  DATABASE_UNAVAILABLE: 'DATABASE_AWAY',
  TOO_MANY_REQUESTS: 'TOO_MANY',
  OPERATION_UNKNOWN: 'OUTDATED',
};

const KIND_OF_STATUS: Record<number, FaultKind> = {
  401: 'SIGN_IN',
  403: 'NOT_PERMITTED',
  404: 'NOT_FOUND',
  429: 'TOO_MANY',
  503: 'DATABASE_AWAY',
  504: 'SLOW',
};

/** The fault a status of HTTP stands for, where the answer says no more. */
export function faultOfStatus(status: number): Fault {
  return { kind: KIND_OF_STATUS[status] ?? 'SERVER', number: null };
}

function numberIn(extensions: Record<string, unknown> | undefined): string | null {
  const number = extensions?.['number'];
  return typeof number === 'string' ? number : null;
}

/** Reads an error of the data client (or any other) as a fault. The number is the server's `extensions.number`. */
export function faultOf(error: unknown): Fault {
  if (CombinedGraphQLErrors.is(error)) {
    const first = error.errors[0];
    const code = first?.extensions?.['code'];
    return { kind: KIND_OF_CODE[typeof code === 'string' ? code : ''] ?? 'SERVER', number: numberIn(first?.extensions) };
  }
  if (ServerError.is(error)) {
    return { kind: KIND_OF_STATUS[error.statusCode] ?? 'SERVER', number: error.response.headers.get('x-request-id') };
  }
  if (error instanceof DOMException && error.name === 'TimeoutError') return { kind: 'SLOW', number: null };
  // `fetch` reports an unreachable server as a TypeError.
  if (error instanceof TypeError && /fetch|network|load failed/i.test(error.message)) return { kind: 'OFFLINE', number: null };
  return { kind: 'SERVER', number: null };
}
