import type { Response } from 'express';

/** Answers a request to the account service with why nothing was done. */
export function refuseRequest(response: Response, status: number, code: string, message: string): void {
  response.status(status).json({ code, message });
}
