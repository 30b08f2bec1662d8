import { Injectable } from '@nestjs/common';
import { ConsentService, type StoredRound } from '@knotenpunkt/agreements/api';
import {
  addressOfDocument,
  isFormed,
  isWorking,
  leadsAdmission,
  maySee,
  maySeeAdmission,
  maySeeDocument,
  readsForMembers,
  replacementOf,
  shownStatements,
  speaksFor,
  standingOfStatement,
  statementActions,
  workActions,
  type Admission,
  type Alliance,
  type AllianceDocument,
  type Statement,
  type StatementAction,
  type StatementStanding,
  type Task,
  type WorkAction,
} from '@knotenpunkt/alliances/domain';
import type { Viewer } from '@knotenpunkt/identity/domain';
import type { Id } from '@knotenpunkt/kernel';
import type { Region } from '@knotenpunkt/regions/domain';
import { AllianceRepository } from './alliance.repository';
import { roundAbout } from './membership/admission.service';
import { DocumentRepository } from './documents/document.repository';
import { MembershipRepository } from './membership/membership.repository';
import { StatementRepository } from './statements/statement.repository';

/** A statement as a reader is shown it. */
export interface ReadStatement extends Statement {
  /** Another one has taken its place and is confirmed. */
  isReplaced: boolean;
  standing: StatementStanding;
  /** The viewer's organisations that may say something of it. */
  answerableFor: Id[];
  availableActions: StatementAction[];
}

/** An admission as those who are asked are shown it. */
export interface ReadAdmission extends Admission {
  round: StoredRound | null;
  /** Whether the viewer may write it anew or end it. */
  isLed: boolean;
}

/** A document as a reader is shown it. */
export interface ReadDocument extends AllianceDocument {
  /** Where it is handed out, or the link; empty once it was removed. */
  address: string;
  isLink: boolean;
  isReplaced: boolean;
}

export interface AllianceWork {
  allianceId: Id;
  admission: ReadAdmission | null;
  statements: ReadStatement[];
  tasks: Task[];
  documents: ReadDocument[];
  availableActions: WorkAction[];
}

/** Reading what an alliance that is formed writes down, as far as the viewer may. */
@Injectable()
export class AllianceWorkService {
  constructor(
    private readonly alliances: AllianceRepository,
    private readonly memberships: MembershipRepository,
    private readonly statements: StatementRepository,
    private readonly documents: DocumentRepository,
    private readonly consent: ConsentService,
  ) {}

  /** Null where there is no alliance that is formed. */
  async of(viewer: Viewer, region: Region, slug: string): Promise<AllianceWork | null> {
    const alliance = await this.alliances.bySlug(region.id, slug);
    if (!alliance || !isFormed(alliance) || !maySee(viewer, alliance)) return null;
    const all = await this.statements.ofAlliance(alliance.id);
    const shown = shownStatements(viewer, alliance, all);
    return {
      allianceId: alliance.id,
      admission: await this.admissionOf(viewer, alliance),
      statements: shown.map((statement) => asRead(viewer, alliance, statement, { all, shown })),
      tasks: readsForMembers(viewer, alliance) && isWorking(alliance) ? await this.statements.openTasks(alliance.id) : [],
      documents: await this.documentsOf(viewer, alliance),
      availableActions: workActions(viewer, alliance),
    };
  }

  private async documentsOf(viewer: Viewer, alliance: Alliance): Promise<ReadDocument[]> {
    const documents = (await this.documents.ofAlliance(alliance.id)).filter((each) => maySeeDocument(viewer, alliance, each));
    const replaced = new Set(documents.map(({ replacesId }) => replacesId));
    return documents.map((document) => ({
      ...document,
      address: addressOfDocument(document),
      isLink: document.url !== '',
      isReplaced: replaced.has(document.id),
    }));
  }

  private async admissionOf(viewer: Viewer, alliance: Alliance): Promise<ReadAdmission | null> {
    const admission = isWorking(alliance) ? await this.memberships.openOf(alliance.id) : null;
    if (!admission || !maySeeAdmission(viewer, alliance, admission)) return null;
    const round = await this.consent.roundOf(roundAbout(admission.id));
    return { ...admission, round, isLed: leadsAdmission(viewer, alliance, admission) };
  }
}

/** A statement with what can be told of it; what it refers to only where that is shown as well. */
function asRead(
  viewer: Viewer,
  alliance: Alliance,
  statement: Statement,
  { all, shown }: { all: readonly Statement[]; shown: readonly Statement[] },
): ReadStatement {
  const ifShown = (id: Id | null) => (shown.some((each) => each.id === id) ? id : null);
  const actions = statementActions(viewer, alliance, statement, all);
  const may = actions.includes('answerAllianceStatement');
  const asked = statement.stands.map(({ actorId }) => actorId);
  return {
    ...statement,
    minutesId: ifShown(statement.minutesId),
    replacesId: ifShown(statement.replacesId),
    isReplaced: replacementOf(statement, all) !== null,
    standing: standingOfStatement(statement),
    answerableFor: may ? asked.filter((actorId) => speaksFor(viewer, alliance, actorId)) : [],
    availableActions: actions,
  };
}
