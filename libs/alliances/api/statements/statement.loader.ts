import { Injectable } from '@nestjs/common';
import type { Statement } from '@knotenpunkt/alliances/domain';
import type { Id } from '@knotenpunkt/kernel';
import { grouped, perRequest, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import DataLoader from 'dataloader';
import { StatementRepository } from './statement.repository';

/** Reads what all alliances of an operation have published in one statement. */
@Injectable()
export class StatementLoader {
  /** Results and lessons that everybody reads. */
  readonly outcomes: (context: GraphqlContext) => DataLoader<Id, Statement[]>;

  constructor(statements: StatementRepository) {
    this.outcomes = perRequest(
      () => new DataLoader(async (ids) => grouped(ids, await statements.published(ids), ({ allianceId }) => [allianceId])),
    );
  }
}
