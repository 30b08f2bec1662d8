import type { IncomingHttpHeaders } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import type { Clock } from '@knotenpunkt/kernel';
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
    if (!person) return VISITOR;
    const [mandates, rights] = await Promise.all([
      this.mandates.ofPerson(person.id, region.id, this.clock.today(region.timeZone)),
      this.mandates.rights(person.id, region.id),
    ]);
    return { personId: person.id, name: person.name, mandates, ...rights };
  }
}
