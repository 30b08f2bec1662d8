import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Permit } from '@knotenpunkt/identity/api';
import type { MailAnswer } from '@knotenpunkt/notices/domain';
import type { Result } from '@knotenpunkt/kernel';
import { answer, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { contributionOf } from '@knotenpunkt/themes/api';
import { MailAnswerService, type ShownQuestion } from './mail-answer.service';
import { AnswerMailQuestionInput, AskForMandateInput, MailQuestionResult, MailQuestionType } from './mail-question.graphql';

function typeOf({ question, ...shown }: ShownQuestion): MailQuestionType {
  const { id, untilOn, remindOn, name } = question;
  const { reason = null, contribution = null, answers, ...more } = shown;
  return { ...more, reason, contribution, answers: [...answers], id, untilOn, remindOn, name };
}

function answered(result: Result<ShownQuestion>): typeof MailQuestionResult {
  return answer(result.ok ? { ok: true, value: typeOf(result.value) } : result);
}

@Resolver(() => MailQuestionType)
export class MailQuestionResolver {
  constructor(private readonly service: MailAnswerService) {}

  @Permit('ANYONE')
  @Query(() => MailQuestionType, {
    nullable: true,
    description: 'The question behind a link in a mail; null where there is none. Looking changes nothing.',
  })
  async mailQuestion(
    @CurrentRegion() region: Region,
    @Context() { language }: GraphqlContext,
    @Args('token') token: string,
  ): Promise<MailQuestionType | null> {
    const shown = await this.service.show(region, token, language);
    return shown && typeOf(shown);
  }

  @Permit('ANYONE')
  @Mutation(() => MailQuestionResult, {
    description: 'Answers by the link. Refused with MANDATE_NEEDED where a yes needs a mandate first.',
  })
  async answerMailQuestion(
    @CurrentRegion() region: Region,
    @Context() { language }: GraphqlContext,
    @Args('input') { token, answer: said, change, offer, reason, reasonShared }: AnswerMailQuestionInput,
  ): Promise<typeof MailQuestionResult> {
    const given = {
      ...{ answer: said as MailAnswer, change: change ?? '', offer: offer ? contributionOf(offer) : null },
      ...{ reason: reason ?? '', reasonShared: reasonShared ?? false },
    };
    return answered(await this.service.answer(region, token, given, language));
  }

  @Permit('ANYONE')
  @Mutation(() => MailQuestionResult, { description: 'The person behind the link asks to act for the organisation.' })
  async askForMandate(
    @CurrentRegion() region: Region,
    @Context() { language }: GraphqlContext,
    @Args('input') { token, name }: AskForMandateInput,
  ): Promise<typeof MailQuestionResult> {
    return answered(await this.service.askForMandate(region, token, name, language));
  }
}
