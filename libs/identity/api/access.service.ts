import { Inject, Injectable } from '@nestjs/common';
import { blockAccess, openAccess, type PersonAccess, type Viewer } from '@knotenpunkt/identity/domain';
import { ok, refuse, type Clock, type Id, type Result } from '@knotenpunkt/kernel';
import { CLOCK, UnitOfWork, type Tx } from '@knotenpunkt/platform/database';
import { AccessRepository } from './access.repository';
import { AuditTrail } from './audit-trail';
import { MandateRepository } from './mandate.repository';

const MOST_SHOWN = 50;

/** Whose account may be used. Blocking ends sessions by a trigger, and rights are asked for with every request. */
@Injectable()
export class AccessService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly persons: AccessRepository,
    private readonly mandates: MandateRepository,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Persons whose name or address holds a text; without one those whose access is blocked. */
  find(text: string): Promise<PersonAccess[]> {
    const wanted = text.trim();
    return wanted === '' ? this.persons.blocked(MOST_SHOWN) : this.persons.found(wanted, MOST_SHOWN);
  }

  /** Ends the sessions of a person and lets none begin. What the person did stays; what others were only offered by whoever used the access does not. */
  block(viewer: Viewer, personId: Id, reason: string): Promise<Result<PersonAccess>> {
    return this.change(viewer, personId, async (tx, person, by) => {
      const decided = blockAccess(viewer, person, reason);
      if (!decided.ok) return decided;
      await this.persons.block(tx, personId, { reason: decided.value, at: this.clock.now(), by });
      await this.mandates.withdrawInvitationsBy(tx, personId, null);
      await this.audit.record(tx, { verb: 'account.blocked', personId: by, aboutId: personId, regionId: null });
      return decided;
    });
  }

  /** Lets the person sign in again. */
  open(viewer: Viewer, personId: Id): Promise<Result<PersonAccess>> {
    return this.change(viewer, personId, async (tx, person, by) => {
      const decided = openAccess(viewer, person);
      if (!decided.ok) return decided;
      await this.persons.open(tx, personId, { at: this.clock.now(), by });
      await this.audit.record(tx, { verb: 'account.opened', personId: by, aboutId: personId, regionId: null });
      return decided;
    });
  }

  private change(
    viewer: Viewer,
    personId: Id,
    decide: (tx: Tx, person: PersonAccess | null, by: Id) => Promise<Result<unknown>>,
  ): Promise<Result<PersonAccess>> {
    return this.unitOfWork.run(async (tx): Promise<Result<PersonAccess>> => {
      const by = viewer.personId;
      if (by === null) return refuse('NOT_PERMITTED');
      await this.persons.lock(tx, [by, personId]);
      if ((await this.persons.find(tx, by))?.block) return refuse('NOT_PERMITTED');
      const decided = await decide(tx, await this.persons.find(tx, personId), by);
      return decided.ok ? ok((await this.persons.find(tx, personId))!) : decided;
    });
  }
}
