import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { DOCUMENT_LIMITS, isFormed, presentMembers, speaksFor } from '@knotenpunkt/alliances/domain';
import { Attempts, ViewerService } from '@knotenpunkt/identity/api';
import { isId, refuse, type Result } from '@knotenpunkt/kernel';
import { Documents, type DocumentFileCode, type KeptDocument } from '@knotenpunkt/platform/files';
import { RegionService } from '@knotenpunkt/regions/api';
import { AllianceRepository } from '../alliance.repository';

type UploadCode = DocumentFileCode | 'UNAUTHENTICATED' | 'NOT_PERMITTED' | 'TOO_MANY_REQUESTS';

/** Takes the bytes of a document in. It is shown to nobody until `addAllianceDocument` names it. */
@Injectable()
export class DocumentUploadService {
  constructor(
    private readonly alliances: AllianceRepository,
    private readonly regions: RegionService,
    private readonly viewers: ViewerService,
    private readonly attempts: Attempts,
    private readonly documents: Documents,
  ) {}

  /** From those who speak for a member. Of a request that is refused for another reason than its bytes nothing is read. */
  async take(allianceId: string, request: IncomingMessage): Promise<Result<KeptDocument, UploadCode>> {
    const alliance = isId(allianceId) ? ((await this.alliances.byIds([allianceId]))[0] ?? null) : null;
    const regions = await this.regions.all();
    const region = regions.find(({ id }) => id === alliance?.regionId) ?? regions[0]!;
    const viewer = await this.viewers.viewerIn(region, request.headers);
    if (viewer.personId === null) return refuse('UNAUTHENTICATED');
    const may = alliance && isFormed(alliance) && presentMembers(alliance).some(({ actorId }) => speaksFor(viewer, alliance, actorId));
    if (!may) return refuse('NOT_PERMITTED');
    const wait = await this.attempts.count({ 'picture person': viewer.personId });
    if (wait > 0) return refuse('TOO_MANY_REQUESTS', { params: { wait } });
    return this.documents.take(request, DOCUMENT_LIMITS.bytes);
  }
}
