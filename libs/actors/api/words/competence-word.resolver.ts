import { Args, ID, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@knotenpunkt/actors/domain';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import type { Id } from '@knotenpunkt/kernel';
import { answer, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { ActorType } from '../actor.graphql';
import { ActorLoader } from '../actor.loader';
import {
  CompetenceWordResult,
  CompetenceWordType,
  EquateCompetenceWordInput,
  ProposeCompetenceWordInput,
  RefuseCompetenceWordInput,
  TakeInCompetenceWordInput,
  WaitingCompetenceWordType,
} from './competence-word.graphql';
import { CompetenceWordService } from './competence-word.service';

type Answer = Promise<typeof CompetenceWordResult>;

/** Words of organisations for competences that the vocabulary does not have. */
@Resolver(() => CompetenceWordType)
export class CompetenceWordResolver {
  constructor(
    private readonly words: CompetenceWordService,
    private readonly load: ActorLoader,
  ) {}

  @ResolveField(() => ActorType, { nullable: true, description: 'Who proposed it; null: nobody any more.' })
  actor(word: CompetenceWordType, _: unknown, context: GraphqlContext): Promise<Actor | null> | null {
    return word.actorId === null ? null : this.load.byId(context).load(word.actorId);
  }

  @Permit('MEMBER')
  @Query(() => [CompetenceWordType], { description: 'Words of the region that can be chosen beside the vocabulary, or lead to it.' })
  competenceWords(@CurrentRegion() region: Region): Promise<CompetenceWordType[]> {
    return this.words.choosable(region);
  }

  @Permit('MEMBER')
  @Query(() => [CompetenceWordType], { description: 'What became of the words of an organisation; for its own people.' })
  competenceWordsOf(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('actorId', { type: () => ID }) actorId: Id,
  ): Promise<CompetenceWordType[]> {
    return this.words.ofActor(viewer, region, actorId);
  }

  @Permit('COORDINATOR')
  @Query(() => [WaitingCompetenceWordType], { description: 'Words that wait for the coordination, the oldest first; 100 at most.' })
  async waitingCompetenceWords(@CurrentRegion() region: Region): Promise<WaitingCompetenceWordType[]> {
    return (await this.words.waiting(region)).map(({ useCount, ...word }) => ({ word, useCount }));
  }

  @Permit('COORDINATOR')
  @Query(() => [CompetenceWordType], { description: 'Words the coordination decided on, the last first; 50 at most.' })
  decidedCompetenceWords(@CurrentRegion() region: Region): Promise<CompetenceWordType[]> {
    return this.words.decided(region);
  }

  @Permit('MEMBER')
  @Mutation(() => CompetenceWordResult, {
    description: 'Proposes a word for the vocabulary of competences. It can be chosen for a Steckbrief at once.',
  })
  async proposeCompetenceWord(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: ProposeCompetenceWordInput,
  ): Answer {
    return answer(await this.words.propose(viewer, region, input));
  }

  @Permit('COORDINATOR')
  @Mutation(() => CompetenceWordResult, { description: 'Takes a proposed word in as a term of the region; Steckbriefe follow.' })
  async takeInCompetenceWord(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: TakeInCompetenceWordInput,
  ): Answer {
    return answer(await this.words.takeIn(viewer, region, input));
  }

  @Permit('COORDINATOR')
  @Mutation(() => CompetenceWordResult, { description: 'Says that a proposed word means a term there is already; Steckbriefe follow.' })
  async equateCompetenceWord(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: EquateCompetenceWordInput,
  ): Answer {
    return answer(await this.words.equate(viewer, region, input));
  }

  @Permit('COORDINATOR')
  @Mutation(() => CompetenceWordResult, { description: 'Takes a proposed word out of all Steckbriefe, with a reason they are told.' })
  async refuseCompetenceWord(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: RefuseCompetenceWordInput,
  ): Answer {
    return answer(await this.words.refuse(viewer, region, input));
  }
}
