import type { IncomingHttpHeaders } from 'node:http';
import type { RequestHandler } from 'express';

/** Whether a request comes from a page of this installation, or from no page at all. */
export function isOwnOrigin({ origin, host }: IncomingHttpHeaders, allowedOrigins: readonly string[]): boolean {
  if (!origin) return true;
  return allowedOrigins.includes(origin) || (URL.canParse(origin) && new URL(origin).host === host);
}

/** Refuses what a page of somebody else sends with the cookies of the person who looks at it. */
export function refuseForeignOrigins(allowedOrigins: readonly string[]): RequestHandler {
  return (request, response, next) => {
    if (isOwnOrigin(request.headers, allowedOrigins)) return next();
    response.status(403).json({ errors: [{ message: 'Requests of other sites are refused here.', extensions: { code: 'FORBIDDEN' } }] });
  };
}
