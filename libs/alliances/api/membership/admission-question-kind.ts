import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ConsentService, type StoredRound } from '@knotenpunkt/agreements/api';
import { roundQuestionState } from '@knotenpunkt/agreements/domain';
import { admissionWords, isWorking, messages, type Admission, type Alliance } from '@knotenpunkt/alliances/domain';
import { refuse, type Id } from '@knotenpunkt/kernel';
import { QuestionKinds, type AskedQuestion, type QuestionKind } from '@knotenpunkt/notices/api';
import type { MailQuestion, MailQuestionState } from '@knotenpunkt/notices/domain';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import type { Language } from '@knotenpunkt/platform/graphql';
import type { Region } from '@knotenpunkt/regions/domain';
import { AllianceRepository } from '../alliance.repository';
import { ADMISSION_QUESTION } from './admission-letters';
import { AdmissionService, roundAbout } from './admission.service';
import { MembershipRepository } from './membership.repository';

function stateOf(alliance: Alliance, { state }: Admission, round: StoredRound, asked: { actorId: Id; version: number }): MailQuestionState {
  const known = roundQuestionState(round, asked);
  return known === 'OPEN' && (state !== 'OPEN' || !isWorking(alliance)) ? 'ENDED' : known;
}

/** The question whether another organisation joins, as the page behind a link in a mail shows and answers it. */
@Injectable()
export class AdmissionQuestionKind implements QuestionKind, OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly alliances: AllianceRepository,
    private readonly memberships: MembershipRepository,
    private readonly admissions: AdmissionService,
    private readonly consent: ConsentService,
    private readonly kinds: QuestionKinds,
  ) {}

  onModuleInit(): void {
    this.kinds.register(ADMISSION_QUESTION, this);
  }

  async describe(region: Region, question: MailQuestion, language: Language): Promise<AskedQuestion | null> {
    const { subjectId, subjectVersion: version, actorId } = question;
    const round = await this.consent.roundOf(roundAbout(subjectId));
    const found = await this.read(region, subjectId, actorId);
    if (!round || !found) return null;
    const { admission, alliance, seats } = found;
    const nameOf = (id: Id) => seats.get(id)?.name ?? '';
    const about = { ...admission, title: alliance.title, actor: nameOf(admission.actorId) };
    return {
      ...admissionWords(about, { isNewcomer: actorId === admission.actorId, again: version > 1, language }),
      state: stateOf(alliance, admission, round, { actorId, version }),
      actorName: nameOf(actorId),
      asker: admission.proposedById === null ? messages[language].question.coordination : nameOf(admission.proposedById),
      title: alliance.title,
      text: round.text,
      answers: ['YES', 'YES_BUT', 'NO', 'LATER'],
      address: `/allianzen/${alliance.slug}`,
    };
  }

  answer: QuestionKind['answer'] = async (viewer, region, { subjectId: id, actorId, subjectVersion: version }, { answer, change }) => {
    const admission = await this.unitOfWork.run((tx) => this.memberships.find(tx, id));
    if (!admission) return refuse('NOT_PERMITTED');
    return this.admissions.answer(viewer, region, { id, allianceId: admission.allianceId, actorId, version, answer, change });
  };

  private read(region: Region, id: Id, actorId: Id) {
    return this.unitOfWork.run(async (tx) => {
      const admission = await this.memberships.find(tx, id);
      const alliance = admission && (await this.alliances.find(tx, admission.allianceId));
      if (!admission || !alliance || alliance.hidden) return null;
      const ids = [actorId, admission.actorId, admission.proposedById ?? actorId];
      return { admission, alliance, seats: await this.alliances.seats(tx, region.id, ids) };
    });
  }
}
