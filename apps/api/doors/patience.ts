import { withPatience } from '@knotenpunkt/platform/database';
import type { RequestHandler } from 'express';

/** Every request has so much patience with the database and no more, however many answers it needs. */
export const impatient: RequestHandler = (_request, response, next) => {
  response.once('close', withPatience(next));
};
