import { randomUUID } from 'node:crypto';
import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Global, Logger, Module, type DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { Request } from 'express';
import { isUnavailable } from '@knotenpunkt/platform/database';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { CompiledOperations } from './compiled-operations';
import { ContextContributions } from './context';
import { asReadOnlyCache, KnownDocuments } from './known-documents';
import { documentRules, MAX_TOKENS, refusedCost, refusedVariables } from './limits';
import { PublicAnswers } from './public-answers';
import { demandUuids, LocalDateScalar } from './scalars';
import { WebSocketDoor } from './websocket-door';

const log = new Logger('GraphQL');

/** Faults that a client may know of; all others are told as a number that stands in the log. */
const TELLABLE = new Set([
  'BAD_USER_INPUT',
  'GRAPHQL_VALIDATION_FAILED',
  'GRAPHQL_PARSE_FAILED',
  'FORBIDDEN',
  'UNAUTHENTICATED',
  'GRAPH_UNAVAILABLE',
  'DATABASE_UNAVAILABLE',
  'TOO_MANY_REQUESTS',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'OPERATION_UNKNOWN',
  'PERSISTED_QUERY_NOT_FOUND',
]);

const DATABASE_AWAY = 'The database does not answer at the moment. Try again in a minute.';

/** Who asks cannot be found out without the database: the whole request is answered 503. */
function refusedWithoutDatabase(error: unknown): unknown {
  if (!isUnavailable(error)) return error;
  const http = { status: 503, headers: new HeaderMap([['retry-after', '5']]) };
  return new GraphQLError(DATABASE_AWAY, { extensions: { code: 'DATABASE_UNAVAILABLE', http } });
}

/** Postgres cannot read a value, such as an id that is no UUID. */
function isMalformedValue(error: Error | undefined): boolean {
  return ['22P02', '22003', '22007', '22008', '22009'].includes((error as { code?: string } | undefined)?.code ?? '');
}

/** Ids come from clients: one that something else has already, perhaps in another region, is theirs to change. */
function isTakenId(error: Error | undefined): boolean {
  const { code, detail = '' } = (error ?? {}) as { code?: string; detail?: string };
  return code === '23505' && detail.startsWith('Key (id)=');
}

/** Replaces the text of an unexpected fault by a number one can quote. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = (error as { originalError?: Error }).originalError ?? (error as Error);
  if (original?.name === 'GraphUnavailable') {
    return {
      message: 'The network does not answer at the moment. Try again in a minute.',
      path: formatted.path,
      extensions: { code: 'GRAPH_UNAVAILABLE' },
    };
  }
  if (isUnavailable(original)) {
    return { message: DATABASE_AWAY, path: formatted.path, extensions: { code: 'DATABASE_UNAVAILABLE' } };
  }
  if (isMalformedValue(original)) {
    return {
      message: 'An id or another value has not the form it must have.',
      path: formatted.path,
      extensions: { code: 'BAD_USER_INPUT' },
    };
  }
  if (isTakenId(original)) {
    return {
      message: 'Something else has this id already. Send it again with a new one.',
      path: formatted.path,
      extensions: { code: 'BAD_USER_INPUT' },
    };
  }
  const code = String(formatted.extensions?.['code'] ?? 'INTERNAL_SERVER_ERROR');
  if (TELLABLE.has(code)) return { message: formatted.message, path: formatted.path, extensions: { code } };
  const number = randomUUID().slice(0, 8);
  log.error(`${number} ${original?.stack ?? String(error)}`);
  return {
    message: `Something went wrong here. Number ${number}.`,
    path: formatted.path,
    extensions: { code: 'INTERNAL_SERVER_ERROR', number },
  };
}

/** Before anything is carried out: only known documents where others are closed, and no variables that go too far. */
function lastLook(documents: KnownDocuments): ApolloServerPlugin {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ request, document, source, schema }) {
          const refused = documents.refusal(source) ?? refusedVariables(document, request.variables);
          if (refused) throw refused;
          if (documents.knows(source)) return;
          const costly = refusedCost(schema, document, request.variables);
          if (costly) throw costly;
        },
      };
    },
  };
}

/** The text of the document a request brings, as far as it can be told before Apollo reads it. */
function textIn({ method, body, query }: Request): unknown {
  return method === 'GET' ? query['query'] : (body as { query?: unknown } | undefined)?.query;
}

@Global()
@Module({})
export class GraphqlModule {
  static forRoot(options: { production: boolean; allowedOrigins: string[]; documents?: KnownDocuments }): DynamicModule {
    const contributions = new ContextContributions();
    const answers = new PublicAnswers();
    const documents = options.documents ?? new KnownDocuments({}, !options.production);
    const operations = new CompiledOperations(documents);
    // Nest's type does not name this option of Apollo, yet hands it on.
    const executedBy = { gateway: operations };
    return {
      module: GraphqlModule,
      imports: [
        GraphQLModule.forRoot<ApolloDriverConfig>({
          driver: ApolloDriver,
          path: '/graphql',
          autoSchemaFile: true,
          transformSchema: (schema) => operations.use(demandUuids(schema)),
          ...executedBy,
          sortSchema: true,
          introspection: !options.production,
          includeStacktraceInErrorResponses: false,
          hideSchemaDetailsFromClientErrors: options.production,
          allowBatchedHttpRequests: false,
          graphiql: false,
          playground: false,
          parseOptions: { maxTokens: MAX_TOKENS },
          validationRules: documentRules(),
          persistedQueries: { cache: asReadOnlyCache(documents) },
          // Cache hints would be worked out for every field, and nobody reads them.
          plugins: [
            ApolloServerPluginLandingPageDisabled(),
            ApolloServerPluginCacheControlDisabled(),
            lastLook(documents),
            answers.plugin(),
          ],
          formatError,
          context: ({ req }: { req: Request }) => {
            // Here already, so that what is unknown is neither read nor checked against the schema.
            const refused = documents.refusal(textIn(req));
            if (refused) throw refused;
            const asked = { headers: req.headers, clientAddress: req.ip ?? '', publicKey: (req as { publicKey?: string }).publicKey };
            return contributions.create(asked).catch((error: unknown) => {
              throw refusedWithoutDatabase(error);
            });
          },
        }),
      ],
      providers: [
        LocalDateScalar,
        WebSocketDoor,
        { provide: ContextContributions, useValue: contributions },
        { provide: KnownDocuments, useValue: documents },
        { provide: PublicAnswers, useValue: answers },
        { provide: 'ALLOWED_ORIGINS', useValue: options.allowedOrigins },
        { provide: 'BEHIND_PROXY', useValue: options.production },
      ],
      exports: [ContextContributions, WebSocketDoor],
    };
  }
}
