import { Injectable } from '@nestjs/common';
import { CommitmentService } from '@knotenpunkt/agreements/api';
import type { Commitment } from '@knotenpunkt/agreements/domain';
import { dropTask, offerTask, takeTask, type Alliance, type Task } from '@knotenpunkt/alliances/domain';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { idFrom, ok, refuse, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { AllianceWriter } from '../alliance-writer';
import { StatementRepository } from './statement.repository';

interface Asked {
  id: Id;
  allianceId: Id;
  expectedVersion: number;
}

/** Tasks nobody has taken on yet. */
@Injectable()
export class TaskService {
  constructor(
    private readonly writer: AllianceWriter,
    private readonly statements: StatementRepository,
    private readonly commitments: CommitmentService,
  ) {}

  /** Offering the same again, with the same id, changes nothing. */
  offer(
    viewer: Viewer,
    region: Region,
    { allianceId, ...wish }: { allianceId: Id } & Pick<Task, 'id' | 'text' | 'dueOn' | 'enteredById' | 'minutesId'>,
  ): Promise<Result<Alliance>> {
    return this.writer.change(viewer, region, { id: allianceId }, async (tx, alliance, today) => {
      const [present, open] = [await this.statements.findTask(tx, wish.id), await this.statements.tasksWithin(tx, alliance.id)];
      const minutes = (await this.statements.within(tx, alliance.id)).filter(({ kind }) => kind === 'MINUTES').map(({ id }) => id);
      const offered = offerTask(viewer, alliance, wish, { openTasks: open.length, minutes, today });
      if (!offered.ok) return offered;
      if (present) return present.allianceId === alliance.id ? ok(alliance) : refuse('NOT_PERMITTED');
      await this.statements.insertTask(tx, offered.value);
      await this.writer.tell(tx, viewer, alliance, 'taskOffered', wish.enteredById);
      return ok(alliance);
    });
  }

  /** A member takes it on: it becomes its Zusage. */
  take(viewer: Viewer, region: Region, asked: Asked & { actorId: Id; dueOn: LocalDate }): Promise<Result<Commitment>> {
    return this.change<Commitment>(viewer, region, asked, async (tx, alliance, task) => {
      const taken = takeTask(viewer, alliance, task, asked.actorId);
      if (!taken.ok) return taken;
      const written = await this.statements.updateTask(tx, taken.value, asked.expectedVersion);
      if (!written.ok) return written;
      const purpose = { type: 'ALLIANCE', id: alliance.id, title: alliance.title, slug: alliance.slug } as const;
      const { actorId, dueOn } = asked;
      const promised = { id: idFrom('task', task.id), purpose, actorId, toActorId: null, text: task.text, dueOn };
      return this.commitments.promise(tx, { viewer, region, ...promised });
    });
  }

  drop(viewer: Viewer, region: Region, asked: Asked): Promise<Result<Alliance>> {
    return this.change<Alliance>(viewer, region, asked, async (tx, alliance, task, today) => {
      const dropped = dropTask(viewer, alliance, task, today);
      if (!dropped.ok) return dropped;
      const written = await this.statements.updateTask(tx, dropped.value, asked.expectedVersion);
      if (!written.ok) return written;
      await this.writer.tell(tx, viewer, alliance, 'taskDropped');
      return ok(alliance);
    });
  }

  private change<Done>(
    viewer: Viewer,
    region: Region,
    { id, allianceId }: Asked,
    work: (tx: Tx, alliance: Alliance, task: Task, today: LocalDate) => Promise<Result<Done>>,
  ): Promise<Result<Done>> {
    return this.writer.change(viewer, region, { id: allianceId }, async (tx, alliance, today) => {
      const task = await this.statements.findTask(tx, id);
      return task?.allianceId === alliance.id ? work(tx, alliance, task, today) : refuse('NOT_PERMITTED');
    });
  }
}
