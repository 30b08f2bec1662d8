import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Clock, PersonalDataOfRoom } from '@knotenpunkt/kernel';
import { CLOCK, UnitOfWork } from '@knotenpunkt/platform/database';
import { Jobs } from '@knotenpunkt/platform/jobs';
import { registeredPersonalData } from './registry';
import { FORGOTTEN_AT_ONCE, forgettingStatements } from './statements';

/** At night, UTC. */
const AT_NIGHT = '35 2 * * *';
const A_DAY_MS = 86_400_000;

/** Lets rows go when the days of their class have passed: a job for each class that names days. */
@Injectable()
export class Forgetting implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    for (const room of registeredPersonalData())
      for (const processing of classesWithDays(room))
        this.jobs.every(`personal-data.${room.room}.${processing}`, AT_NIGHT, async () => void (await this.forget(room, processing)));
  }

  /** Deletes what one class need not keep any longer; gives how many rows. */
  async forget(room: PersonalDataOfRoom, processing: string): Promise<number> {
    const days = room.processings[processing]!.days!;
    const before = new Date(this.clock.now().getTime() - days * A_DAY_MS);
    let forgotten = 0;
    for (const text of forgettingStatements(room, processing)) {
      let count: number;
      do {
        [, count] = (await this.unitOfWork.run((tx) => tx.query(text, [before]))) as [unknown, number];
        forgotten += count;
      } while (count === FORGOTTEN_AT_ONCE);
    }
    return forgotten;
  }
}

/** The classes of a room that name days and are not forgotten by a job of its own. */
export function classesWithDays({ processings }: PersonalDataOfRoom): string[] {
  return Object.entries(processings).flatMap(([key, { days, job }]) => (days === null || job ? [] : [key]));
}
