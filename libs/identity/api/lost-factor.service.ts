import { Injectable } from '@nestjs/common';
import { takeAwayFactor, type PersonAccess, type Viewer } from '@knotenpunkt/identity/domain';
import { ok, refuse, type Id, type Result } from '@knotenpunkt/kernel';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import { AccessRepository } from './access.repository';
import { AccountOutgoing } from './account.outgoing';
import { AccountRepository } from './account.repository';
import { Identification } from './identification';
import { SecondFactorRepository } from './second-factor.repository';

/** Lets somebody in again who has lost phone, keys and recovery codes. */
@Injectable()
export class LostFactorService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly persons: AccessRepository,
    private readonly identification: Identification,
    private readonly factors: SecondFactorRepository,
    private readonly accounts: AccountRepository,
    private readonly outgoing: AccountOutgoing,
  ) {}

  /** Takes a person's second factor away and tells them. Whoever decides gives the own password once more. */
  async takeAway(
    viewer: Viewer,
    token: string,
    personId: Id,
    { reason, password }: { reason: string; password: string },
  ): Promise<Result<PersonAccess>> {
    const by = viewer.personId;
    if (by === null) return refuse('NOT_PERMITTED');
    const confirmed = await this.identification.confirm({ personId: by, token }, password);
    if (!confirmed.ok) return confirmed;
    return this.unitOfWork.run(async (tx): Promise<Result<PersonAccess>> => {
      await this.persons.lock(tx, [by, personId]);
      if ((await this.persons.find(tx, by))?.block) return refuse('NOT_PERMITTED');
      const decided = takeAwayFactor(viewer, await this.persons.find(tx, personId), reason);
      if (!decided.ok) return decided;
      await this.factors.takeAway(tx, personId, { reason: decided.value, by });
      const person = await this.accounts.byId(tx, personId);
      if (person) await this.outgoing.factorTaken(tx, person, { reason: decided.value, by });
      return ok((await this.persons.find(tx, personId))!);
    });
  }
}
