import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import { grouped, matched, perRequest, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import DataLoader from 'dataloader';
import { BatchRepository, type FateCount, type Outcome } from './batch.repository';

const NOTHING: Outcome = { made: 0, changed: 0, left: 0, takenBack: 0, kept: 0 };

/** Figures of tables, in one statement for all of an operation; whoever may read the table may read them. */
@Injectable()
export class BatchLoader {
  readonly counts: (context: GraphqlContext) => DataLoader<Id, FateCount[]>;
  readonly outcome: (context: GraphqlContext) => DataLoader<Id, Outcome>;

  constructor(batches: BatchRepository, unitOfWork: UnitOfWork) {
    this.counts = perRequest(
      () => new DataLoader(async (ids) => grouped(ids, await unitOfWork.run((tx) => batches.counts(tx, ids)), ({ id }) => [id])),
    );
    this.outcome = perRequest(
      () =>
        new DataLoader(async (ids) =>
          matched(ids, await unitOfWork.run((tx) => batches.outcomes(tx, ids)), ({ id }) => id).map((row) => row ?? NOTHING),
        ),
    );
  }
}
