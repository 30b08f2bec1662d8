import type { Result } from '@knotenpunkt/kernel';
import type { Request, Response } from 'express';
import { turnAway } from './read-bytes';

/** What is refused because of the bytes themselves is 422. */
const STATUS: Record<string, number> = {
  UNAUTHENTICATED: 401,
  NOT_PERMITTED: 403,
  FILE_TOO_LARGE: 413,
  TOO_MANY_REQUESTS: 429,
  FILES_BUSY: 503,
};

/** Answers a request that sent a file: 201 with what was taken, or the refusal with its status. `wait` of a refusal: seconds until the next try. */
export async function answerUpload(request: Request, response: Response, taking: Promise<Result<object>>): Promise<void> {
  response.set('cache-control', 'no-store');
  const taken = await taking;
  if (taken.ok) return void response.status(201).json(taken.value);
  const { code, field = null, params = {} } = taken.refusal;
  if (!request.readableDidRead) turnAway(request);
  if (code === 'TOO_MANY_REQUESTS') response.set('retry-after', String(params['wait']));
  response.status(STATUS[code] ?? 422).json({ code, field, parameters: params });
}
