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

function only(type: string, message: string): RequestHandler {
  return (request, response, next) => {
    const bare = request.method === 'GET' || request.method === 'HEAD' || request.headers['content-length'] === '0';
    if (bare || request.is(type)) return next();
    refuseBody(response, 415, message);
  };
}

/** Refuses what is sent as anything but JSON. */
export const jsonOnly = only('application/json', 'Send JSON, with the content type application/json.');

/** Refuses files that are sent as anything but bytes: what they are, they say themselves, and no form can send this type. */
export const bytesOnly = only('application/octet-stream', 'Send the bytes of the file, with the content type application/octet-stream.');

/** Refuses JSON of so many levels that whoever walks through it runs out of stack. */
export const shallowJson: RequestHandler = (request, response, next) => {
  // The variables of an operation are one level below.
  if (faultOfValue(request.body, { deepest: DEEPEST_VALUE + 2 }) !== 'depth') return next();
  refuseBody(response, 400, 'The request is nested too deeply.');
};
