import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { CommitmentResult } from '@knotenpunkt/agreements/api';
import type { Alliance } from '@knotenpunkt/alliances/domain';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { answer, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { AllianceResult, AllianceType } from '../alliance.graphql';
import {
  AllianceStatementVersionInput,
  AnswerAllianceStatementInput,
  EnterAllianceStatementInput,
  OfferAllianceTaskInput,
  OutcomeType,
  TakeAllianceTaskInput,
} from './statement.graphql';
import { StatementLoader } from './statement.loader';
import { StatementService } from './statement.service';
import { TaskService } from './task.service';

type Answer = Promise<typeof AllianceResult>;

/** What members write down for their alliance. */
@Resolver(() => AllianceType)
export class StatementResolver {
  constructor(
    private readonly statements: StatementService,
    private readonly tasks: TaskService,
    private readonly load: StatementLoader,
  ) {}

  @ResolveField(() => [OutcomeType], { description: 'Results and lessons all members have confirmed, the newest day first.' })
  outcomes({ id }: Alliance, _: unknown, context: GraphqlContext): Promise<OutcomeType[]> {
    return this.load.outcomes(context).load(id);
  }

  @Permit('MEMBER')
  @Mutation(() => AllianceResult, {
    description: 'Writes a decision, minutes, a result or a lesson down. Each member is asked whether it is so.',
  })
  async enterAllianceStatement(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') { meeting, minutesId = null, replacesId = null, ...input }: EnterAllianceStatementInput,
  ): Answer {
    const met = meeting ? { ...meeting, nextOn: meeting.nextOn ?? null } : null;
    return answer(await this.statements.enter(viewer, region, { ...input, meeting: met, minutesId, replacesId }));
  }

  @Permit('MEMBER')
  @Mutation(() => AllianceResult, { description: 'A member agrees, abstains or objects. Once all agree or abstain it is confirmed.' })
  async answerAllianceStatement(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: AnswerAllianceStatementInput,
  ): Answer {
    return answer(await this.statements.answer(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => AllianceResult, { description: 'Takes back what is not confirmed yet.' })
  async withdrawAllianceStatement(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: AllianceStatementVersionInput,
  ): Answer {
    return answer(await this.statements.withdraw(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => AllianceResult, { description: 'Writes down a task that somebody can take on. Nobody is given one.' })
  async offerAllianceTask(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') { minutesId = null, ...input }: OfferAllianceTaskInput,
  ): Answer {
    return answer(await this.tasks.offer(viewer, region, { ...input, minutesId }));
  }

  @Permit('MEMBER')
  @Mutation(() => CommitmentResult, { description: 'A member takes a task on: it becomes its Zusage.' })
  async takeAllianceTask(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: TakeAllianceTaskInput,
  ): Promise<typeof CommitmentResult> {
    return answer(await this.tasks.take(viewer, region, input));
  }

  @Permit('MEMBER')
  @Mutation(() => AllianceResult, { description: 'The task is not needed any more.' })
  async dropAllianceTask(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: AllianceStatementVersionInput,
  ): Answer {
    return answer(await this.tasks.drop(viewer, region, input));
  }
}
