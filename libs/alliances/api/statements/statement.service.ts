import { Injectable } from '@nestjs/common';
import type { Commitment } from '@knotenpunkt/agreements/domain';
import {
  enterStatement,
  isPublicStatement,
  settledStatement,
  takeStand,
  withdrawStatement,
  type Alliance,
  type Stand,
  type Statement,
  type StatementKind,
} from '@knotenpunkt/alliances/domain';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { idFrom, ok, refuse, type Id, type LocalDate, type Result } from '@knotenpunkt/kernel';
import type { Tx } from '@knotenpunkt/platform/database';
import type { Region } from '@knotenpunkt/regions/domain';
import { AllianceWriter } from '../alliance-writer';
import { AdmissionLetters } from '../membership/admission-letters';
import { StatementRepository } from './statement.repository';

/** Told when everybody may read it. */
const PUBLISHED: Record<StatementKind, string> = {
  DECISION: 'decisionPublished',
  MINUTES: 'minutesPublished',
  RESULT: 'resultPublished',
  LESSON: 'lessonPublished',
};

interface Asked {
  id: Id;
  allianceId: Id;
  expectedVersion: number;
}

/** What members write down for their alliance, and what the others say of it. */
@Injectable()
export class StatementService {
  constructor(
    private readonly writer: AllianceWriter,
    private readonly statements: StatementRepository,
    private readonly letters: AdmissionLetters,
  ) {}

  /** Entering the same again, with the same id, changes nothing. */
  enter(
    viewer: Viewer,
    region: Region,
    { allianceId, ...writing }: { allianceId: Id } & Parameters<typeof enterStatement>[2],
  ): Promise<Result<Alliance>> {
    return this.writer.change(viewer, region, { id: allianceId }, async (tx, alliance, today) => {
      const present = await this.statements.within(tx, alliance.id);
      const entered = enterStatement(viewer, alliance, writing, { present, today });
      if (present.some(({ id, enteredById }) => id === writing.id && enteredById === writing.enteredById)) return ok(alliance);
      if (!entered.ok) return entered;
      await this.statements.insert(tx, entered.value);
      await this.letters.tellStated(tx, region, alliance, writing.enteredById);
      return this.told(tx, viewer, alliance, entered.value, 'stated', writing.enteredById);
    });
  }

  answer(viewer: Viewer, region: Region, asked: Asked & { actorId: Id; stand: Stand; note: string }): Promise<Result<Alliance>> {
    return this.change(viewer, region, asked, async (tx, alliance, statement, today) => {
      const next = takeStand(viewer, alliance, statement, asked, today);
      if (!next.ok) return next;
      const said = next.value.stands.find(({ actorId }) => actorId === asked.actorId)!;
      const written = await this.statements.update(tx, next.value, asked.expectedVersion, said);
      return written.ok ? this.told(tx, viewer, alliance, next.value, 'statementAnswered', asked.actorId) : written;
    });
  }

  withdraw(viewer: Viewer, region: Region, asked: Asked): Promise<Result<Alliance>> {
    return this.change(viewer, region, asked, async (tx, alliance, statement, today) => {
      const next = withdrawStatement(viewer, alliance, statement, today);
      if (!next.ok) return next;
      const written = await this.statements.update(tx, next.value, asked.expectedVersion, null);
      return written.ok ? this.told(tx, viewer, alliance, next.value, 'statementWithdrawn', statement.enteredById) : written;
    });
  }

  /** Who has left is not waited for any more. */
  async settleWithout(tx: Tx, viewer: Viewer, alliance: Alliance, today: LocalDate): Promise<void> {
    for (const statement of await this.statements.within(tx, alliance.id)) {
      const next = settledStatement(statement, alliance, today);
      if (next === statement) continue;
      await this.statements.update(tx, next, statement.version, null);
      await this.told(tx, viewer, alliance, next, 'statementAnswered', next.enteredById);
    }
  }

  /** A Zusage that was given back is a task the others can take on. */
  async offerGivenBack(tx: Tx, allianceId: Id, { id, text, dueOn, actorId }: Commitment): Promise<void> {
    const fresh = { minutesId: null, givenBack: true, takenById: null, droppedOn: null, version: 1 };
    await this.statements.insertTask(tx, { id: idFrom('given back', id), allianceId, text, dueOn, enteredById: actorId, ...fresh });
  }

  private change(
    viewer: Viewer,
    region: Region,
    { id, allianceId }: Asked,
    work: (tx: Tx, alliance: Alliance, statement: Statement, today: LocalDate) => Promise<Result<Alliance>>,
  ): Promise<Result<Alliance>> {
    return this.writer.change(viewer, region, { id: allianceId }, async (tx, alliance, today) => {
      const statement = (await this.statements.within(tx, alliance.id)).find((each) => each.id === id);
      return statement ? work(tx, alliance, statement, today) : refuse('NOT_PERMITTED');
    });
  }

  private async told(
    tx: Tx,
    viewer: Viewer,
    alliance: Alliance,
    statement: Statement,
    verb: string,
    actorId: Id,
  ): Promise<Result<Alliance>> {
    const published = isPublicStatement(statement);
    await this.writer.tell(tx, viewer, alliance, published ? PUBLISHED[statement.kind] : verb, actorId);
    return ok(alliance);
  }
}
