import { Inject, Injectable } from '@nestjs/common';
import {
  answerRegistrationQuestion,
  askAboutRegistration,
  claimActor,
  refuseRegistration,
  registerOrganisation,
  withdrawRegistration,
  type FoundingWish,
  type Registration,
  type Standing,
} from '@knotenpunkt/actors/domain';
import { MandateService } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { ok, refuse, type Clock, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import { CLOCK, UnitOfWork, updateVersioned, type Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { ActorRepository } from '../actor.repository';
import { RegistrationOutgoing } from './registration.outgoing';
import { columnsOf, RegistrationRepository } from './registration.repository';

/** Which registration changes, in the version the reader has seen. */
export interface RegistrationVersion {
  id: Id;
  expectedVersion: number;
}

/** What somebody without mandate says to be, and what is asked and answered about it. */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registrations: RegistrationRepository,
    private readonly actors: ActorRepository,
    private readonly mandates: MandateService,
    private readonly outgoing: RegistrationOutgoing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Asks for an entry of an organisation that has none. */
  register(viewer: Viewer, region: Region, wish: FoundingWish & Standing & { id: Id }): Promise<Result<Registration>> {
    return this.ask(viewer, region, wish.id, null, async (tx, about) => {
      const employer = wish.employerId === null ? null : await this.actors.find(tx, wish.employerId);
      return registerOrganisation(viewer, wish, { ...about, employer });
    });
  }

  /** Asks to take over the entry of an organisation nobody administers. */
  claim(viewer: Viewer, region: Region, wish: Standing & { id: Id; actorId: Id }): Promise<Result<Registration>> {
    return this.ask(viewer, region, wish.id, wish.actorId, async (tx, about) => {
      const found = await this.actors.find(tx, wish.actorId);
      const actor = found?.regionId === region.id ? found : null;
      const administered = (await this.mandates.administered(region, [wish.actorId])).has(wish.actorId);
      return claimActor(viewer, { actor, administered }, wish, about);
    });
  }

  /** Asks the person back. */
  askBack(
    viewer: Viewer,
    region: Region,
    { question, ...asked }: RegistrationVersion & { question: string },
  ): Promise<Result<Registration>> {
    return this.change(viewer, region, asked, (registration) => askAboutRegistration(viewer, registration, question), 'questioned');
  }

  answer(viewer: Viewer, region: Region, { answer, ...asked }: RegistrationVersion & { answer: string }): Promise<Result<Registration>> {
    return this.change(viewer, region, asked, (registration) => answerRegistrationQuestion(viewer, registration, answer), 'answered');
  }

  withdraw(viewer: Viewer, region: Region, asked: RegistrationVersion): Promise<Result<Registration>> {
    return this.change(viewer, region, asked, (registration) => withdrawRegistration(viewer, registration), null);
  }

  refuse(viewer: Viewer, region: Region, { reason, ...asked }: RegistrationVersion & { reason: string }): Promise<Result<Registration>> {
    const today = this.clock.today(region.timeZone);
    return this.change(viewer, region, asked, (registration) => refuseRegistration(viewer, registration, reason, today), 'refused');
  }

  /** Doing the same again changes nothing and gives what is there. */
  private ask(
    viewer: Viewer,
    region: Region,
    id: Id,
    actorId: Id | null,
    decide: (tx: Tx, about: { id: Id; regionId: Id; open: number; today: LocalDate }) => Promise<Result<Registration>>,
  ): Promise<Result<Registration>> {
    return this.unitOfWork.run(async (tx): Promise<Result<Registration>> => {
      if (viewer.personId === null) return refuse('NOT_PERMITTED');
      const today = this.clock.today(region.timeZone);
      const open = await this.registrations.openOf(tx, { personId: viewer.personId, actorId, today });
      const present = (await this.registrations.lock(tx, id, region.id)) ?? (actorId === null ? null : open.forActor);
      if (present) return present.personId === viewer.personId ? ok(present) : refuse('NOT_PERMITTED');
      const decided = await decide(tx, { id, regionId: region.id, open: open.count, today });
      if (!decided.ok) return decided;
      await this.registrations.insert(tx, decided.value);
      await this.outgoing.asked(tx, { viewer, region, registration: decided.value });
      return decided;
    });
  }

  private change(
    viewer: Viewer,
    region: Region,
    { id, expectedVersion }: RegistrationVersion,
    decide: (registration: Registration) => Result<Registration>,
    tell: 'questioned' | 'answered' | 'refused' | null,
  ): Promise<Result<Registration>> {
    return this.unitOfWork.run(async (tx): Promise<Result<Registration>> => {
      const found = await this.registrations.lock(tx, id, region.id);
      if (!found) return refuse('NOT_PERMITTED');
      const decided = decide(found);
      if (!decided.ok) return decided;
      const version = await updateVersioned(tx, { table: 'registration', id, expectedVersion, set: columnsOf(decided.value) });
      if (!version.ok) return version;
      const registration = { ...decided.value, version: version.value };
      if (tell) await this.outgoing[tell](tx, { viewer, region, registration });
      return ok(registration);
    });
  }
}
