import { Injectable } from '@nestjs/common';
import type { Id } from '@knotenpunkt/kernel';
import { grouped, perRequest, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import DataLoader from 'dataloader';
import { MergeRepository, type MergedEntry } from './merge.repository';

/** Which entries became part of others, in one statement for all of an operation. */
@Injectable()
export class MergeLoader {
  readonly into: (context: GraphqlContext) => DataLoader<Id, MergedEntry[]>;

  constructor(merges: MergeRepository) {
    this.into = perRequest(() => new DataLoader(async (ids) => grouped(ids, await merges.into(ids), ({ keptId }) => [keptId])));
  }
}
