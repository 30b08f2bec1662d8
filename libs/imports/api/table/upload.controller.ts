import { Controller, Param, Post, Query, Req, Res } from '@nestjs/common';
import { IMPORT_KINDS, type ImportKind } from '@knotenpunkt/imports/domain';
import { ViewerService } from '@knotenpunkt/identity/api';
import { answerUpload, turnAway } from '@knotenpunkt/platform/files';
import { RegionService } from '@knotenpunkt/regions/api';
import type { Request, Response } from 'express';
import { ImportUpload } from './upload.service';

/**
 * `POST /dateien/import/<region>?art=actors&name=liste.csv` takes the bytes of a table, CSV or XLSX, as `application/octet-stream` and
 * answers the id under which `importBatch` shows it.
 */
@Controller()
export class ImportUploadController {
  constructor(
    private readonly uploads: ImportUpload,
    private readonly regions: RegionService,
    private readonly viewers: ViewerService,
  ) {}

  @Post('dateien/import/:region')
  async take(
    @Param('region') slug: string,
    @Query('art') asked: unknown,
    @Query('name') name: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    response.set('cache-control', 'no-store');
    const region = (await this.regions.all()).find((each) => each.slug === slug);
    const kind = IMPORT_KINDS.find((each) => each.toLowerCase() === asked) as ImportKind | undefined;
    if (!region || !kind) {
      turnAway(request);
      return void response.status(404).json({ code: 'NOT_FOUND' });
    }
    const viewer = await this.viewers.viewerIn(region, request.headers);
    const fileName = typeof name === 'string' ? name.replace(/[\u0000-\u001f\u007f]/g, '').toWellFormed() : '';
    await answerUpload(request, response, this.uploads.take(viewer, region, request, { kind, fileName }));
  }
}
