import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { OperationTypeNode } from 'graphql';
import { createClient as createSocket, type Client as Socket } from 'graphql-ws';
import { currentLanguage } from '@knotenpunkt/webkit/i18n';
import { byItsHash, hashOf } from './hash';

/** The client of one region, and the socket that carries its subscriptions. */
export interface DataClient {
  apollo: ApolloClient;
  socket: Socket;
  /** Is told of the version of the data each answer was read at. */
  onAnswer(listener: (version: number) => void): void;
}

/** Longest wait for an answer, in milliseconds; the server gives up before. */
const PATIENCE = 20_000;

function socketAddress(): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`;
}

/** `fetch` that gives up: a page that waits for ever is worse than one that says so. */
function patientFetch(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const limit = AbortSignal.timeout(PATIENCE);
  return fetch(input, { ...init, signal: init.signal ? AbortSignal.any([init.signal, limit]) : limit });
}

/** Names documents by their hash. A server that does not know one, because it is older or newer than this page, gets the text. */
const byHash = new PersistedQueryLink({
  generateHash: hashOf,
  disable: ({ meta }) => meta.persistedQueryNotFound || meta.persistedQueryNotSupported,
});

/** The same on the WebSocket, where the text goes along. */
const withHash = new ApolloLink((operation, forward) => {
  operation.extensions = { ...operation.extensions, ...byItsHash(operation.query) };
  return forward(operation);
});

/**
 * Makes the data client. Questions go over HTTP, subscriptions alone over a WebSocket that opens with the first of them.
 * Records are kept once by type and `id`; a record without `id` belongs to the one that holds it.
 */
export function createDataClient(regionSlug: string): DataClient {
  const headers = () => ({ ...(regionSlug ? { 'x-region': regionSlug } : {}), 'x-language': currentLanguage() });
  const withHeaders = new SetContextLink((previous) => ({
    headers: { ...(previous.headers as Record<string, string> | undefined), ...headers() },
  }));
  const socket = createSocket({
    url: socketAddress(),
    lazy: true,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    connectionParams: () => ({ ...(regionSlug ? { region: regionSlug } : {}), language: currentLanguage() }),
  });
  let tellVersion: (version: number) => void = () => undefined;
  const fetchVersioned: typeof fetch = async (input, init) => {
    const response = await patientFetch(input, init);
    const version = response.headers.get('x-data-version');
    if (version !== null) tellVersion(Number(version));
    return response;
  };
  const http = withHeaders.concat(new HttpLink({ uri: '/graphql', credentials: 'same-origin', fetch: fetchVersioned }));
  const link = ApolloLink.split(
    (operation) => operation.operationType === OperationTypeNode.SUBSCRIPTION,
    withHash.concat(new GraphQLWsLink(socket)),
    byHash.concat(http),
  );
  const apollo = new ApolloClient({
    link,
    cache: new InMemoryCache(),
    // A page shows what it knows at once and asks again behind it.
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
  });
  return { apollo, socket, onAnswer: (listener) => (tellVersion = listener) };
}
