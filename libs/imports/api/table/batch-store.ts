import { Injectable } from '@nestjs/common';
import { BatchRepository } from './batch.repository';
import { RowRepository } from './row.repository';

/** Tables and their rows, which are read and written together. */
@Injectable()
export class BatchStore {
  constructor(
    readonly batches: BatchRepository,
    readonly rows: RowRepository,
  ) {}
}
