import type { TypedDocumentNode } from '@graphql-typed-document-node/core';

export type { TypedDocumentNode };

/** What a document answers. */
export type ResultOf<Document> = Document extends TypedDocumentNode<infer Result, infer _Variables> ? Result : never;

/** What a document needs. */
export type VariablesOf<Document> = Document extends TypedDocumentNode<infer _Result, infer Variables> ? Variables : never;
