import { Inject, Injectable } from '@nestjs/common';
import {
  checkMailAddress,
  decideErasingAddress,
  decideErasure,
  erasesForOthers,
  leftAlone,
  type Viewer,
} from '@knotenpunkt/identity/domain';
import { ok, refuse, type Clock, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import { CLOCK, UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import type { Language } from '@knotenpunkt/platform/graphql';
import type { Region } from '@knotenpunkt/regions/domain';
import { Identification } from '../identification';
import { ErasureHooks } from './erasure-hooks';
import { ErasureOutgoing } from './erasure.outgoing';
import { ErasureRepository } from './erasure.repository';

/** A person who was erased. */
export interface Erased {
  erasedOn: LocalDate;
}

/** Takes persons out of the product: at their own wish, or, where they have no account, at that of whoever runs it. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly persons: ErasureRepository,
    private readonly hooks: ErasureHooks,
    private readonly outgoing: ErasureOutgoing,
    private readonly identification: Identification,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Erases the viewer in every room, after the password was right, or, without one, in a session that has just begun. Sessions end with it; a mail says that it is done. */
  async eraseOwn(
    viewer: Viewer,
    region: Region,
    given: { password: string; token: string | null; language: Language },
  ): Promise<Result<Erased>> {
    const { personId } = viewer;
    if (personId === null) return refuse('NOT_PERMITTED');
    const confirmed = await this.identification.confirm({ personId, token: given.token ?? '' }, given.password);
    if (!confirmed.ok) return confirmed;
    const erasedOn = this.clock.today(region.timeZone);
    return this.unitOfWork.run((tx) => this.erase(tx, personId, erasedOn, given.language));
  }

  /** Erases what stands under the mail address of somebody without an account, in every room. Whoever decides gives the own password once more. */
  async eraseAddress(
    viewer: Viewer,
    region: Region,
    { password, token, ...wish }: { email: string; ground: string; password: string; token: string | null },
  ): Promise<Result<Erased>> {
    const { personId } = viewer;
    if (personId === null || !erasesForOthers(viewer)) return refuse('NOT_PERMITTED');
    const confirmed = await this.identification.confirm({ personId, token: token ?? '' }, password);
    if (!confirmed.ok) return confirmed;
    const erasedOn = this.clock.today(region.timeZone);
    return this.unitOfWork.run(async (tx): Promise<Result<Erased>> => {
      const address = checkMailAddress(wish.email);
      if (!address.ok) return address;
      const [hasAccount, named] = [await this.persons.hasAccount(tx, address.value), await this.persons.namedAt(tx, address.value)];
      const decided = decideErasingAddress(viewer, wish, { hasAccount, held: named.length > 0 });
      if (!decided.ok) return decided;
      await this.hooks.before(tx, named[0]!);
      for (const keys of named) await this.persons.erase(tx, keys);
      await this.persons.recordAddress(tx, address.value, erasedOn);
      await this.outgoing.noteAddress(tx, personId, decided.value);
      return ok({ erasedOn });
    });
  }

  private async erase(tx: Tx, personId: Id, erasedOn: LocalDate, language: Language): Promise<Result<Erased>> {
    const person = await this.persons.lock(tx, personId);
    if (person === null) return refuse('PERSON_UNKNOWN');
    const left = leftAlone(personId, await this.persons.administratorsBeside(tx, personId, erasedOn), erasedOn);
    const names = await this.outgoing.namesOf(tx, left);
    const regions = await this.outgoing.regionNames(await this.persons.regionsCoordinatedAlone(tx, personId), language);
    const decided = decideErasure({
      leftAlone: names,
      regions,
      lastOfPlatform: await this.persons.isLastPlatformAdministrator(tx, personId),
    });
    if (!decided.ok) return decided;
    await this.outgoing.note(tx, personId);
    await this.hooks.before(tx, person);
    await this.persons.erase(tx, person);
    await this.persons.record(tx, personId, erasedOn);
    await this.outgoing.erased(tx, person, language);
    return ok({ erasedOn });
  }
}
