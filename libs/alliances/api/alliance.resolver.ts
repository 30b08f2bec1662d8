import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Alliance, MemberWish } from '@knotenpunkt/alliances/domain';
import { CommitmentResult } from '@knotenpunkt/agreements/api';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { answer, KeptForVisitors, toConnection } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { contributionOf } from '@knotenpunkt/themes/api';
import { AllianceCourseService } from './alliance-course.service';
import { AllianceDraftService } from './alliance-draft.service';
import { AllianceFormationService } from './alliance-formation.service';
import {
  AddAllianceMilestoneInput,
  AllianceMemberInput,
  AlliancePageArguments,
  AllianceVersionInput,
  AnswerAllianceInvitationInput,
  CallOffAllianceInput,
  ChangeAllianceDraftInput,
  ConcludeAllianceInput,
  ConfirmAllianceReservationInput,
  DraftAllianceInput,
  FormAllianceInput,
  InviteToAllianceInput,
  PromiseForAllianceInput,
  ReachAllianceMilestoneInput,
  ReplaceAllianceMemberInput,
  ReviewAllianceInput,
  ReviseAllianceInput,
  StateAllianceStanceInput,
  UndoAllianceOfferInput,
} from './alliance-input.graphql';
import { AllianceOfferService } from './alliance-offer.service';
import { AllianceReadingService } from './alliance-reading.service';
import { AllianceConnection, AllianceResult, AllianceType, WaitingAllianceAnswer } from './alliance.graphql';

type Answer = Promise<typeof AllianceResult>;

function memberOf(member: AllianceMemberInput): MemberWish {
  return { ...contributionOf(member), actorId: member.actorId };
}

function withMembers<Input extends { members: AllianceMemberInput[] }>(input: Input) {
  return { ...input, members: input.members.map(memberOf) };
}

@Resolver(() => AllianceType)
export class AllianceResolver {
  constructor(
    private readonly reading: AllianceReadingService,
    private readonly drafts: AllianceDraftService,
    private readonly formation: AllianceFormationService,
    private readonly course: AllianceCourseService,
    private readonly offers: AllianceOfferService,
  ) {}

  @Permit('ANYONE')
  @KeptForVisitors()
  @Query(() => AllianceConnection, {
    description: 'The alliances the viewer may see: what is being prepared first, what is concluded last.',
  })
  async alliances(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args() { first, after, filter }: AlliancePageArguments,
  ): Promise<InstanceType<typeof AllianceConnection>> {
    return toConnection(await this.reading.page(viewer, region, filter ?? {}, { first, after }), (row: Alliance) => row as AllianceType);
  }

  @Permit('ANYONE')
  @KeptForVisitors()
  @Query(() => AllianceType, { nullable: true })
  alliance(@CurrentViewer() viewer: Viewer, @CurrentRegion() region: Region, @Args('slug') slug: string): Promise<AllianceType | null> {
    return this.reading.bySlug(viewer, region, slug);
  }

  @Permit('MEMBER')
  @Query(() => [WaitingAllianceAnswer], { description: "What the viewer's organisations have not answered, or only unter Vorbehalt." })
  async waitingAllianceAnswers(@CurrentViewer() viewer: Viewer, @CurrentRegion() region: Region): Promise<WaitingAllianceAnswer[]> {
    const waiting = await this.reading.waiting(viewer, region);
    return waiting.map(({ subjectId, answer: said, ...rest }) => ({ ...rest, allianceId: subjectId, reserved: said === 'RESERVED' }));
  }

  @Permit('MEMBER')
  @Mutation(() => AllianceResult, { description: 'Drafts an alliance for a published challenge. Nobody is asked by it.' })
  async draftAlliance(@CurrentViewer() viewer: Viewer, @CurrentRegion() region: Region, @Args('input') input: DraftAllianceInput): Answer {
    return answer(await this.drafts.draft(viewer, region, { ...withMembers(input), draftedById: input.draftedById ?? null }));
  }

  @Permit('MEMBER')
  @Mutation(() => AllianceResult, { description: 'Changes words and members before anybody was asked.' })
  async changeAllianceDraft(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: ChangeAllianceDraftInput,
  ): Answer {
    return answer(await this.drafts.changeDraft(viewer, region, withMembers(input)));
  }

