import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Headers, Inject, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Metrics, METRICS_TOKEN } from './metrics';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** `/metrics`: for those who know the token only. Without one in the configuration there is no such address. */
@Controller()
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    @Inject(METRICS_TOKEN) private readonly token: string | null,
  ) {}

  @Get('metrics')
  async tell(@Headers('authorization') authorization: string | undefined, @Res() response: Response): Promise<void> {
    response.set('cache-control', 'no-store');
    if (this.token === null) {
      response.status(404).json({ code: 'NOT_FOUND' });
    } else if (!timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${this.token}`))) {
      response.status(401).set('www-authenticate', 'Bearer').json({ code: 'UNAUTHENTICATED' });
    } else {
      response.type(this.metrics.registry.contentType).send(await this.metrics.registry.metrics());
    }
  }
}
