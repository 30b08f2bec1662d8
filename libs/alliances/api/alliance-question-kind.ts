import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ConsentService, type StoredRound } from '@knotenpunkt/agreements/api';
import { roundQuestionState } from '@knotenpunkt/agreements/domain';
import { allianceWords, contributionOfMember, mayOffer, messages, type Alliance } from '@knotenpunkt/alliances/domain';
import type { Id } from '@knotenpunkt/kernel';
import { QuestionKinds, type AskedQuestion, type QuestionKind } from '@knotenpunkt/notices/api';
import type { MailQuestion, MailQuestionState } from '@knotenpunkt/notices/domain';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import type { Language } from '@knotenpunkt/platform/graphql';
import type { Region } from '@knotenpunkt/regions/domain';
import { PLAIN_TERMS } from '@knotenpunkt/themes/domain';
import { AllianceFormationService } from './alliance-formation.service';
import { ALLIANCE_QUESTION } from './alliance-letters';
import { AllianceOfferService } from './alliance-offer.service';
import { AllianceRepository } from './alliance.repository';

/** Once it is formed nothing is asked any more; once it was called off there is nothing to answer. */
function stateOf({ state }: Alliance, round: StoredRound, asked: { actorId: Id; version: number }): MailQuestionState {
  if (state === 'CALLED_OFF') return 'ENDED';
  return state === 'INVITING' || asked.version < round.version ? roundQuestionState(round, asked) : 'ANSWERED';
}

/** The question whether an organisation belongs to an alliance, as the page behind a link in a mail shows and answers it. */
@Injectable()
export class AllianceQuestionKind implements QuestionKind, OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly alliances: AllianceRepository,
    private readonly formation: AllianceFormationService,
    private readonly consent: ConsentService,
    private readonly offers: AllianceOfferService,
    private readonly kinds: QuestionKinds,
  ) {}

  onModuleInit(): void {
    this.kinds.register(ALLIANCE_QUESTION, this);
  }

  async describe(region: Region, question: MailQuestion, language: Language): Promise<AskedQuestion | null> {
    const { subjectId: id, subjectVersion: version, actorId } = question;
    const round = await this.consent.roundOf({ type: 'alliance', id });
    const found = await this.unitOfWork.run(async (tx) => {
      const alliance = await this.alliances.find(tx, id);
      const ids = [actorId, alliance?.draftedById ?? actorId];
      return alliance && { alliance, seats: await this.alliances.seats(tx, region.id, ids) };
    });
    if (!round || !found) return null;
    const offers = await this.offers.ofAlliances([id]);
    const { alliance, seats } = found;
    const member = alliance.members.find((each) => each.actorId === actorId);
    const actorName = seats.get(actorId)?.name ?? '';
    const contribution = member ? contributionOfMember(member) : { ...PLAIN_TERMS, commitment: '', dueOn: null };
    const about = { title: alliance.title, actor: actorName, contribution };
    const asker = alliance.draftedById === null ? messages[language].question.coordination : (seats.get(alliance.draftedById)?.name ?? '');
    return {
      ...allianceWords(about, { again: version > 1, language }),
      state: stateOf(alliance, round, { actorId, version }),
      actorName,
      asker,
      title: alliance.title,
      text: round.text,
      answers: ['YES', 'YES_BUT', 'NO', 'LATER'],
      contribution: mayOffer(alliance, actorId, offers) ? contribution : null,
      address: `/allianzen/${alliance.slug}`,
    };
  }

  answer: QuestionKind['answer'] = (viewer, region, { subjectId: id, actorId, subjectVersion: version }, given) =>
    this.formation.answer(viewer, region, { id, actorId, version, ...given });
}
