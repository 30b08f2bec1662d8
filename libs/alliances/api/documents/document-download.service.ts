import type { IncomingHttpHeaders } from 'node:http';
import { Injectable } from '@nestjs/common';
import { fileNameOf, isFormed, maySee, maySeeDocument } from '@knotenpunkt/alliances/domain';
import { ViewerService } from '@knotenpunkt/identity/api';
import { isId } from '@knotenpunkt/kernel';
import { FileStore } from '@knotenpunkt/platform/files';
import { RegionService } from '@knotenpunkt/regions/api';
import { AllianceRepository } from '../alliance.repository';
import { DocumentRepository } from './document.repository';

export interface HandedOut {
  hash: string;
  mime: string;
  name: string;
  bytes: Buffer;
}

/** Hands the bytes of a document out to those who may read it. */
@Injectable()
export class DocumentDownloadService {
  constructor(
    private readonly alliances: AllianceRepository,
    private readonly documents: DocumentRepository,
    private readonly regions: RegionService,
    private readonly viewers: ViewerService,
    private readonly files: FileStore,
  ) {}

  /** Null where there is none that the one who asks may see. */
  async handOut(allianceId: string, documentId: string, headers: IncomingHttpHeaders): Promise<HandedOut | null> {
    if (!isId(allianceId) || !isId(documentId)) return null;
    const [alliance, document] = [(await this.alliances.byIds([allianceId]))[0], await this.documents.byId(documentId)];
    if (!alliance || document?.allianceId !== alliance.id || document.fileHash === null || !isFormed(alliance)) return null;
    const region = (await this.regions.all()).find(({ id }) => id === alliance.regionId);
    const viewer = region && (await this.viewers.viewerIn(region, headers));
    if (!viewer || !maySee(viewer, alliance) || !maySeeDocument(viewer, alliance, document)) return null;
    const found = await this.files.read(document.fileHash, false);
    return found && { ...found, hash: document.fileHash, name: fileNameOf(document) };
  }
}
