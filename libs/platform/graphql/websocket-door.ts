import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { GraphQLError, getOperationAST, parse, specifiedRules, validate, type ExecutionArgs } from 'graphql';
import { CloseCode, type Context, type SubscribePayload } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { ContextContributions, type GraphqlContext } from './context';
import { hashIn, KnownDocuments } from './known-documents';
import { documentRules, MAX_TOKENS, refusedVariables } from './limits';
import { isOwnOrigin } from './origin';

type Extra = { socket: WebSocket; request: IncomingMessage };

type Door = Context<Record<string, unknown>, Extra>;

const OPEN_PER_ADDRESS = 50;
/** On one line; a page of ours needs one. */
const MOST_SUBSCRIPTIONS = 20;

/**
 * Subscriptions over WebSocket at `/graphql`: nothing but subscriptions, the same limits as over HTTP, foreign origins
 * refused; the line ends with the session. Region and language come as connection parameters `region` and `language`, the session as cookie.
 */
@Injectable()
export class WebSocketDoor implements OnApplicationShutdown {
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });
  private readonly open = new Map<string, number>();
  private readonly watched = new WeakSet<WebSocket>();
  /** How often it is asked whether a session still holds. */
  lookAgainMs = 10_000;
  private closeDoor: (() => void | Promise<void>) | null = null;

  constructor(
    private readonly schemaHost: GraphQLSchemaHost,
    private readonly contributions: ContextContributions,
    private readonly documents: KnownDocuments,
    @Inject('ALLOWED_ORIGINS') private readonly allowedOrigins: string[],
    @Inject('BEHIND_PROXY') private readonly behindProxy: boolean,
  ) {}

  /** Opens the door on an HTTP server. */
  attach(server: Server): void {
    const door = useServer<Record<string, unknown>, Extra>(
      {
        connectionInitWaitTimeout: 5_000,
        onSubscribe: (context, _id, payload) => this.admit(context, payload),
      },
      this.sockets,
    );
    this.closeDoor = () => door.dispose();
    server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => this.upgrade(request, socket, head));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.closeDoor?.();
  }

  private upgrade(request: IncomingMessage, socket: Socket, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const address = this.addressOf(request);
    const refuse = (status: string): void => void socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
    // Compared as text: an address that cannot be parsed must not end the process.
    if (request.url?.split('?')[0] !== '/graphql') return refuse('404 Not Found');
    if (!isOwnOrigin(request.headers, this.allowedOrigins)) return refuse('403 Forbidden');
    const open = this.open.get(address) ?? 0;
    if (open >= OPEN_PER_ADDRESS) return refuse('429 Too Many Requests');
    this.open.set(address, open + 1);
    socket.once('close', () => this.open.set(address, (this.open.get(address) ?? 1) - 1));
    this.sockets.handleUpgrade(request, socket, head, (webSocket) => this.sockets.emit('connection', webSocket, request));
  }

  private async admit(context: Door, payload: SubscribePayload): Promise<ExecutionArgs | GraphQLError[]> {
    if (Object.keys(context.subscriptions).length > MOST_SUBSCRIPTIONS) {
      return [new GraphQLError('There are too many subscriptions on this line.', { extensions: { code: 'TOO_MANY_REQUESTS' } })];
    }
    const schema = this.schemaHost.schema;
    const text = this.documents.textOf(hashIn(payload.extensions)) ?? payload.query;
    const unknown = this.documents.refusal(text);
    if (unknown) return [unknown];
    let document;
    try {
      document = parse(text, { maxTokens: MAX_TOKENS });
    } catch (error) {
      return [error as GraphQLError];
    }
    if (getOperationAST(document, payload.operationName)?.operation !== 'subscription') {
      return [
        new GraphQLError('Only subscriptions are served here. Send queries and mutations over HTTP.', {
          extensions: { code: 'BAD_REQUEST' },
        }),
      ];
    }
    const faults = validate(schema, document, [...specifiedRules, ...documentRules()]);
    if (faults.length > 0) return [...faults];
    const refused = refusedVariables(document, payload.variables);
    if (refused) return [refused];
    const contextValue = await this.contextOf(context);
    this.watch(context, this.contributions.standingOf(contextValue));
    return { schema, document, operationName: payload.operationName, variableValues: payload.variables, contextValue };
  }

  /** As Express tells it over HTTP: behind a proxy, what that proxy says it saw. */
  private addressOf(request: IncomingMessage): string {
    const forwarded = this.behindProxy ? String(request.headers['x-forwarded-for'] ?? '') : '';
    return forwarded.split(',').at(-1)!.trim() || (request.socket.remoteAddress ?? '');
  }

  private contextOf(context: Door): Promise<GraphqlContext> {
    const parameters = context.connectionParams ?? {};
    const { request } = context.extra;
    return this.contributions.create({
      headers: { ...request.headers, 'x-region': text(parameters['region']), 'x-language': text(parameters['language']) },
      clientAddress: this.addressOf(request),
    });
  }

  /** What one is told depends on who one is: closes the line when the session ends or its rights change. */
  private watch(context: Door, standing: string): void {
    const { socket } = context.extra;
    if (this.watched.has(socket)) return;
    this.watched.add(socket);
    const look = async (): Promise<void> => {
      const now = await this.contextOf(context).catch(() => null);
      // A database that does not answer says nothing about the session.
      if (now && this.contributions.standingOf(now) !== standing) socket.close(CloseCode.Forbidden, 'Session changed');
    };
    const timer = setInterval(() => void look(), this.lookAgainMs);
    socket.once('close', () => clearInterval(timer));
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
