import { Inject, Injectable } from '@nestjs/common';
import { employerIdOf, employerWhenEntered, verifyRegistration, type Actor, type Registration } from '@knotenpunkt/actors/domain';
import { MandateService } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { newId, ok, refuse, type Clock, type Result } from '@knotenpunkt/kernel';
import { CLOCK, UnitOfWork, updateVersioned, type Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { FoundedActors } from './founded-actors';
import { RegistrationOutgoing } from './registration.outgoing';
import { columnsOf, RegistrationRepository } from './registration.repository';
import type { RegistrationVersion } from './registration.service';

/** Lets somebody administer an organisation, once a coordinator knows that they speak for it. */
@Injectable()
export class RegistrationVerifying {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registrations: RegistrationRepository,
    private readonly actors: FoundedActors,
    private readonly mandates: MandateService,
    private readonly outgoing: RegistrationOutgoing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Makes the entry where there is none, and the mandate of an administrator from today on. */
  verify(
    viewer: Viewer,
    region: Region,
    { id, expectedVersion, ...decision }: RegistrationVersion & { way: string; note: string },
  ): Promise<Result<Registration>> {
    return this.unitOfWork.run(async (tx): Promise<Result<Registration>> => {
      const found = await this.registrations.lock(tx, id, region.id);
      if (!found) return refuse('NOT_PERMITTED');
      const person = await this.outgoing.personOf(tx, found);
      const entry = found.actorId === null ? null : await this.actors.lock(tx, found.actorId);
      if (found.claims && (!entry || entry.archived)) return refuse('NOT_PERMITTED');
      const today = this.clock.today(region.timeZone);
      const administered = entry !== null && (await this.mandates.isAdministeredIn(tx, region, entry.id));
      const employerId = employerIdOf(entry ?? found);
      const employer = employerId === null ? null : await this.actors.lock(tx, employerId);
      const websites = { website: entry?.website ?? found.website, employerWebsite: employer?.website ?? '' };
      const about = { email: person?.email ?? '', ...websites, administered, today };
      const decided = verifyRegistration(viewer, found, decision, about);
      if (!decided.ok) return decided;
      if (!person) return refuse('PERSON_GONE');
      const founded = { ...found, employerId: employerWhenEntered(found, employer) };
      const actor = await this.entryOf(tx, region, founded, entry);
      const registration = { ...decided.value, actorId: actor.id };
      const version = await updateVersioned(tx, { table: 'registration', id, expectedVersion, set: columnsOf(registration) });
      if (!version.ok) return version;
      const mandate = {
        id: newId(),
        personId: found.personId,
        actorId: actor.id,
        role: 'ADMINISTRATOR' as const,
        fromOn: today,
        untilOn: null,
      };
      await this.mandates.giveIn(tx, viewer, region, mandate);
      await this.outgoing.verified(tx, { viewer, region, registration, slug: actor.slug });
      return ok({ ...registration, version: version.value });
    });
  }

  /** The entry that is there, or a new one; graphs and readers are told either way. */
  private async entryOf(tx: Tx, region: Region, found: Registration, entry: Actor | null): Promise<Actor> {
    if (entry) {
      await this.actors.tell(tx, entry);
      return entry;
    }
    const by = { today: this.clock.today(region.timeZone), at: this.clock.now(), personId: found.personId };
    return this.actors.enter(tx, region, found, by);
  }
}
