export { graphql, readFragment } from './generated';
export type { FragmentType } from './generated';
export type { DocumentType } from './generated/gql';
export { makeFragmentData } from './generated';
export type { ResultOf, TypedDocumentNode, VariablesOf } from './documents';
