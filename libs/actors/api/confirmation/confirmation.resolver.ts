import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Permit } from '@knotenpunkt/identity/api';
import { ok, type Result } from '@knotenpunkt/kernel';
import { answer } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { ConfirmationAnswerService, type ShownConfirmation } from './confirmation-answer.service';
import { AnswerConfirmationInput, ConfirmationQuestion, ConfirmationResult } from './confirmation.graphql';

function typeOf({ link, actor, entries, state }: ShownConfirmation): ConfirmationQuestion {
  const { id, slug, summary, confirmedOn, version } = actor;
  return Object.assign(new ConfirmationQuestion(), {
    ...{ id, slug, summary, confirmedOn, version, entries, state },
    ...{ actorName: actor.name, personName: link.name, answer: link.answer, untilOn: link.request.untilOn },
  });
}

function told(result: Result<ShownConfirmation>): typeof ConfirmationResult {
  return answer(result.ok ? ok(typeOf(result.value)) : result);
}

/** What is done by the links in a mail, for whoever holds one. */
@Resolver(() => ConfirmationQuestion)
export class ConfirmationResolver {
  constructor(private readonly answers: ConfirmationAnswerService) {}

  @Permit('ANYONE')
  @Query(() => ConfirmationQuestion, {
    nullable: true,
    description: 'What a link in a mail asks; null where it leads nowhere. Looking decides nothing.',
  })
  async confirmationQuestion(@CurrentRegion() region: Region, @Args('token') token: string): Promise<ConfirmationQuestion | null> {
    const shown = await this.answers.show(region, token);
    return shown && typeOf(shown);
  }

  @Permit('ANYONE')
  @Mutation(() => ConfirmationResult, { description: 'Gives the one answer a link stands for: all is right, or out of the directory.' })
  async answerConfirmation(
    @CurrentRegion() region: Region,
    @Args('input') input: AnswerConfirmationInput,
  ): Promise<typeof ConfirmationResult> {
    return told(await this.answers.answer(region, input));
  }

  @Permit('ANYONE')
  @Mutation(() => ConfirmationResult, { description: 'Puts back into the directory what a link of the same mail took out of it.' })
  async undoArchiving(@CurrentRegion() region: Region, @Args('input') input: AnswerConfirmationInput): Promise<typeof ConfirmationResult> {
    return told(await this.answers.undoArchiving(region, input));
  }
}
