import { randomUUID } from 'node:crypto';
import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Global, Logger, Module, type DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { Request } from 'express';
import { type GraphQLFormattedError } from 'graphql';
import { ContextContributions } from './context';
import { documentRules, MAX_TOKENS, refusedVariables } from './limits';
import { LocalDateScalar } from './scalars';
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
  'TOO_MANY_REQUESTS',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
]);

/** Postgres cannot read a value, such as an id that is no UUID. */
function isMalformedValue(error: Error | undefined): boolean {
  return ['22P02', '22003', '22007', '22008'].includes((error as { code?: string } | undefined)?.code ?? '');
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
  if (isMalformedValue(original)) {
    return {
      message: 'An id or another value has not the form it must have.',
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

const refuseVariables: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async didResolveOperation({ request, document }) {
        const refused = refusedVariables(document, request.variables);
        if (refused) throw refused;
      },
    };
  },
};

@Global()
@Module({})
export class GraphqlModule {
  static forRoot(options: { production: boolean; allowedOrigins: string[] }): DynamicModule {
    const contributions = new ContextContributions();
    return {
      module: GraphqlModule,
      imports: [
        GraphQLModule.forRoot<ApolloDriverConfig>({
          driver: ApolloDriver,
          path: '/graphql',
          autoSchemaFile: true,
          sortSchema: true,
          introspection: !options.production,
          includeStacktraceInErrorResponses: false,
          hideSchemaDetailsFromClientErrors: options.production,
          allowBatchedHttpRequests: false,
          graphiql: false,
          playground: false,
          parseOptions: { maxTokens: MAX_TOKENS },
          validationRules: documentRules(),
          plugins: [ApolloServerPluginLandingPageDisabled(), refuseVariables],
          formatError,
          context: ({ req }: { req: Request }) => contributions.create({ headers: req.headers, clientAddress: req.ip ?? '' }),
        }),
      ],
      providers: [
        LocalDateScalar,
        WebSocketDoor,
        { provide: ContextContributions, useValue: contributions },
        { provide: 'ALLOWED_ORIGINS', useValue: options.allowedOrigins },
      ],
      exports: [ContextContributions, WebSocketDoor],
    };
  }
}
