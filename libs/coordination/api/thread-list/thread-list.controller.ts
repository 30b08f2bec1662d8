import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { messages } from '@knotenpunkt/coordination/domain';
import { ViewerService } from '@knotenpunkt/identity/api';
import { turnAway } from '@knotenpunkt/platform/files';
import { RegionService } from '@knotenpunkt/regions/api';
import type { Request, Response } from 'express';
import { writeListTemplate } from './thread-list-template';
import { ThreadListService, type TakeListCode } from './thread-list.service';

/** What is refused because of the bytes themselves is 422. */
const STATUS: Partial<Record<TakeListCode, number>> = {
  UNAUTHENTICATED: 401,
  NOT_PERMITTED: 403,
  FILE_TOO_LARGE: 413,
  TOO_MANY_REQUESTS: 429,
  FILES_BUSY: 503,
};

/**
 * A coordinator's list as a file. `POST /dateien/liste/<region>` takes the bytes of a workbook as `application/octet-stream` and answers
 * the id under which `threadList` shows what would become of it; `GET /daten/liste/vorlage.xlsx?sprache=de` is an empty one to fill.
 */
@Controller()
export class ThreadListController {
  constructor(
    private readonly lists: ThreadListService,
    private readonly regions: RegionService,
    private readonly viewers: ViewerService,
  ) {}

  @Post('dateien/liste/:region')
  async take(@Param('region') slug: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    response.set('cache-control', 'no-store');
    const region = (await this.regions.all()).find((each) => each.slug === slug);
    if (!region) {
      turnAway(request);
      return void response.status(404).json({ code: 'NOT_FOUND' });
    }
    const taken = await this.lists.read(await this.viewers.viewerIn(region, request.headers), region, request);
    if (taken.ok) return void response.status(201).json(taken.value);
    const { code, field = null, params = {} } = taken.refusal;
    if (!request.readableDidRead) turnAway(request);
    if (code === 'TOO_MANY_REQUESTS') response.set('retry-after', String(params['wait']));
    response.status(STATUS[code] ?? 422).json({ code, field, parameters: params });
  }

  @Get('daten/liste/vorlage.xlsx')
  async template(@Query('sprache') asked: unknown, @Res() response: Response): Promise<void> {
    const language = asked === 'en' ? 'en' : 'de';
    response.set({
      'content-disposition': `attachment; filename="${messages[language].list.template.file}"`,
      'x-content-type-options': 'nosniff',
    });
    response.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet').send(await writeListTemplate(language));
  }
}
