import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommitmentType } from '@knotenpunkt/agreements/api';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { answer, resultUnion } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import {
  AnswerProposalInput,
  InvitePartnerInput,
  PartnerInput,
  PromiseForInitiativeInput,
  ProposeInitiativeInput,
  ReviseProposalInput,
  withoutGaps,
} from './initiative-input.graphql';
import { InitiativeResult, InitiativeType } from './initiative.graphql';
import { PartnershipService } from './partnership.service';
import { ProposalService } from './proposal.service';

type Answered = Promise<typeof InitiativeResult>;
const PromiseForInitiativeResult = resultUnion('PromiseForInitiativeResult', CommitmentType);

/** Asking others to join, and their answers. */
@Resolver(() => InitiativeType)
export class PartnershipResolver {
  constructor(
    private readonly partnerships: PartnershipService,
    private readonly proposals: ProposalService,
  ) {}

  @Permit('MEMBER')
  @Mutation(() => InitiativeResult, { description: 'Asks an organisation to join. It becomes a partner when it accepts.' })
  async invitePartner(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: InvitePartnerInput,
  ): Answered {
    return answer(await this.partnerships.invite(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => InitiativeResult, { description: 'Joins a Vorhaben; from now on both work together.' })
  async acceptInvitation(@CurrentViewer() viewer: Viewer, @CurrentRegion() region: Region, @Args('input') input: PartnerInput): Answered {
    return answer(await this.partnerships.accept(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => InitiativeResult, { description: 'Does not join.' })
  async declineInvitation(@CurrentViewer() viewer: Viewer, @CurrentRegion() region: Region, @Args('input') input: PartnerInput): Answered {
    return answer(await this.partnerships.decline(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => InitiativeResult, { description: 'A partner goes. What it did stays.' })
  async leaveInitiative(@CurrentViewer() viewer: Viewer, @CurrentRegion() region: Region, @Args('input') input: PartnerInput): Answered {
    return answer(await this.partnerships.leave(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => InitiativeResult, { description: 'The lead takes an invitation back or parts from a partner.' })
  async removePartner(@CurrentViewer() viewer: Viewer, @CurrentRegion() region: Region, @Args('input') input: PartnerInput): Answered {
    return answer(await this.partnerships.remove(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => PromiseForInitiativeResult, { description: 'A Zusage for a Vorhaben. A declaration of intent, no contract.' })
  async promiseForInitiative(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: PromiseForInitiativeInput,
  ): Promise<typeof PromiseForInitiativeResult> {
    return answer(await this.partnerships.promise(viewer, region, { ...input, toActorId: input.toActorId ?? null }));
  }

  @Permit('MEMBER')
  @Mutation(() => InitiativeResult, { description: 'Proposes a joint Vorhaben. It begins when all have agreed to one version.' })
  async proposeInitiative(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: ProposeInitiativeInput,
  ): Answered {
    return answer(await this.proposals.propose(viewer, region, withoutGaps(input)));
  }

  @Permit('MEMBER')
  @Mutation(() => InitiativeResult, { description: 'A new version of a proposal. Everybody is asked again.' })
  async reviseProposal(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: ReviseProposalInput,
  ): Answered {
    return answer(await this.proposals.revise(viewer, region, withoutGaps(input)));
  }

  @Permit('MEMBER')
  @Mutation(() => InitiativeResult, { description: 'One organisation answers a proposal.' })
  async answerProposal(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: AnswerProposalInput,
  ): Answered {
    return answer(await this.proposals.answer(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => InitiativeResult, { description: 'What was said under reserve is now a yes.' })
  async confirmProposalReservation(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: PartnerInput,
  ): Answered {
    return answer(await this.proposals.confirmReservation(viewer, region, input));
  }
}
