import { Inject, Injectable } from '@nestjs/common';
import type { JointAct } from '@knotenpunkt/coordination/domain';
import type { Clock, Id } from '@knotenpunkt/kernel';
import { CLOCK } from '@knotenpunkt/platform/database';
import { type GraphqlContext, grouped, matched, perRequest } from '@knotenpunkt/platform/graphql';
import { regionOf } from '@knotenpunkt/regions/api';
import DataLoader from 'dataloader';
import { IntroductionRepository, type IntroductionContact } from './introduction.repository';

/** Reads what fields of introductions need in one statement for all of an operation. */
@Injectable()
export class IntroductionLoader {
  /** What both ends take part in. */
  readonly joint: (context: GraphqlContext) => DataLoader<Id, JointAct[]>;
  /** What became of one, by the id of the Vorhaben or alliance; null where that is gone. */
  readonly outcome: (context: GraphqlContext) => DataLoader<Id, JointAct | null>;
  /** Whom to write to; whoever shows them asks `seesContacts` first. */
  readonly contacts: (context: GraphqlContext) => DataLoader<Id, IntroductionContact[]>;

  constructor(introductions: IntroductionRepository, @Inject(CLOCK) clock: Clock) {
    this.joint = perRequest(
      () => new DataLoader(async (ids) => grouped(ids, await introductions.joint(ids), (row) => [row.introductionId])),
    );
    this.outcome = perRequest(() => new DataLoader(async (ids) => matched(ids, await introductions.outcomes(ids), (row) => row.id)));
    this.contacts = perRequest(
      (context) =>
        new DataLoader(async (ids) =>
          grouped(ids, await introductions.contacts(ids, clock.today(regionOf(context).timeZone)), (row) => [row.introductionId]),
        ),
    );
  }
}
