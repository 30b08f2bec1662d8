import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { messages } from '@knotenpunkt/coordination/domain';
import { ViewerService } from '@knotenpunkt/identity/api';
import { answerUpload, turnAway } from '@knotenpunkt/platform/files';
import { RegionService } from '@knotenpunkt/regions/api';
import type { Request, Response } from 'express';
import { writeListTemplate } from './thread-list-template';
import { ThreadListService } from './thread-list.service';

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
    const viewer = await this.viewers.viewerIn(region, request.headers);
    await answerUpload(request, response, this.lists.read(viewer, region, request));
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
