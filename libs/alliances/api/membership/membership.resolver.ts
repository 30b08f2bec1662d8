import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { answer } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { AllianceResult, AllianceType } from '../alliance.graphql';
import { AdmissionService } from './admission.service';
import { DepartureService } from './departure.service';
import {
  AnswerAllianceAdmissionInput,
  ConfirmAllianceAdmissionInput,
  LeaveAllianceInput,
  ProposeAllianceAdmissionInput,
  ReviseAllianceAdmissionInput,
  StayInAllianceInput,
  WithdrawAllianceAdmissionInput,
} from './membership.graphql';

type Answer = Promise<typeof AllianceResult>;

/** Members come and go while an alliance works. */
@Resolver(() => AllianceType)
export class MembershipResolver {
  constructor(
    private readonly admissions: AdmissionService,
    private readonly departures: DepartureService,
  ) {}

  @Permit('MEMBER')
  @Mutation(() => AllianceResult, { description: 'Asks another organisation and all present members whether it joins. One at a time.' })
  async proposeAllianceAdmission(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: ProposeAllianceAdmissionInput,
  ): Answer {
    return answer(await this.admissions.propose(viewer, region, { ...input, proposedById: input.proposedById ?? null }));
  }

  @Permit('MEMBER')
  @Mutation(() => AllianceResult, { description: 'Other words; everybody is asked again.' })
  async reviseAllianceAdmission(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: ReviseAllianceAdmissionInput,
  ): Answer {
    return answer(await this.admissions.revise(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => AllianceResult, { description: 'Nobody is asked any more.' })
  async withdrawAllianceAdmission(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: WithdrawAllianceAdmissionInput,
  ): Answer {
    return answer(await this.admissions.withdraw(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => AllianceResult, {
    description: 'Answers for an organisation. The last "Ja" makes the newcomer a member; one "Nein" ends it.',
  })
  async answerAllianceAdmission(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') { roundVersion, ...input }: AnswerAllianceAdmissionInput,
  ): Answer {
    return answer(await this.admissions.answer(viewer, region, { ...input, version: roundVersion }));
  }

  @Permit('MEMBER')
  @Mutation(() => AllianceResult, { description: '"Unter Vorbehalt" becomes "Ja".' })
  async confirmAllianceAdmission(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: ConfirmAllianceAdmissionInput,
  ): Answer {
    return answer(await this.admissions.confirmReservation(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => AllianceResult, {
    description: 'A member leaves, by its own word only. Refused with COMMITMENTS_UNDECIDED while a Zusage is open.',
  })
  async leaveAlliance(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') { id, expectedVersion, departureId, ...departure }: LeaveAllianceInput,
  ): Answer {
    return answer(await this.departures.announce(viewer, region, { id, expectedVersion, departure: { ...departure, id: departureId } }));
  }

  @Permit('MEMBER')
  @Mutation(() => AllianceResult, { description: 'It stays after all, before the day it named.' })
  async stayInAlliance(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: StayInAllianceInput,
  ): Answer {
    return answer(await this.departures.takeBack(viewer, region, input));
  }
}
