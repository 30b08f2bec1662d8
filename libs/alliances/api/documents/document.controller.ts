import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { answerUpload } from '@knotenpunkt/platform/files';
import type { Request, Response } from 'express';
import { DocumentDownloadService } from './document-download.service';
import { DocumentUploadService } from './document-upload.service';

/**
 * Documents of alliances as bytes, outside of GraphQL. `POST /dateien/allianz/<allianceId>` takes bytes as
 * `application/octet-stream` and answers the hash for `addAllianceDocument`; `GET /dateien/allianz/<allianceId>/<documentId>` hands
 * a document out. It is never shown within a page: nobody has made it anew.
 */
@Controller('dateien/allianz')
export class DocumentController {
  constructor(
    private readonly uploads: DocumentUploadService,
    private readonly downloads: DocumentDownloadService,
  ) {}

  @Post(':allianceId')
  async take(@Param('allianceId') allianceId: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await answerUpload(request, response, this.uploads.take(allianceId, request));
  }

  @Get(':allianceId/:documentId')
  async handOut(
    @Param('allianceId') allianceId: string,
    @Param('documentId') documentId: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const found = await this.downloads.handOut(allianceId, documentId, request.headers);
    if (!found) return void response.status(404).set('cache-control', 'private, no-store').json({ code: 'NOT_FOUND' });
    response.set({
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': `attachment; filename="${found.name}"`,
      'x-content-type-options': 'nosniff',
      // It may be removed, and its audience is asked each time.
      'cache-control': 'private, no-cache',
      vary: 'cookie',
      etag: `"${found.hash}"`,
      'content-type': found.mime,
    });
    response.send(found.bytes);
  }
}
