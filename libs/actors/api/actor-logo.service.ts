import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { canEdit, canSeeLogo, hasPublicLogo, LARGEST_LOGO, readLogoFile, type Actor } from '@knotenpunkt/actors/domain';
import { Attempts, ViewerService } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { isId, refuse, type Id, type Result } from '@knotenpunkt/kernel';
import { FileStore, Pictures, type FileCode, type TakenPicture } from '@knotenpunkt/platform/files';
import { RegionService } from '@knotenpunkt/regions/api';
import { ActorRepository } from './actor.repository';

type UploadCode = FileCode | 'UNAUTHENTICATED' | 'NOT_PERMITTED' | 'TOO_MANY_REQUESTS';

/** What is found at the address of a logo. */
export interface ShownLogo {
  hash: string;
  mime: string;
  bytes: Buffer;
  /** Whether everybody may see it. */
  isPublic: boolean;
}

/** Logos as bytes: taking them in and showing them. Which one an organisation shows is said by `setActorLogo`. */
@Injectable()
export class ActorLogoService {
  constructor(
    private readonly actors: ActorRepository,
    private readonly regions: RegionService,
    private readonly viewers: ViewerService,
    private readonly attempts: Attempts,
    private readonly pictures: Pictures,
    private readonly files: FileStore,
  ) {}

  /** Takes a picture from those who keep the Steckbrief. Of a request that is refused for another reason than its bytes nothing is read. */
  async take(actorId: string, request: IncomingMessage): Promise<Result<TakenPicture, UploadCode>> {
    const actor = await this.actorOf(actorId);
    const viewer = await this.askedBy(actor, request.headers);
    if (viewer.personId === null) return refuse('UNAUTHENTICATED');
    if (!actor || !canEdit(viewer, actor)) return refuse('NOT_PERMITTED');
    const wait = await this.attempts.count({ 'picture person': viewer.personId });
    if (wait > 0) return refuse('TOO_MANY_REQUESTS', { params: { wait } });
    return this.pictures.take(request, LARGEST_LOGO);
  }

  /** The logo at an address; null where there is none that the one who asks may see. */
  async show(actorId: string, file: string, headers: IncomingHttpHeaders): Promise<ShownLogo | null> {
    const named = readLogoFile(file);
    if (!named) return null;
    const actor = await this.actorOf(actorId);
    if (!actor || actor.logoHash !== named.hash) return null;
    const isPublic = hasPublicLogo(actor);
    if (!isPublic && !canSeeLogo(await this.askedBy(actor, headers), actor)) return null;
    const found = await this.files.read(named.hash, named.small);
    return found && { ...found, hash: named.hash, isPublic };
  }

  private async actorOf(id: Id): Promise<Actor | null> {
    return isId(id) ? ((await this.actors.byIds([id]))[0] ?? null) : null;
  }

  /** Who asks has rights in the region of the actor; where there is no such actor, any region tells who it is. */
  private async askedBy(actor: Actor | null, headers: IncomingHttpHeaders): Promise<Viewer> {
    const regions = await this.regions.all();
    return this.viewers.viewerIn(regions.find(({ id }) => id === actor?.regionId) ?? regions[0]!, headers);
  }
}
