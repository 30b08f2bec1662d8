import { Inject, Injectable } from '@nestjs/common';
import type { ThreadCorrection, ThreadSubjectState } from '@knotenpunkt/coordination/domain';
import type { Clock, Id } from '@knotenpunkt/kernel';
import { CLOCK } from '@knotenpunkt/platform/database';
import { type GraphqlContext, grouped, matched, perRequest } from '@knotenpunkt/platform/graphql';
import { regionOf } from '@knotenpunkt/regions/api';
import DataLoader from 'dataloader';
import { ThreadCorrectionRepository } from './thread-correction.repository';
import { ThreadSubjectService } from './thread-subject.service';
import { ThreadSurroundingsRepository, type CoordinatorRow } from './thread-surroundings.repository';

/** Reads what fields of threads need in one statement for all of an operation. Threads are shown to coordinators only. */
@Injectable()
export class ThreadLoader {
  /** Null: the person coordinates the region no more. */
  readonly coordinator: (context: GraphqlContext) => DataLoader<Id, CoordinatorRow | null>;
  readonly corrections: (context: GraphqlContext) => DataLoader<Id, ThreadCorrection[]>;
  /** Null: it is gone, or not to be seen by the coordination. */
  readonly subject: (context: GraphqlContext) => DataLoader<Id, ThreadSubjectState | null>;

  constructor(
    people: ThreadSurroundingsRepository,
    corrections: ThreadCorrectionRepository,
    subjects: ThreadSubjectService,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.coordinator = perRequest(
      (context) => new DataLoader(async (ids) => matched(ids, await people.coordinatorsOf(regionOf(context).id, ids), ({ id }) => id)),
    );
    this.corrections = perRequest(
      () => new DataLoader(async (ids) => grouped(ids, await corrections.ofThreads(ids), ({ threadId }) => [threadId])),
    );
    this.subject = perRequest((context) => {
      const region = regionOf(context);
      return new DataLoader(async (ids) =>
        matched(ids, await subjects.statesOf(region, ids, clock.today(region.timeZone)), ({ id }) => id),
      );
    });
  }
}
