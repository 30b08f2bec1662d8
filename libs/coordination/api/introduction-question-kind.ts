import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  askerName,
  INTRODUCTION_LIMITS,
  introductionWords,
  messages,
  sideOfActor,
  type Introduction,
  type IntroductionSide,
} from '@knotenpunkt/coordination/domain';
import { QuestionKinds, type AskedQuestion, type QuestionKind } from '@knotenpunkt/notices/api';
import type { AskedReason, MailQuestion, MailQuestionState } from '@knotenpunkt/notices/domain';
import { UnitOfWork } from '@knotenpunkt/platform/database';
import type { Language } from '@knotenpunkt/platform/graphql';
import type { Region } from '@knotenpunkt/regions/domain';
import { INTRODUCTION_QUESTION, IntroductionLetters, namesOf } from './introduction-letters';
import { IntroductionRepository } from './introduction.repository';
import { IntroductionService } from './introduction.service';

/** The question put to one of the three, as the page behind a link in a mail shows and answers it. */
@Injectable()
export class IntroductionQuestionKind implements QuestionKind, OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly introductions: IntroductionRepository,
    private readonly letters: IntroductionLetters,
    private readonly service: IntroductionService,
    private readonly kinds: QuestionKinds,
  ) {}

  onModuleInit(): void {
    this.kinds.register(INTRODUCTION_QUESTION, this);
  }

  async describe(region: Region, { subjectId, subjectVersion, actorId }: MailQuestion, language: Language): Promise<AskedQuestion | null> {
    const introduction = await this.introductions.byId(region.id, subjectId);
    const side = introduction && sideOfActor(introduction, actorId);
    if (!introduction || !side) return null;
    const names = await this.unitOfWork.run((tx) => this.letters.names(tx, introduction));
    const told = namesOf(introduction, names);
    const { purpose, reason } = introduction;
    return {
      ...introductionWords({ side: side.side, names: told, purpose }, { again: subjectVersion > 1, language }),
      state: questionState(introduction, side, subjectVersion),
      actorName: names.get(actorId) ?? '',
      asker: askerName(told.asker, language),
      title: purpose,
      text: reason,
      answers: ['YES', 'YES_BUT', 'NO', 'LATER'],
      reason: whyNot(language),
      address: `/vorstellungen/${introduction.id}`,
    };
  }

  answer: QuestionKind['answer'] = (
    viewer,
    region,
    { subjectId: id, actorId, subjectVersion: textVersion },
    { answer, change, reason, reasonShared },
  ) => this.service.answer(viewer, region, { id, actorId, textVersion, answer, note: change ?? reason, noteShared: reasonShared });

  postpone: QuestionKind['postpone'] = (viewer, region, { subjectId: id, actorId, subjectVersion: textVersion }) =>
    this.service.answer(viewer, region, { id, actorId, textVersion, answer: 'LATER', note: '', noteShared: false });

  closeOverdue(region: Region): Promise<void> {
    return this.service.closeUnanswered(region);
  }
}

function whyNot(language: Language): AskedReason {
  const { why, whyHint, share } = messages[language].introductions.page;
  return { question: why, hint: whyHint, longest: INTRODUCTION_LIMITS.note, share };
}

function questionState({ state, textVersion }: Introduction, { answer }: IntroductionSide, version: number): MailQuestionState {
  if (version < textVersion) return 'REPLACED';
  if (answer !== null && answer !== 'LATER') return 'ANSWERED';
  return state === 'ASKED' ? 'OPEN' : 'ENDED';
}
