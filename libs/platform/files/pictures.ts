import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@knotenpunkt/kernel';
import { encodePicture, type PictureCode } from './encode-picture';
import { FileStore, type KeptFile } from './file-store';
import { readBytes } from './read-bytes';

/** So many wait for their turn; a large picture takes a second. */
const MOST_WAITING = 8;

export type FileCode = PictureCode | 'FILE_TOO_LARGE' | 'FILES_BUSY';

/** A picture that was kept. */
export interface TakenPicture extends KeptFile {
  /** The picture as a data URL: to look at before anything refers to it, for until then nobody is shown it. */
  preview: string;
}

/** Takes pictures that people send. */
@Injectable()
export class Pictures {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  constructor(private readonly store: FileStore) {}

  /** Reads a picture of at most `largest` bytes from a request whose body nothing has read yet, makes it anew and keeps it. */
  async take(request: IncomingMessage, largest: number): Promise<Result<TakenPicture, FileCode>> {
    const sent = await readBytes(request, largest);
    if (!sent.ok) return sent;
    if (this.waiting >= MOST_WAITING) return refuse('FILES_BUSY');
    const encoded = await this.inTurn(() => encodePicture(sent.value));
    if (!encoded.ok) return encoded;
    const { mime, bytes } = encoded.value;
    return ok({ ...(await this.store.keep(encoded.value)), preview: `data:${mime};base64,${bytes.toString('base64')}` });
  }

  /** One at a time: decoded, a picture of a few bytes may fill 160 MB. */
  private async inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    this.waiting += 1;
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn.finally(() => (this.waiting -= 1));
  }
}
