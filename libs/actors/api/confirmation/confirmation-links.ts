import { Injectable } from '@nestjs/common';
import { byLink, type ConfirmationLink } from '@knotenpunkt/actors/domain';
import { ViewerService } from '@knotenpunkt/identity/api';
import { actsFor, type Viewer } from '@knotenpunkt/identity/domain';
import { hashOf } from '@knotenpunkt/notices/api';
import type { Region } from '@knotenpunkt/regions/domain';
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
    private readonly confirmations: ConfirmationRepository,
    private readonly viewers: ViewerService,
  ) {}

  /**
   * The link and the person it went to: with an account and a mandate she acts under her name, else she speaks for the organisation in this
   * alone. Null: it is unknown, of another region, or went to somebody who is blocked.
   */
  async open(region: Region, token: string): Promise<OpenedLink | null> {
    const link = await this.confirmations.byHash(hashOf(token));
    if (link?.request.regionId !== region.id || (await this.viewers.isBlocked(link.email))) return null;
    const person = await this.viewers.viewerByMail(region, link.email);
    return { link, viewer: person && actsFor(person, link.request.actorId, 'EDITOR') ? person : byLink(link) };
  }
}
