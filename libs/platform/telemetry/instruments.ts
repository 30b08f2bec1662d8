import { Injectable } from '@nestjs/common';
import { BackupLog } from '@knotenpunkt/platform/backup';
import { Database } from '@knotenpunkt/platform/database';
import { JobStates } from '@knotenpunkt/platform/jobs';
import { Mail } from '@knotenpunkt/platform/mail';
import { GraphKeeper, OutboxState } from '@knotenpunkt/platform/outbox';

/** Who is asked how the product is doing, for metrics and for people. */
@Injectable()
export class Instruments {
  constructor(
    readonly database: Database,
    readonly outbox: OutboxState,
    readonly graph: GraphKeeper,
    readonly mail: Mail,
    readonly jobs: JobStates,
    readonly backups: BackupLog,
  ) {}
}
