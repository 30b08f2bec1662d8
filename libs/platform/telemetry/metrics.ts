import { Inject, Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { gauges } from './metric-gauges';
import { Instruments } from './instruments';

/** The word that whoever fetches the metrics must know; null: nobody gets them. */
export const METRICS_TOKEN = Symbol('METRICS_TOKEN');

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** First parts of the addresses that are told apart; everything else is a page of the client, or nothing. */
const ROUTES = new Set(['graphql', 'api', 'daten', 'dateien', 'assets', 'config.json', 'health', 'ready', 'metrics']);

/** The class of an address: few, whatever anybody types. */
export function routeOf(path: string): string {
  const first = path.split('/')[1]?.toLowerCase() ?? '';
  return ROUTES.has(first) ? first : 'page';
}

/** Numbers for Prometheus. None tells of a person, and every label has few values. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly requests: Histogram<'route' | 'status'>;
  private readonly operations: Histogram<'operation' | 'outcome'>;

  constructor(
    sources: Instruments,
    @Inject(METRICS_TOKEN) private readonly token: string | null,
  ) {
    const registers = [this.registry];
    this.requests = new Histogram({
      name: 'knotenpunkt_http_request_seconds',
      help: 'HTTP requests by class of address and class of status.',
      labelNames: ['route', 'status'],
      buckets: SECONDS,
      registers,
    });
    this.operations = new Histogram({
      name: 'knotenpunkt_graphql_operation_seconds',
      help: 'GraphQL operations by the first field they ask for; names that clients give are not taken over.',
      labelNames: ['operation', 'outcome'],
      buckets: SECONDS,
      registers,
    });
    gauges(sources, this.registry);
    // It watches the event loop and garbage collection all the time: only where somebody looks.
    if (token !== null) collectDefaultMetrics({ register: this.registry });
  }

  /** Whether anybody is to get the metrics. */
  get offered(): boolean {
    return this.token !== null;
  }

  /** Middleware: takes the time of each request. */
  readonly timeRequests = (request: Request, response: Response, next: NextFunction): void => {
    const began = performance.now();
    const route = routeOf(request.path);
    response.once('finish', () => {
      const status = `${Math.floor(response.statusCode / 100)}xx`;
      this.requests.observe({ route, status }, (performance.now() - began) / 1_000);
    });
    next();
  };

  /** `operation` is a name of the schema, so that there are only so many. */
  timeOperation(operation: string, outcome: 'done' | 'failed' | 'refused', seconds: number): void {
    this.operations.observe({ operation, outcome }, seconds);
  }
}
