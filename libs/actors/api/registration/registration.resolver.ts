import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Registration } from '@knotenpunkt/actors/domain';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import type { Id } from '@knotenpunkt/kernel';
import { answer, toConnection } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { RegistrationReading } from './registration-reading.service';
import { RegistrationVerifying } from './registration-verifying.service';
import {
  ActorClaim,
  AnswerRegistrationInput,
  AskAboutRegistrationInput,
  ClaimActorInput,
  RefuseRegistrationInput,
  RegisterOrganisationInput,
  RegistrationConnection,
  RegistrationPageArguments,
  RegistrationResult,
  RegistrationType,
  RegistrationVersionInput,
  VerifyRegistrationInput,
} from './registration.graphql';
import { RegistrationService } from './registration.service';

type Answer = Promise<typeof RegistrationResult>;

/** Entering an organisation or claiming its entry, and what the coordination decides. */
@Resolver(() => RegistrationType)
export class RegistrationResolver {
  constructor(
    private readonly reading: RegistrationReading,
    private readonly service: RegistrationService,
    private readonly verifying: RegistrationVerifying,
  ) {}

  @Permit('COORDINATOR')
  @Query(() => RegistrationConnection, {
    description: 'Who says to speak for an organisation: those that wait first, the longest waiting at the top.',
  })
  async registrations(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args() { first, after, states }: RegistrationPageArguments,
  ): Promise<InstanceType<typeof RegistrationConnection>> {
    return toConnection(await this.reading.page(viewer, region, states, { first, after }), (row: Registration) => row);
  }

  @Permit('COORDINATOR')
  @Query(() => Int, { description: 'How many registrations wait for the coordination; 100 stands for more.' })
  registrationsWaiting(@CurrentRegion() region: Region): Promise<number> {
    return this.reading.waiting(region);
  }

  @Permit('SIGNED_IN')
  @Query(() => [RegistrationType], { description: 'What the viewer has asked for, the newest first.' })
  ownRegistrations(@CurrentViewer() viewer: Viewer, @CurrentRegion() region: Region): Promise<RegistrationType[]> {
    return this.reading.ofViewer(viewer, region);
  }

  @Permit('ANYONE')
  @Query(() => ActorClaim, { description: 'Whether an entry can be claimed, and what the viewer has asked for already.' })
  actorClaim(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('actorId', { type: () => ID }) actorId: Id,
  ): Promise<ActorClaim> {
    return this.reading.claimOf(viewer, region, actorId);
  }

  @Permit('SIGNED_IN')
  @Mutation(() => RegistrationResult, {
    description: 'Asks for an entry of an organisation that has none. It appears once it is verified.',
  })
  async registerOrganisation(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') { employerId = null, ...said }: RegisterOrganisationInput,
  ): Answer {
    return answer(await this.service.register(viewer, region, { ...said, employerId }));
  }

  @Permit('SIGNED_IN')
  @Mutation(() => RegistrationResult, { description: 'Asks to take over the entry of an organisation nobody administers.' })
  async claimActor(@CurrentViewer() viewer: Viewer, @CurrentRegion() region: Region, @Args('input') input: ClaimActorInput): Answer {
    return answer(await this.service.claim(viewer, region, input));
  }

  @Permit('SIGNED_IN')
  @Mutation(() => RegistrationResult, { description: 'Answers what the coordination asked.' })
  async answerRegistrationQuestion(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: AnswerRegistrationInput,
  ): Answer {
    return answer(await this.service.answer(viewer, region, input));
  }

  @Permit('SIGNED_IN')
  @Mutation(() => RegistrationResult, { description: 'Takes back what one has asked for.' })
  async withdrawRegistration(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: RegistrationVersionInput,
  ): Answer {
    return answer(await this.service.withdraw(viewer, region, input));
  }

  @Permit('COORDINATOR')
  @Mutation(() => RegistrationResult, { description: 'Asks the person back, who is told by mail.' })
  async askAboutRegistration(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: AskAboutRegistrationInput,
  ): Answer {
    return answer(await this.service.askBack(viewer, region, input));
  }

  @Permit('COORDINATOR')
  @Mutation(() => RegistrationResult, { description: 'Notes how it was verified; the person administers the organisation from today on.' })
  async verifyRegistration(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: VerifyRegistrationInput,
  ): Answer {
    return answer(await this.verifying.verify(viewer, region, input));
  }

  @Permit('COORDINATOR')
  @Mutation(() => RegistrationResult, { description: 'Refuses with a reason, which the person gets by mail.' })
  async refuseRegistration(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: RefuseRegistrationInput,
  ): Answer {
    return answer(await this.service.refuse(viewer, region, input));
  }
}
