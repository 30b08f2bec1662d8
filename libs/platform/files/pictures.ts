import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { ok, type Result } from '@knotenpunkt/kernel';
import { encodePicture, type PictureCode } from './encode-picture';
import { FileStore, type KeptFile } from './file-store';
import { readBytes } from './read-bytes';
import { Turns } from './turns';

export type FileCode = PictureCode | 'FILE_TOO_LARGE' | 'FILES_BUSY';

/** A picture that was kept. */
export interface TakenPicture extends KeptFile {
  /** The picture as a data URL: to look at before anything refers to it, for until then nobody is shown it. */
  preview: string;
}

/** Takes pictures that people send. */
@Injectable()
export class Pictures {
  constructor(
    private readonly store: FileStore,
    private readonly turns: Turns,
  ) {}

  /** Reads a picture of at most `largest` bytes from a request whose body nothing has read yet, makes it anew and keeps it. */
  async take(request: IncomingMessage, largest: number): Promise<Result<TakenPicture, FileCode>> {
    const sent = await readBytes(request, largest);
    if (!sent.ok) return sent;
    const encoded = await this.turns.inTurn(() => encodePicture(sent.value));
    if (!encoded.ok) return encoded;
    const { mime, bytes } = encoded.value;
    return ok({ ...(await this.store.keep(encoded.value)), preview: `data:${mime};base64,${bytes.toString('base64')}` });
  }
}
