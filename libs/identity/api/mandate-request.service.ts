import { Inject, Injectable } from '@nestjs/common';
import {
  actorsOf,
  checkRequestName,
  decideMandateRequest,
  passes,
  type MandateRequest,
  type MandateRole,
  type Viewer,
} from '@knotenpunkt/identity/domain';
import { newId, ok, refuse, type Clock, type Id, type Result } from '@knotenpunkt/kernel';
import { CLOCK, UnitOfWork, updateVersioned, type Tx } from '@knotenpunkt/platform/database';
import { Mail } from '@knotenpunkt/platform/mail';
import type { Region } from '@knotenpunkt/regions/domain';
import { AuditTrail } from './audit-trail';
import { mailText } from './mail-text';
import { MandateRequestRepository } from './mandate-request.repository';
import { MandateService } from './mandate.service';

/** Who asks to act for an organisation, and what is decided. */
@Injectable()
export class MandateRequestService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly requests: MandateRequestRepository,
    private readonly mandates: MandateService,
    private readonly mail: Mail,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Keeps the wish of somebody whose address is known to be theirs, and mails those who decide. Asking again changes nothing. */
  async ask(tx: Tx, region: Region, wish: { actorId: Id; name: string; email: string }): Promise<Result<void>> {
    const name = checkRequestName(wish.name);
    if (!name.ok) return name;
    const actor = await this.mandates.actorName(tx, region, wish.actorId);
    if (actor === null) return refuse('NOT_PERMITTED');
    const askedOn = this.clock.today(region.timeZone);
    const request: MandateRequest = { ...wish, id: newId(), regionId: region.id, name: name.value, askedOn, state: 'ASKED', version: 1 };
    if (!(await this.requests.insert(tx, request))) return ok(undefined);
    const url = this.mail.linkTo(region.slug, '/koordination');
    for (const decider of await this.mandates.deciderAddresses(tx, region, wish.actorId)) {
      const values = { name: decider.name, person: name.value, email: wish.email, actor, url };
      await this.mail.send(tx, { to: decider.email, ...mailText(decider.language, 'mandateRequest', values) });
    }
    return ok(undefined);
  }

  isOpen(tx: Tx, actorId: Id, email: string): Promise<boolean> {
    return this.requests.isOpen(tx, actorId, email);
  }

  /** What the viewer has to decide: all of the region for coordinators, else that of the organisations one administers. */
  waitingFor(viewer: Viewer, region: Region): Promise<MandateRequest[]> {
    return this.requests.open(region.id, passes(viewer, 'COORDINATOR') ? null : actorsOf(viewer, 'ADMINISTRATOR'));
  }

  /** Gives the mandate asked for, from today until it is ended. */
  async grant(
    viewer: Viewer,
    region: Region,
    asked: { id: Id; expectedVersion: number; mandateId: Id; role: MandateRole },
  ): Promise<Result<MandateRequest>> {
    let welcome: () => Promise<void> = () => Promise.resolve();
    const decided = await this.decide(viewer, region, asked, 'GRANTED', async (tx, { actorId, name, email }) => {
      const wish = { id: asked.mandateId, actorId, actorName: '', name, email, role: asked.role, untilOn: null };
      const granted = await this.mandates.grantIn(tx, viewer, region, { ...wish, fromOn: this.clock.today(region.timeZone) });
      if (granted.ok) welcome = () => this.mandates.welcome(granted.value);
      return granted;
    });
    if (decided.ok) await welcome();
    return decided;
  }

  /** Gives no mandate; whoever asked is told. */
  refuse(viewer: Viewer, region: Region, asked: { id: Id; expectedVersion: number }): Promise<Result<MandateRequest>> {
    return this.decide(viewer, region, asked, 'REFUSED', async (tx, { actorId, name, email }) => {
      const actor = (await this.mandates.actorName(tx, region, actorId)) ?? '';
      await this.mail.send(tx, { to: email, ...mailText(region.language, 'mandateRefused', { name, actor }) });
      await this.audit.record(tx, { verb: 'mandate.requestRefused', personId: viewer.personId, regionId: region.id, actorId });
      return ok(undefined);
    });
  }

  private decide(
    viewer: Viewer,
    region: Region,
    asked: { id: Id; expectedVersion: number },
    decision: 'GRANTED' | 'REFUSED',
    follow: (tx: Tx, request: MandateRequest) => Promise<Result<unknown>>,
  ): Promise<Result<MandateRequest>> {
    return this.unitOfWork.run(async (tx): Promise<Result<MandateRequest>> => {
      const request = await this.requests.find(tx, asked.id, region.id);
      if (!request) return refuse('NOT_PERMITTED');
      const decided = decideMandateRequest(viewer, request, decision);
      if (!decided.ok) return decided;
      const { id, expectedVersion } = asked;
      const version = await updateVersioned(tx, { table: 'mandate_request', id, expectedVersion, set: { state: decision } });
      if (!version.ok) return version;
      const followed = await follow(tx, request);
      return followed.ok ? ok({ ...decided.value, version: version.value }) : followed;
    });
  }
}
