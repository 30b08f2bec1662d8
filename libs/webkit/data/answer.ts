import { useCallback, useState } from 'react';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { graphql } from '@knotenpunkt/webkit/contract';
import { faultOf, type Fault } from './faults';

/** What every mutation selects of a refusal; a document spreads it by its name. */
export const REFUSED_PARTS = graphql(`
  fragment RefusedParts on Refused {
    code
    field
    parameters {
      name
      value
    }
  }
`);

/** What every mutation selects when somebody else was faster. */
export const STALE_PARTS = graphql(`
  fragment StaleParts on StaleVersion {
    current
  }
`);

/** An expected refusal as the server answers it. Its sentence is `refusals.<code>` of the room's catalogue. */
export interface Refusal {
  code: string;
  field: string | null;
  parameters: Record<string, string>;
}

interface RefusedAnswer {
  __typename?: 'Refused';
  code: string;
  field?: string | null;
  parameters?: readonly { name: string; value: string }[] | null;
}

interface StaleAnswer {
  __typename?: 'StaleVersion';
  current: number;
}

type RootValue<Data> = NonNullable<Data[Exclude<keyof Data, '__typename'>]>;

/** The success part of a mutation's result union. */
export type SuccessOf<Data> = Exclude<RootValue<Data>, { __typename?: 'Refused' } | { __typename?: 'StaleVersion' }>;

/** What became of a mutation. */
export type Answer<Success> =
  | { kind: 'done'; value: Success }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'stale'; current: number }
  | { kind: 'failed'; fault: Fault };

/** Sorts the result union of a mutation by `__typename`. */
export function readAnswer<Data>(data: Data): Answer<SuccessOf<Data>> {
  const root = Object.entries(data as Record<string, unknown>).find(([key]) => key !== '__typename')?.[1];
  const { __typename: type } = (root ?? {}) as { __typename?: string };
  if (type === 'Refused') {
    const refused = root as RefusedAnswer;
    const parameters = Object.fromEntries((refused.parameters ?? []).map(({ name, value }) => [name, value]));
    return { kind: 'refused', refusal: { code: refused.code, field: refused.field ?? null, parameters } };
  }
  if (type === 'StaleVersion') return { kind: 'stale', current: (root as StaleAnswer).current };
  return { kind: 'done', value: root as SuccessOf<Data> };
}

export interface MutationAnswer<Data, Variables> {
  /** Sends the mutation. Never throws: faults are an answer too. */
  send: (variables: Variables) => Promise<Answer<SuccessOf<Data>>>;
  busy: boolean;
  refusal: Refusal | null;
  /** The version on the server when somebody else was faster. */
  stale: number | null;
  fault: Fault | null;
  /** Forgets the last answer, for instance when the form is changed. */
  forget: () => void;
}

/**
 * A mutation whose result is `Success | Refused | StaleVersion`. The document selects
 * `...RefusedParts` and `...StaleParts`.
 */
export function useMutationAnswer<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
): MutationAnswer<Data, Variables> {
  const apollo = useApolloClient();
  const [busy, setBusy] = useState(false);
  const [last, setLast] = useState<Answer<SuccessOf<Data>> | null>(null);
  const send = useCallback(
    async (variables: Variables) => {
      setBusy(true);
      let answer: Answer<SuccessOf<Data>>;
      try {
        const { data } = await apollo.mutate({ mutation: document as TypedDocumentNode<Data, OperationVariables>, variables });
        answer = data ? readAnswer(data as Data) : { kind: 'failed', fault: { kind: 'SERVER', number: null } };
      } catch (error) {
        answer = { kind: 'failed', fault: faultOf(error) };
      }
      setBusy(false);
      setLast(answer);
      return answer;
    },
    [apollo, document],
  );
  return {
    send,
    busy,
    refusal: last?.kind === 'refused' ? last.refusal : null,
    stale: last?.kind === 'stale' ? last.current : null,
    fault: last?.kind === 'failed' ? last.fault : null,
    forget: useCallback(() => setLast(null), []),
  };
}
