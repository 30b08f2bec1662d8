import type { IncomingHttpHeaders } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { VISITOR, withOfficeIf, type Viewer } from '@knotenpunkt/identity/domain';
import type { Clock, Id, LocalDate } from '@knotenpunkt/kernel';
import { CLOCK } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { AuthService } from './auth.service';
import { DemoLogins } from './demo-logins';
import { MandateRepository, type PersonRow } from './mandate.repository';
import { SessionRepository } from './session.repository';

@Injectable()
export class ViewerService {
  constructor(
    private readonly auth: AuthService,
    private readonly mandates: MandateRepository,
    private readonly sessions: SessionRepository,
    private readonly demoLogins: DemoLogins,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Who asks, by the session in the request's cookie, with the rights of today in one region. */
  async viewerIn(region: Region, headers: IncomingHttpHeaders): Promise<Viewer> {
    const token = this.auth.tokenIn(headers);
    const person = token && (await this.mandates.viewerBySession(token, region.id, this.today(region)));
    if (!person) return VISITOR;
    if (person.toRenew) await this.auth.renew(headers);
    if (person.toNote) await this.sessions.use(token);
    return withOfficeIf(person.secondFactor || this.demoLogins.has(person.id), viewerFrom(person));
  }

  /**
   * The person with a mail address, with the mandates of today; null where nobody has an account with it, or it is blocked. Who is
   * known by a mail has shown no second factor: an office is not there.
   */
  async viewerByMail(region: Region, email: string): Promise<Viewer | null> {
    const person = await this.mandates.viewerByMail(email, region.id, this.today(region));
    return person && withOfficeIf(this.demoLogins.has(person.id), viewerFrom(person));
  }

  /** Whether the account with a mail address is blocked. */
  isBlocked(email: string): Promise<boolean> {
    return this.mandates.isBlocked(email);
  }

  /**
   * Whether whoever was written to about an organisation can still answer for it: not where their account is blocked, nor where they acted for
   * it then and do not any more, since what came by mail is no mandate.
   */
  async mayAnswer(region: Region, { email, actorId, askedOn }: { email: string; actorId: Id; askedOn: LocalDate }): Promise<boolean> {
    return !(await this.isBlocked(email)) && !(await this.mandates.stoppedSince(email, actorId, askedOn, this.today(region)));
  }

  private today(region: Region): LocalDate {
    return this.clock.today(region.timeZone);
  }
}

function viewerFrom({ id, name, mandates, coordinator, platformAdministrator }: PersonRow): Viewer {
  return { personId: id, name, mandates, coordinator, platformAdministrator };
}
