import type { IncomingHttpHeaders } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import type { Clock, Id } from '@knotenpunkt/kernel';
import { CLOCK } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { AuthService } from './auth.service';
import { MandateRepository } from './mandate.repository';

@Injectable()
export class ViewerService {
  constructor(
    private readonly auth: AuthService,
    private readonly mandates: MandateRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Who asks, by the session in the request's cookie, with the rights of today in one region. */
  async viewerIn(region: Region, headers: IncomingHttpHeaders): Promise<Viewer> {
    const person = await this.auth.personOf(headers);
    return person ? this.withRights(region, person) : VISITOR;
  }

  /** The person with a mail address, with the rights of today; null where nobody has an account with it. */
  async viewerByMail(region: Region, email: string): Promise<Viewer | null> {
    const person = await this.mandates.personByMail(email);
    return person && this.withRights(region, person);
  }

  private async withRights(region: Region, person: { id: Id; name: string }): Promise<Viewer> {
    const [mandates, rights] = await Promise.all([
      this.mandates.ofPerson(person.id, region.id, this.clock.today(region.timeZone)),
      this.mandates.rights(person.id, region.id),
    ]);
    return { personId: person.id, name: person.name, mandates, ...rights };
  }
}
