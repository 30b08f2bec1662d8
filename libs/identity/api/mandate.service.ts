import { Inject, Injectable } from '@nestjs/common';
import {
  endMandate,
  grantMandate,
  mayManageMandates,
  type Addressee,
  type MandateOfPerson,
  type MandateRole,
  type MandateWish,
  type Viewer,
} from '@knotenpunkt/identity/domain';
import { ok, refuse, type Clock, type Id, type Result } from '@knotenpunkt/kernel';
import { CLOCK, UnitOfWork, updateVersioned, type Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { AccountService } from './account.service';
import { MandateOutgoing } from './mandate.outgoing';
import { MandateRepository, type MandateRow } from './mandate.repository';

/** The name of an organisation that belongs to the region; null for any other. */
type NameOfActor = (tx: Tx, region: Region, actorId: Id) => Promise<string | null>;

/** A mandate as it was given; `isNew`: to somebody who had no account. */
export interface Granted {
  mandate: MandateRow;
  isNew: boolean;
}

@Injectable()
export class MandateService {
  private nameOf: NameOfActor | null = null;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly mandates: MandateRepository,
    private readonly accounts: AccountService,
    private readonly outgoing: MandateOutgoing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The room of the organisations, a later one, says which there are: nobody gets a mandate for one of another region. */
  askForNames(nameOf: NameOfActor): void {
    this.nameOf = nameOf;
  }

  /** The name of an organisation of the region; null where there is none. */
  actorName(tx: Tx, region: Region, actorId: Id): Promise<string | null> {
    return this.nameOf ? this.nameOf(tx, region, actorId) : Promise.resolve(null);
  }

  /** Who acts for an organisation; empty for those who may not know. */
  async ofActor(viewer: Viewer, region: Region, actorId: Id): Promise<MandateRow[]> {
    return mayManageMandates(viewer, actorId) ? this.mandates.ofActor(actorId, region.id) : [];
  }

  /** Gives a person a mandate; whoever has no account yet gets one and a link to set a password. */
  async grant(viewer: Viewer, region: Region, wish: MandateWish & { id: Id; actorName: string }): Promise<Result<MandateRow>> {
    const granted = await this.unitOfWork.run((tx) => this.grantIn(tx, viewer, region, wish));
    if (!granted.ok) return granted;
    await this.welcome(granted.value);
    return ok(granted.value.mandate);
  }

  /** The same within a unit of work; `welcome` what was granted once it is committed. */
  async grantIn(tx: Tx, viewer: Viewer, region: Region, wish: MandateWish & { id: Id; actorName: string }): Promise<Result<Granted>> {
    const decided = grantMandate(viewer, wish);
    if (!decided.ok) return decided;
    const actorName = this.nameOf ? await this.actorName(tx, region, wish.actorId) : wish.actorName;
    if (actorName === null) return refuse('NOT_PERMITTED');
    const { name, email, role } = decided.value;
    const person = await this.accounts.findOrCreate(tx, { name, email });
    const { id, actorId, fromOn, untilOn } = wish;
    const mandate: MandateOfPerson = { id, personId: person.id, actorId, role, fromOn, untilOn };
    await this.mandates.insert(tx, { ...mandate, regionId: region.id });
    await this.outgoing.granted(tx, { viewer, region, mandate, actorName, name, email });
    return ok({ mandate: { ...mandate, version: 1, personName: name, email }, isNew: person.isNew });
  }

  /** Sends whoever is new a link to set a password. */
  async welcome({ mandate, isNew }: Granted): Promise<void> {
    if (isNew) await this.accounts.requestPasswordLink(mandate.email);
  }

  /** Ends a mandate with yesterday as its last day. */
  end(viewer: Viewer, region: Region, mandateId: Id, expectedVersion: number): Promise<Result<MandateRow>> {
    return this.unitOfWork.run(async (tx): Promise<Result<MandateRow>> => {
      const all = await this.mandates.lockOfActor(tx, mandateId, region.id);
      const mandate = all.find((candidate) => candidate.id === mandateId);
      if (!mandate) return refuse('NOT_PERMITTED');
      const decided = endMandate(viewer, mandate, all, this.clock.today(region.timeZone));
      if (!decided.ok) return decided;
      const version = await updateVersioned(tx, { table: 'mandate', id: mandateId, expectedVersion, set: { until_on: decided.value } });
      if (!version.ok) return version;
      await this.outgoing.ended(tx, { viewer, region, mandate });
      return ok({ ...mandate, untilOn: decided.value, version: version.value });
    });
  }

  /** Addresses of an organisation's administrators, else of the region's coordinators: they decide on its mandates. */
  async deciderAddresses(tx: Tx, region: Region, actorId: Id): Promise<Addressee[]> {
    const administrators = await this.addresses(tx, region, actorId, ['ADMINISTRATOR']);
    return administrators.length > 0 ? administrators : this.coordinatorAddresses(tx, region);
  }

  /** Addresses of those who decide for an actor today; for mails within a unit of work. */
  addressesOf(tx: Tx, region: Region, actorId: Id): Promise<Addressee[]> {
    return this.addresses(tx, region, actorId, ['ADMINISTRATOR', 'DELEGATE', 'SUBSTITUTE']);
  }

  /** Addresses of the coordinators of a region. */
  coordinatorAddresses(tx: Tx, region: Region): Promise<Addressee[]> {
    return this.mandates.coordinatorAddresses(tx, region.id, region.language);
  }

  /** Addresses of those who administer the platform. */
  administratorAddresses(tx: Tx, region: Region): Promise<Addressee[]> {
    return this.mandates.administratorAddresses(tx, region.language);
  }

  private addresses(tx: Tx, region: Region, actorId: Id, roles: readonly MandateRole[]): Promise<Addressee[]> {
    return this.mandates.addressesOf(tx, actorId, { day: this.clock.today(region.timeZone), otherwise: region.language, roles });
  }
}
