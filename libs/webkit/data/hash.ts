import type { DocumentNode } from 'graphql';

/** The hash under which the server knows a document: it came with the build. */
export function hashOf(document: DocumentNode): string {
  return (document as DocumentNode & { __meta__?: { hash?: string } }).__meta__?.hash ?? '';
}

/** Names a document in the `extensions` of a request. */
export function byItsHash(document: DocumentNode) {
  return { persistedQuery: { version: 1, sha256Hash: hashOf(document) } };
}
