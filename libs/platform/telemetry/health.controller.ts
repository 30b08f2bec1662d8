import { Controller, Get, Inject, Optional, Res } from '@nestjs/common';
import { Database, query } from '@knotenpunkt/platform/database';
import { GRAPH, type GraphPort } from '@knotenpunkt/platform/graph';
import type { Response } from 'express';

const ping = query('health.ping', 'SELECT 1 AS alive');

@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    @Optional() @Inject(GRAPH) private readonly graph: GraphPort | null,
  ) {}

  /** The process lives. */
  @Get('health')
  health(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** The process can serve: Postgres answers. The graph may be away: pages without it still work. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) response: Response): Promise<{ database: boolean; graph: boolean }> {
    const answersOf = (attempt: Promise<unknown>) => attempt.then(() => true).catch(() => false);
    const [database, graph] = await Promise.all([
      answersOf(this.database.read(ping)),
      this.graph ? answersOf(this.graph.seq()) : Promise.resolve(true),
    ]);
    response.status(database ? 200 : 503);
    return { database, graph };
  }
}
