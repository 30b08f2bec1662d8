import { createHash } from 'node:crypto';
import type { ApolloServerPlugin } from '@apollo/server';
import { Extensions } from '@nestjs/graphql';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { hashIn } from './known-documents';

/** All kept answers together, in characters; the one longest unused goes first. */
const LARGEST = 32_000_000;
/** The version of the data says when an answer has passed; this is for what time alone changes, such as "open until today". */
const LONGEST_MS = 15_000;

/** Beside `@Query`: what a visitor is answered depends on what the version of the data counts (and the region and language) only. */
export const KeptForVisitors = () => Extensions({ keptForVisitors: true });

interface KeyedRequest extends Request {
  /** Under what the answer to this request may be kept; missing: under nothing. */
  publicKey?: string;
}

/**
 * Keeps what visitors are answered, by region, language, document, variables and version of the data. Whoever sends a cookie is
 * answered anew, and so is who asks not to be given a kept answer.
 */
export class PublicAnswers {
  private readonly kept = new LRUCache<string, string>({
    maxSize: LARGEST,
    sizeCalculation: (answer) => answer.length + 200,
    ttl: LONGEST_MS,
  });
  private version: (() => number) | null = null;

  /** Begins to keep answers; `version` gives the version of the data this process knows of. */
  follow(version: () => number): void {
    this.version = version;
  }

  /** How many answers are kept. */
  get size(): number {
    return this.kept.size;
  }

  /**
   * Answers at once what is kept; before anything is read or checked. Every answer names in `x-data-version` the version that was
   * there when it was asked for, so that a page can tell whether it is older than what it is told of.
   */
  handler(): RequestHandler {
    return (request: KeyedRequest, response: Response, next: NextFunction) => {
      if (this.version !== null) response.set('x-data-version', String(this.version()));
      const key = this.keyOf(request);
      const answer = key === null || request.headers['cache-control'] === 'no-cache' ? undefined : this.kept.get(key);
      if (answer !== undefined) {
        response.set({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }).send(answer);
        return;
      }
      if (key !== null) request.publicKey = key;
      next();
    };
  }

  /** Keeps an answer that was worked out, if it is one for every visitor. */
  plugin(): ApolloServerPlugin<{ publicKey?: string | undefined; viewer?: { personId: unknown } }> {
    const keep = (key: string, answer: string) => this.kept.set(key, answer);
    return {
      async requestDidStart() {
        return {
          async willSendResponse({ contextValue, schema, document, response: { body } }) {
            const key = contextValue.publicKey;
            if (key === undefined || (contextValue.viewer?.personId ?? null) !== null || !document) return;
            if (body.kind !== 'single' || body.singleResult.errors || !isForEveryVisitor(schema, document)) return;
            keep(key, `${JSON.stringify(body.singleResult)}\n`);
          },
        };
      },
    };
  }

  private keyOf(request: Request): string | null {
    if (this.version === null || request.method !== 'POST' || request.path !== '/' || request.headers.cookie !== undefined) return null;
    const body: unknown = request.body;
    if (typeof body !== 'object' || body === null) return null;
    const { query, variables, operationName, extensions } = body as Record<string, unknown>;
    const document = typeof query === 'string' ? query : hashIn(extensions);
    if (typeof document !== 'string') return null;
    const { 'x-region': region, 'x-language': language, 'accept-language': languages } = request.headers;
    const asked = JSON.stringify([region, language ?? languages, document, variables, operationName]);
    // Long questions are named by their hash, so that the memory is used for answers.
    return `${this.version()} ${createHash('sha256').update(asked).digest('base64url')}`;
  }
}

/** Only queries, only fields that say so. */
function isForEveryVisitor(schema: GraphQLSchema, { definitions }: DocumentNode): boolean {
  const fields = schema.getQueryType()!.getFields();
  const operations = definitions.filter((definition) => definition.kind === 'OperationDefinition');
  return (
    operations.length === 1 &&
    operations[0]!.operation === 'query' &&
    operations[0]!.selectionSet.selections.every(
      (selection) =>
        selection.kind === 'Field' &&
        (selection.name.value === '__typename' || fields[selection.name.value]?.extensions['keptForVisitors'] === true),
    )
  );
}
