import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { SentLetter } from '@knotenpunkt/coordination/domain';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { ok, refuse } from '@knotenpunkt/kernel';
import { answer } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { LetterTemplateService } from './letter-template.service';
import {
  LetterTemplateResult,
  LetterTemplateType,
  LettersSentType,
  RemoveLetterTemplateInput,
  SaveLetterTemplateInput,
  SendLettersInput,
  SendLettersResult,
  WaitingItemType,
} from './letter.graphql';
import { LetterService } from './letter.service';

const MOST_KEYS = 500;

function told(sent: readonly SentLetter[]): LettersSentType {
  return Object.assign(new LettersSentType(), {
    written: sent.filter(({ leftOut }) => leftOut === null).map(({ key }) => key),
    leftOut: sent.flatMap(({ key, leftOut }) => (leftOut ? [{ key, reason: leftOut }] : [])),
  });
}

@Resolver()
export class LetterResolver {
  constructor(
    private readonly letters: LetterService,
    private readonly templates: LetterTemplateService,
  ) {}

  @Permit('COORDINATOR')
  @Query(() => [WaitingItemType], { description: 'What waits for organisations of the region, at most 200 of each kind.' })
  waitingItems(@CurrentViewer() viewer: Viewer, @CurrentRegion() region: Region): Promise<WaitingItemType[]> {
    return this.letters.addressed(viewer, region);
  }

  @Permit('COORDINATOR')
  @Query(() => [LetterTemplateType], { description: 'Texts the region keeps for letters, by name.' })
  letterTemplates(@CurrentViewer() viewer: Viewer, @CurrentRegion() region: Region): Promise<LetterTemplateType[]> {
    return this.templates.all(viewer, region);
  }

  @Permit('COORDINATOR')
  @Mutation(() => SendLettersResult, { description: 'Writes one letter to several that let something wait.' })
  async sendLetters(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: SendLettersInput,
  ): Promise<typeof SendLettersResult> {
    const sent = input.keys.length > MOST_KEYS ? refuse('TOO_MANY_LETTERS') : await this.letters.send(viewer, region, input);
    return answer(sent.ok ? ok(told(sent.value)) : sent) as typeof SendLettersResult;
  }

  @Permit('COORDINATOR')
  @Mutation(() => LetterTemplateResult, { description: 'Keeps a text for letters.' })
  async saveLetterTemplate(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: SaveLetterTemplateInput,
  ): Promise<typeof LetterTemplateResult> {
    return answer(await this.templates.keep(viewer, region, input)) as typeof LetterTemplateResult;
  }

  @Permit('COORDINATOR')
  @Mutation(() => LetterTemplateResult, { description: 'Throws a kept text away.' })
  async removeLetterTemplate(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: RemoveLetterTemplateInput,
  ): Promise<typeof LetterTemplateResult> {
    return answer(await this.templates.remove(viewer, region, input)) as typeof LetterTemplateResult;
  }
}
