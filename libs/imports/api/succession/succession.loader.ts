import { Injectable } from '@nestjs/common';
import type { Succession } from '@knotenpunkt/imports/domain';
import type { Id } from '@knotenpunkt/kernel';
import { grouped, perRequest, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import DataLoader from 'dataloader';
import { SuccessionRepository } from './succession.repository';

/** What organisations became part of, and what became part of them, in one statement each for all of an operation. */
@Injectable()
export class SuccessionLoader {
  readonly of: (context: GraphqlContext) => DataLoader<Id, Succession[]>;
  readonly into: (context: GraphqlContext) => DataLoader<Id, Succession[]>;

  constructor(successions: SuccessionRepository) {
    this.of = perRequest(
      () => new DataLoader(async (ids) => grouped(ids, await successions.ofPredecessors(ids), ({ predecessorId }) => [predecessorId])),
    );
    this.into = perRequest(
      () => new DataLoader(async (ids) => grouped(ids, await successions.intoSuccessors(ids), ({ successorId }) => [successorId])),
    );
  }
}
