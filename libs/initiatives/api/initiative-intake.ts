import { Injectable } from '@nestjs/common';
import { initiativeFromRegister, type RegisteredProject } from '@knotenpunkt/initiatives/domain';
import type { LocalDate } from '@knotenpunkt/kernel';
import { freeSlugs, type Tx } from '@knotenpunkt/platform/database';
import { Outbox } from '@knotenpunkt/platform/outbox';
import type { Region } from '@knotenpunkt/regions/domain';
import { InitiativeRepository } from './initiative.repository';

/** Takes in many Vorhaben at once, for rooms that load tables. */
@Injectable()
export class InitiativeIntake {
  constructor(
    private readonly initiatives: InitiativeRepository,
    private readonly outbox: Outbox,
  ) {}

  /** New projects of a region, in the caller's transaction; those who take part must be there, the projects not yet. */
  async load(tx: Tx, region: Region, told: readonly RegisteredProject[], asOf: LocalDate): Promise<void> {
    const slugs = await freeSlugs(tx, { tables: ['initiative'], regionId: region.id, words: told.map(({ title }) => title) });
    const initiatives = told.map((each, at) => initiativeFromRegister(each, { regionId: region.id, slug: slugs[at]! }, asOf));
    await this.initiatives.insertMany(tx, initiatives);
    await this.outbox.appendAll(
      tx,
      initiatives.map(({ id }) => ({ aggregate: 'initiative', id, regionId: region.id })),
    );
  }
}
