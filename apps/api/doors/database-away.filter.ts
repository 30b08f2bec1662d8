import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { DatabaseUnavailable } from '@knotenpunkt/platform/database';
import type { Response } from 'express';

/** Beside GraphQL: who needs the database while it is away learns that, and when to ask again. */
@Catch(DatabaseUnavailable)
export class DatabaseAwayFilter implements ExceptionFilter<DatabaseUnavailable> {
  catch(error: DatabaseUnavailable, host: ArgumentsHost): DatabaseUnavailable | void {
    // GraphQL has a form of its own for faults.
    if (host.getType<string>() === 'graphql') return error;
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) return void response.destroy();
    response.status(503).set({ 'retry-after': '5', 'cache-control': 'no-store' }).json({ code: 'DATABASE_UNAVAILABLE' });
  }
}
