import { Args, Context, ID, Int, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ActorLoader, ActorType } from '@knotenpunkt/actors/api';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { answer, KeptForVisitors, type GraphqlContext, type Refused } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { DismissalService } from './dismissal.service';
import { EvidenceService } from './evidence.service';
import type { HistoryState } from './history.service';
import { LineService } from './line.service';
import {
  DismissalResult,
  DismissSuggestionInput,
  LineAnswer,
  LineDirectionEnum,
  MatchDismissalType,
  MatchSuggestion,
  SharedHistoryEnum,
  UndismissSuggestionInput,
} from './match.graphql';
import { SuggestionService } from './suggestion.service';

/** So many suggestions are told at most: whoever gets fifty reads none. */
const MOST = 10;

const within = (first: number) => Math.min(Math.max(first, 1), MOST);

/** Who fits whom. */
@Resolver(() => MatchSuggestion)
export class MatchingResolver {
  constructor(
    private readonly line: LineService,
    private readonly fits: SuggestionService,
    private readonly evidence: EvidenceService,
    private readonly load: ActorLoader,
  ) {}

  @ResolveField(() => ActorType)
  async actor(suggestion: MatchSuggestion, _: unknown, context: GraphqlContext): Promise<ActorType> {
    return (await this.load.byId(context).load(suggestion.actorId))!;
  }

  @Permit('ANYONE')
  @Query(() => LineAnswer, { description: 'Who offers what a line seeks, or seeks what it offers. No account needed; nothing is stored.' })
  async matchLine(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Context() context: GraphqlContext,
    @Args('text') text: string,
    @Args('direction', { type: () => LineDirectionEnum }) direction: 'NEED' | 'OFFER',
  ): Promise<LineAnswer> {
    const found = await this.line.match(viewer, region, { text, direction, language: context.language }, context.clientAddress);
    if (!found.ok) return { suggestions: [], comparesMeaning: this.line.comparesMeaning, refusal: answer(found) as Refused };
    const suggestions = await this.evidence.tell(found.value, context.language);
    return { suggestions, comparesMeaning: this.line.comparesMeaning, refusal: null };
  }

  @Permit('ANYONE')
  @Query(() => Boolean, { description: 'Whether what offers and needs mean is compared; false: their words only, for want of a model.' })
  comparesMeaning(): boolean {
    return this.line.comparesMeaning;
  }

  @Permit('ANYONE')
  @Query(() => SharedHistoryEnum, {
    description: 'Whether what was done together here, as far as the viewer may see it, tells who fits whom.',
  })
  sharedHistory(@CurrentViewer() viewer: Viewer, @CurrentRegion() region: Region): Promise<HistoryState> {
    return this.fits.history(viewer, region);
  }

  @Permit('MEMBER')
  @Query(() => [MatchSuggestion], { description: 'Who fits an organisation of the viewer, best first; what it put away is left out.' })
  async suggestions(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Context() context: GraphqlContext,
    @Args('actorId', { type: () => ID }) actorId: string,
    @Args('first', { type: () => Int, defaultValue: 3 }) first: number,
  ): Promise<MatchSuggestion[]> {
    return this.evidence.tell(await this.fits.forMembers(viewer, region, actorId, within(first)), context.language);
  }

  @Permit('ANYONE')
  @KeptForVisitors()
  @Query(() => [MatchSuggestion], { description: 'Who fits the organisation of a Steckbrief, from what the viewer may see.' })
  async actorFits(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Context() context: GraphqlContext,
    @Args('slug') slug: string,
    @Args('first', { type: () => Int, defaultValue: 3 }) first: number,
  ): Promise<MatchSuggestion[]> {
    return this.evidence.tell(await this.fits.onSteckbrief(viewer, region, slug, within(first)), context.language);
  }
}

/** Suggestions put away. */
@Resolver(() => MatchDismissalType)
export class DismissalResolver {
  constructor(
    private readonly dismissals: DismissalService,
    private readonly load: ActorLoader,
  ) {}

  @ResolveField(() => ActorType)
  async suggested(dismissal: MatchDismissalType, _: unknown, context: GraphqlContext): Promise<ActorType> {
    return (await this.load.byId(context).load(dismissal.suggestedId))!;
  }

  @Permit('MEMBER')
  @Query(() => [MatchDismissalType], { description: 'What an organisation of the viewer put away, the newest first.' })
  matchDismissals(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('actorId', { type: () => ID }) actorId: string,
  ): Promise<MatchDismissalType[]> {
    return this.dismissals.list(viewer, region, actorId);
  }

  @Permit('MEMBER')
  @Mutation(() => DismissalResult, { description: 'Puts a suggestion away, with the reason.' })
  async dismissSuggestion(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: DismissSuggestionInput,
  ): Promise<typeof DismissalResult> {
    return answer(await this.dismissals.dismiss(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => DismissalResult, { description: 'Takes back that a suggestion was put away.' })
  async undismissSuggestion(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: UndismissSuggestionInput,
  ): Promise<typeof DismissalResult> {
    return answer(await this.dismissals.undismiss(viewer, input));
  }
}
