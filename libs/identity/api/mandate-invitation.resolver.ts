import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@knotenpunkt/identity/domain';
import type { Id } from '@knotenpunkt/kernel';
import { answer } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { InvitationAnswers } from './invitation-answers';
import {
  HandOverAdministrationInput,
  InvitationAnswerInput,
  InviteToMandateInput,
  MandateInvitationResult,
  MandateInvitationType,
  OpenedInvitationType,
  WithdrawMandateInvitationInput,
} from './mandate-invitation.graphql';
import { MandateInvitationService } from './mandate-invitation.service';
import { CurrentViewer, Permit } from './permit';

/** Inviting to act for an organisation, and the answers. */
@Resolver(() => MandateInvitationType)
export class MandateInvitationResolver {
  constructor(
    private readonly invitations: MandateInvitationService,
    private readonly answers: InvitationAnswers,
  ) {}

  @Permit('MEMBER')
  @Query(() => [MandateInvitationType], {
    description: 'Who was invited to act for an organisation and has not answered; empty for those who do not decide on it.',
  })
  mandateInvitations(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('actorId', { type: () => ID }) actorId: Id,
  ): Promise<MandateInvitationType[]> {
    return this.invitations.ofActor(viewer, region, actorId);
  }

  @Permit('ANYONE')
  @Query(() => OpenedInvitationType, {
    nullable: true,
    description: 'The invitation a link opens; null where it can no longer be answered.',
  })
  openedInvitation(@CurrentViewer() viewer: Viewer, @Args('token') token: string): Promise<OpenedInvitationType | null> {
    return this.answers.open(viewer, token);
  }

  @Permit('MEMBER')
  @Mutation(() => MandateInvitationResult, {
    description: 'Asks somebody by mail to act for an organisation. Nothing changes before they accept.',
  })
  async inviteToMandate(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: InviteToMandateInput,
  ): Promise<typeof MandateInvitationResult> {
    return answer(await this.invitations.invite(viewer, region, { ...input, untilOn: input.untilOn ?? null }));
  }

  @Permit('MEMBER')
  @Mutation(() => MandateInvitationResult, { description: 'The link in the mail acts no more.' })
  async withdrawMandateInvitation(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: WithdrawMandateInvitationInput,
  ): Promise<typeof MandateInvitationResult> {
    return answer(await this.invitations.withdraw(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => MandateInvitationResult, {
    description: "Offers the viewer's administration to somebody who acts for the organisation. Nothing changes before they accept.",
  })
  async handOverAdministration(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: HandOverAdministrationInput,
  ): Promise<typeof MandateInvitationResult> {
    return answer(await this.invitations.handOver(viewer, region, { ...input, keeps: input.keeps ?? null }));
  }

  @Permit('SIGNED_IN')
  @Mutation(() => MandateInvitationResult, {
    description: 'Accepts an invitation that went to the address of the viewer, whose sessions end with it.',
  })
  async acceptMandateInvitation(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: InvitationAnswerInput,
  ): Promise<typeof MandateInvitationResult> {
    return answer(await this.answers.accept(viewer, input.token));
  }

  @Permit('ANYONE')
  @Mutation(() => MandateInvitationResult, { description: 'Declines an invitation; whoever invited is told.' })
  async declineMandateInvitation(@Args('input') input: InvitationAnswerInput): Promise<typeof MandateInvitationResult> {
    return answer(await this.answers.decline(input.token));
  }
}
