import { Inject, Injectable } from '@nestjs/common';
import {
  changeMandate,
  endMandate,
  grantMandate,
  isForOneself,
  isValidOn,
  mandateActions,
  mayManageMandates,
  readsMandates,
  type Addressee,
  type MandateAction,
  type MandateOfPerson,
  type MandateRole,
  type MandateWish,
  type Viewer,
} from '@knotenpunkt/identity/domain';
import { ok, refuse, type Clock, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import { CLOCK, UnitOfWork, updateVersioned, type Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { AccountService } from './account.service';
import { Identification } from './identification';
import { MandateOutgoing, type MandateChange } from './mandate.outgoing';
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
    private readonly identification: Identification,
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

  /** Who acts for an organisation; empty for those who may not know. Addresses are for those who decide. */
  async ofActor(viewer: Viewer, region: Region, actorId: Id): Promise<MandateRow[]> {
    if (!readsMandates(viewer, actorId)) return [];
    const all = await this.mandates.ofActor(actorId, region.id);
    return mayManageMandates(viewer, actorId) ? all : all.map((mandate) => ({ ...mandate, email: '' }));
  }

  /** Which of some organisations somebody administers today. */
  administered(region: Region, actorIds: readonly Id[]): Promise<Set<Id>> {
    return this.mandates.administered(actorIds, this.clock.today(region.timeZone));
  }

  /** Whether somebody administers an organisation, asked within a transaction. */
  async isAdministeredIn(tx: Tx, region: Region, actorId: Id): Promise<boolean> {
    return (await this.addresses(tx, region, actorId, ['ADMINISTRATOR'])).length > 0;
  }

  /** Gives a person a mandate; whoever has no account yet gets one and a link to set a password. */
  async grant(viewer: Viewer, region: Region, wish: MandateWish & { id: Id; actorName: string }): Promise<Result<MandateRow>> {
    const decided = grantMandate(viewer, wish);
    if (!decided.ok) return decided;
    if (viewer.personId === null) return refuse('NOT_PERMITTED');
    const allowed = await this.identification.allowMail(viewer.personId, decided.value.email);
    if (!allowed.ok) return allowed;
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
    // Sent again by a browser that heard no answer, it was given the first time.
    const present = await this.mandates.byId(tx, wish.id);
    if (present)
      return present.actorId === wish.actorId && present.email === email ? ok({ mandate: present, isNew: false }) : refuse('NOT_PERMITTED');
    const person = await this.accounts.findOrCreate(tx, { name, email });
    const { id, actorId, fromOn, untilOn } = wish;
    const mandate: MandateOfPerson = { id, personId: person.id, actorId, role, fromOn, untilOn };
    if (isForOneself(viewer, mandate)) return refuse('NOT_FOR_ONESELF', { field: 'email' });
    await this.mandates.insert(tx, { ...mandate, regionId: region.id });
    await this.outgoing.granted(tx, { viewer, region, mandate, actorName, name, email });
    return ok({ mandate: { ...mandate, version: 1, personName: name, email }, isNew: person.isNew });
  }

  /** A mandate for a person who is known and told otherwise; whoever asks has decided on it. */
  async giveIn(tx: Tx, viewer: Viewer, region: Region, mandate: MandateOfPerson): Promise<void> {
    await this.mandates.insert(tx, { ...mandate, regionId: region.id });
    await this.outgoing.recordGranted(tx, { viewer, region, mandate });
  }

  /** Sends whoever is new a link to set a password. */
  async welcome({ mandate, isNew }: Granted): Promise<void> {
    if (isNew) await this.accounts.requestPasswordLink(mandate.email);
  }

  /** Notes in the trails what became of a mandate whose person did it, or is told otherwise. */
  recordIn(tx: Tx, what: 'changed' | 'ended', change: MandateChange): Promise<void> {
    return this.outgoing[what](tx, { ...change, actorName: '', person: null });
  }

  /** The viewer's own administration of the organisation another mandate is for, and that mandate; null where there is none. */
  async pairForHandover(tx: Tx, viewer: Viewer, region: Region, mandateId: Id): Promise<{ own: MandateRow | null; to: MandateRow | null }> {
    const all = await this.mandates.lockOfActor(tx, mandateId, region.id);
    const today = this.clock.today(region.timeZone);
    const own = all.find((one) => one.personId === viewer.personId && one.role === 'ADMINISTRATOR' && isValidOn(one, today));
    return { own: own ?? null, to: all.find(({ id }) => id === mandateId) ?? null };
  }

  /** In which language somebody at an address gets mails: their own, or the region's. */
  async languageOf(tx: Tx, email: string, region: Region): Promise<Addressee['language']> {
    return (await this.accounts.addresseeAt(tx, email))?.language ?? region.language;
  }

  /** What a viewer may do with a mandate today. */
  actionsOf(viewer: Viewer, region: Region, mandate: MandateOfPerson): MandateAction[] {
    return mandateActions(viewer, mandate, this.clock.today(region.timeZone));
  }

  /** Ends a mandate with yesterday as its last day. Others are told by mail that theirs was ended. */
  end(viewer: Viewer, region: Region, mandateId: Id, expectedVersion: number): Promise<Result<MandateRow>> {
    return this.change(viewer, region, { id: mandateId, expectedVersion }, (mandate, all, today) => {
      const decided = endMandate(viewer, mandate, all, today);
      return decided.ok ? ok({ role: mandate.role, untilOn: decided.value, ends: true }) : decided;
    });
  }

  /** Gives a mandate another role or another end. */
  changeRoleOrPeriod(
    viewer: Viewer,
    region: Region,
    { role, untilOn, ...asked }: { id: Id; expectedVersion: number; role: string; untilOn: LocalDate | null },
  ): Promise<Result<MandateRow>> {
    return this.change(viewer, region, asked, (mandate, all, today) => {
      const decided = changeMandate(viewer, mandate, all, { role, untilOn, today });
      return decided.ok ? ok({ ...decided.value, ends: false }) : decided;
    });
  }

  private change(
    viewer: Viewer,
    region: Region,
    { id, expectedVersion }: { id: Id; expectedVersion: number },
    decide: (
      mandate: MandateRow,
      all: MandateRow[],
      today: LocalDate,
    ) => Result<{ role: MandateRole; untilOn: LocalDate | null; ends: boolean }>,
  ): Promise<Result<MandateRow>> {
    return this.unitOfWork.run(async (tx): Promise<Result<MandateRow>> => {
      const all = await this.mandates.lockOfActor(tx, id, region.id);
      const mandate = all.find((candidate) => candidate.id === id);
      if (!mandate) return refuse('NOT_PERMITTED');
      const decided = decide(mandate, all, this.clock.today(region.timeZone));
      if (!decided.ok) return decided;
      const { role, untilOn, ends } = decided.value;
      const version = await updateVersioned(tx, { table: 'mandate', id, expectedVersion, set: { role, until_on: untilOn } });
      if (!version.ok) return version;
      const changed: MandateRow = { ...mandate, role, untilOn, version: version.value };
      // Who is made to stop must not come back by an invitation sent before; whoever leaves may have named a successor by one.
      if (viewer.personId !== mandate.personId && (ends || role !== 'ADMINISTRATOR'))
        await this.mandates.withdrawInvitationsBy(tx, mandate.personId, mandate.actorId);
      const actorName = (await this.actorName(tx, region, mandate.actorId)) ?? '';
      const person = viewer.personId === mandate.personId ? null : await this.accounts.addressee(tx, mandate.personId);
      await this.outgoing[ends ? 'ended' : 'changed'](tx, { viewer, region, mandate: changed, actorName, person });
      return ok(changed);
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
