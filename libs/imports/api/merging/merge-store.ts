import { Injectable } from '@nestjs/common';
import { MergeRepository } from './merge.repository';
import { ReferenceMoving } from './moving';

/** What a merging is kept in, and what carries it out. */
@Injectable()
export class MergeStore {
  constructor(
    readonly merges: MergeRepository,
    readonly moving: ReferenceMoving,
  ) {}
}
