import { Injectable } from '@nestjs/common';
import { addDocument, removeDocument, type Alliance } from '@knotenpunkt/alliances/domain';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { ok, refuse, type Id, type Result } from '@knotenpunkt/kernel';
import { FileStore } from '@knotenpunkt/platform/files';
import type { Region } from '@knotenpunkt/regions/domain';
import { AllianceWriter } from '../alliance-writer';
import { DocumentRepository } from './document.repository';

/** Documents of an alliance: files kept here, and links to what is kept elsewhere. */
@Injectable()
export class DocumentService {
  constructor(
    private readonly writer: AllianceWriter,
    private readonly documents: DocumentRepository,
    private readonly files: FileStore,
  ) {}

  /** Adding the same again, with the same id, changes nothing. */
  add(
    viewer: Viewer,
    region: Region,
    { allianceId, fileHash, ...writing }: { allianceId: Id; fileHash: string | null } & Parameters<typeof addDocument>[2],
  ): Promise<Result<Alliance>> {
    return this.writer.change(viewer, region, { id: allianceId }, async (tx, alliance, today) => {
      const present = await this.documents.within(tx, alliance.id);
      const file = fileHash === null ? null : await this.files.describe(tx, fileHash);
      const added = addDocument(viewer, alliance, writing, { file, present, today });
      if (present.some(({ id, enteredById }) => id === writing.id && enteredById === writing.enteredById)) return ok(alliance);
      if (fileHash !== null && !file && (added.ok || added.refusal.code !== 'NOT_PERMITTED')) return refuse('FILE_UNKNOWN');
      if (!added.ok) return added;
      await this.documents.insert(tx, added.value);
      await this.writer.tell(tx, viewer, alliance, 'documentAdded', writing.enteredById);
      return ok(alliance);
    });
  }

  remove(
    viewer: Viewer,
    region: Region,
    asked: { id: Id; allianceId: Id; expectedVersion: number; reason: string },
  ): Promise<Result<Alliance>> {
    return this.writer.change(viewer, region, { id: asked.allianceId }, async (tx, alliance, today) => {
      const document = (await this.documents.within(tx, alliance.id)).find(({ id }) => id === asked.id);
      if (!document) return refuse('NOT_PERMITTED');
      const removed = removeDocument(viewer, alliance, document, asked.reason, today);
      if (!removed.ok) return removed;
      const written = await this.documents.remove(tx, removed.value, asked.expectedVersion);
      if (!written.ok) return written;
      await this.writer.tell(tx, viewer, alliance, 'documentRemoved');
      return ok(alliance);
    });
  }
}
