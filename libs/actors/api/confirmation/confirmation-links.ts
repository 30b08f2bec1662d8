import { Injectable } from '@nestjs/common';
import { byLink, type ConfirmationLink } from '@knotenpunkt/actors/domain';
import { ViewerService } from '@knotenpunkt/identity/api';
import { actsFor, type Viewer } from '@knotenpunkt/identity/domain';
import { hashOf } from '@knotenpunkt/notices/api';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { ActorRecipients } from '../actor-recipients';
import { ConfirmationRepository } from './confirmation.repository';

/** A link that was opened, and for whom it speaks. */
export interface OpenedLink {
  link: ConfirmationLink;
  viewer: Viewer;
}

/** Opens links from mails. */
@Injectable()
export class ConfirmationLinks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recipients: ActorRecipients,
    private readonly confirmations: ConfirmationRepository,
    private readonly viewers: ViewerService,
  ) {}

  /**
   * The link and the person it went to: with an account and a mandate she acts under her name, else she speaks for the organisation in this
   * alone, as long as one would write to her about it. Null: it is unknown, of another region, or went to somebody who is blocked, whose mandate
   * has ended, or whose address is none of the organisation's any more.
   */
  async open(region: Region, token: string): Promise<OpenedLink | null> {
    const link = await this.confirmations.byHash(hashOf(token));
    if (link?.request.regionId !== region.id || (await this.viewers.isBlocked(link.email))) return null;
    const person = await this.viewers.viewerByMail(region, link.email);
    if (person && actsFor(person, link.request.actorId, 'EDITOR')) return { link, viewer: person };
    return (await this.isReached(region, link)) ? { link, viewer: byLink(link) } : null;
  }

  private isReached(region: Region, { email, request }: ConfirmationLink): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => (await this.recipients.of(tx, region, request.actorId)).some((to) => to.email === email));
  }
}
