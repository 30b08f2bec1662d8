import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@knotenpunkt/kernel';
import { encodePicture } from './encode-picture';
import { FileStore, type KeptDocument } from './file-store';
import { pictureKindOf } from './kind-of-bytes';
import { checkPdf, isPlainText, looksLikePdf, type PdfCode } from './kind-of-document';
import type { FileCode } from './pictures';
import { readBytes } from './read-bytes';
import { Turns } from './turns';

export type DocumentFileCode = FileCode | PdfCode | 'FILE_NO_DOCUMENT';

/** Longest edge of a picture that is kept as a document, in pixels: enough to read a photographed page. */
const DOCUMENT_EDGE = 2_400;

const PICTURES = ['PNG', 'JPEG', 'WEBP'];

/** Takes documents that people send: PDF as it is, pictures made anew, plain text. The bytes decide, nothing else is asked. */
@Injectable()
export class Documents {
  constructor(
    private readonly store: FileStore,
    private readonly turns: Turns,
  ) {}

  /** Reads a document of at most `largest` bytes from a request whose body nothing has read yet, and keeps it. */
  async take(request: IncomingMessage, largest: number): Promise<Result<KeptDocument, DocumentFileCode>> {
    const sent = await readBytes(request, largest);
    if (!sent.ok) return sent;
    const made = await this.make(sent.value);
    return made.ok ? ok(await this.store.keepDocument(made.value)) : made;
  }

  private async make(bytes: Buffer): Promise<Result<{ mime: string; bytes: Buffer }, DocumentFileCode>> {
    if (bytes.length === 0) return refuse('FILE_EMPTY');
    if (looksLikePdf(bytes)) {
      const checked = checkPdf(bytes);
      return checked.ok ? ok({ mime: 'application/pdf', bytes }) : checked;
    }
    const kind = pictureKindOf(bytes);
    if (kind !== null && PICTURES.includes(kind)) return this.turns.inTurn(() => encodePicture(bytes, DOCUMENT_EDGE));
    return isPlainText(bytes) ? ok({ mime: 'text/plain; charset=utf-8', bytes }) : refuse('FILE_NO_DOCUMENT');
  }
}