  @Permit('MEMBER')
  @Mutation(() => AllianceResult, { description: 'Asks all members whether they agree to the text.' })
  async inviteToAlliance(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: InviteToAllianceInput,
  ): Answer {
    return answer(await this.drafts.invite(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => AllianceResult, { description: 'Throws a draft away; gives it as it was.' })
  async discardAllianceDraft(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: AllianceVersionInput,
  ): Answer {
    return answer(await this.drafts.discard(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => AllianceResult, { description: 'Nothing comes of what all were asked about. They are told, with the reason.' })
  async callOffAlliance(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: CallOffAllianceInput,
  ): Answer {
    return answer(await this.drafts.callOff(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => AllianceResult, { description: 'A new version of text or members; everybody is asked again.' })
  async reviseAlliance(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: ReviseAllianceInput,
  ): Answer {
    return answer(await this.drafts.revise(viewer, region, withMembers(input)));
  }

  @Permit('MEMBER')
  @Mutation(() => AllianceResult, { description: 'Another takes the place of a member; everybody is asked again.' })
  async replaceAllianceMember(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: ReplaceAllianceMemberInput,
  ): Answer {
    return answer(await this.drafts.replaceMember(viewer, region, { ...input, by: memberOf(input.by) }));
  }

  @Permit('MEMBER')
  @Mutation(() => AllianceResult, {
    description:
      'Answers for an organisation. The last "Ja" forms the alliance if nobody declined and no bench is empty; "Ja, aber …" with an offer makes a new version. Refused with OFFERS_USED_UP (max), OFFER_UNCHANGED.',
  })
  async answerAllianceInvitation(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') { roundVersion, offer, ...input }: AnswerAllianceInvitationInput,
  ): Answer {
    const given = { ...input, version: roundVersion, offer: offer ? contributionOf(offer) : null };
    return answer(await this.formation.answer(viewer, region, given));
  }

  @Permit('MEMBER')
  @Mutation(() => AllianceResult, {
    description:
      'Back to what a member was asked for before its counter-offer; everybody is asked again. Refused with OFFER_UNKNOWN, OFFER_OVERTAKEN.',
  })
  async undoAllianceOffer(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: UndoAllianceOfferInput,
  ): Answer {
    return answer(await this.offers.undo({ viewer, region }, input));
  }

  @Permit('MEMBER')
  @Mutation(() => AllianceResult, { description: '"Unter Vorbehalt" becomes "Ja".' })
  async confirmAllianceReservation(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: ConfirmAllianceReservationInput,
  ): Answer {
    return answer(await this.formation.confirmReservation(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => AllianceResult, {
    description:
      'Forms the alliance. Refused with OPEN_RESERVATION, NOT_AGREED, BENCH_EMPTY (kind, minimum, filled), or EMPLOYEES_SIDE_UNANSWERED.',
  })
  async formAlliance(@CurrentViewer() viewer: Viewer, @CurrentRegion() region: Region, @Args('input') input: FormAllianceInput): Answer {
    return answer(await this.formation.form(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => AllianceResult, { description: 'Work has begun.' })
  async activateAlliance(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: AllianceVersionInput,
  ): Answer {
    return answer(await this.course.activate(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => AllianceResult, { description: 'Ends it, with what came of it.' })
  async concludeAlliance(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: ConcludeAllianceInput,
  ): Answer {
    return answer(await this.course.conclude(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => AllianceResult)
  async addAllianceMilestone(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: AddAllianceMilestoneInput,
  ): Answer {
    return answer(await this.course.addMilestone(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => CommitmentResult, {
    description: 'A member takes on a task: a Zusage for the alliance. A declaration of intent, no contract.',
  })
  async promiseForAlliance(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: PromiseForAllianceInput,
  ): Promise<typeof CommitmentResult> {
    return answer(await this.course.promise(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => AllianceResult, { description: 'Looks back: it goes on, or something changes. To end it there is `concludeAlliance`.' })
  async reviewAlliance(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: ReviewAllianceInput,
  ): Answer {
    return answer(await this.course.review(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => AllianceResult, {
    description: 'Puts a stance of its own beside the common text, without leaving it. Read by whoever reads the text.',
  })
  async stateAllianceStance(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: StateAllianceStanceInput,
  ): Answer {
    return answer(await this.course.differ(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => AllianceResult)
  async reachAllianceMilestone(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: ReachAllianceMilestoneInput,
  ): Answer {
    return answer(await this.course.reachMilestone(viewer, region, input));
  }
}
