import { DEEPEST_VALUE, faultOfValue } from '@knotenpunkt/platform/graphql';
import type { RequestHandler, Response } from 'express';

export interface BodyLimits {
  /** Bytes, as they come over the line. */
  largest: number;
  /** How long a body may take to arrive, in milliseconds. */
  patience: number;
}

/** Refuses a body and ends the connection: whatever else comes over it is not read. */
export function refuseBody(response: Response, status: number, message: string): void {
  if (response.headersSent) return;
  response
    .set('connection', 'close')
    .status(status)
    .json({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] });
}

/**
 * Refuses bodies that are too large at the byte that is too many, and those that do not come to an end. What reads
 * them as JSON would wait for their end before it says so.
 */
export function boundBodies({ largest, patience }: BodyLimits): RequestHandler {
  return (request, response, next) => {
    if (Number(request.headers['content-length'] ?? 0) > largest) return refuseBody(response, 413, 'The request is too large.');
    let received = 0;
    const timer = setTimeout(() => refuseBody(response, 408, 'The request did not come to an end.'), patience);
    request.once('end', () => clearTimeout(timer));
    request.once('close', () => clearTimeout(timer));
    request.on('data', (chunk: Buffer) => {
      received += chunk.length;
      if (received > largest) refuseBody(response, 413, 'The request is too large.');
    });
    next();
  };
}

/** Refuses what is sent as anything but JSON. */
export const jsonOnly: RequestHandler = (request, response, next) => {
  const bare = request.method === 'GET' || request.method === 'HEAD' || request.headers['content-length'] === '0';
  if (bare || request.is('application/json')) return next();
  refuseBody(response, 415, 'Send JSON, with the content type application/json.');
};

/** Refuses JSON of so many levels that whoever walks through it runs out of stack. */
export const shallowJson: RequestHandler = (request, response, next) => {
  // The variables of an operation are one level below.
  if (faultOfValue(request.body, { deepest: DEEPEST_VALUE + 2 }) !== 'depth') return next();
  refuseBody(response, 400, 'The request is nested too deeply.');
};
