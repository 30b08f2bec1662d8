import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { answerUpload } from '@knotenpunkt/platform/files';
import type { Request, Response } from 'express';
import { ActorLogoService } from './actor-logo.service';

/** A picture is shown as one, whatever a browser would like to make of it. */
const AS_PICTURE = {
  'content-security-policy': "default-src 'none'; sandbox",
  'content-disposition': 'inline; filename="logo.webp"',
  'x-content-type-options': 'nosniff',
};

/**
 * Logos as bytes, outside of GraphQL. `POST /dateien/logo/<actorId>` takes the bytes of a picture as
 * `application/octet-stream` and answers the hash for `setActorLogo`; until then it is shown to nobody.
 */
@Controller('dateien/logo')
export class ActorLogoController {
  constructor(private readonly logos: ActorLogoService) {}

  @Post(':actorId')
  async take(@Param('actorId') actorId: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await answerUpload(request, response, this.logos.take(actorId, request));
  }

  @Get(':actorId/:file')
  async show(
    @Param('actorId') actorId: string,
    @Param('file') file: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const logo = await this.logos.show(actorId, file, request.headers);
    if (!logo) return void response.status(404).set('cache-control', 'private, no-store').json({ code: 'NOT_FOUND' });
    response.set({
      ...AS_PICTURE,
      'cache-control': logo.isPublic ? 'public, max-age=31536000, immutable' : 'private, no-cache',
      ...(logo.isPublic ? {} : { vary: 'cookie' }),
      etag: `"${logo.hash}"`,
    });
    response.type(logo.mime).send(logo.bytes);
  }
}
