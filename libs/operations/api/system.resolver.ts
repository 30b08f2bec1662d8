import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Permit } from '@knotenpunkt/identity/api';
import { answer } from '@knotenpunkt/platform/graphql';
import { RetryMessageInput, SystemStateResult, SystemStateType } from './system.graphql';
import { SystemService } from './system.service';

@Resolver(() => SystemStateType)
export class SystemResolver {
  constructor(private readonly system: SystemService) {}

  @Permit('PLATFORM_ADMINISTRATOR')
  @Query(() => SystemStateType, { description: 'How the installation is doing: data, graph, mails, jobs, backup.' })
  systemState(): Promise<SystemStateType> {
    return this.system.state();
  }

  @Permit('PLATFORM_ADMINISTRATOR')
  @Mutation(() => SystemStateResult, { description: 'Tries a change again that was set aside on its way into the graph.' })
  async retryMessage(@Args('input') input: RetryMessageInput): Promise<typeof SystemStateResult> {
    return answer(await this.system.retryMessage(input.id));
  }

  @Permit('PLATFORM_ADMINISTRATOR')
  @Mutation(() => SystemStateResult, { description: 'Sends the mails again that nobody tries to send any more.' })
  async retryMails(): Promise<typeof SystemStateResult> {
    return answer(await this.system.retryMails());
  }

  @Permit('PLATFORM_ADMINISTRATOR')
  @Mutation(() => SystemStateResult, { description: 'Tries the other jobs again that were given up.' })
  async retryJobs(): Promise<typeof SystemStateResult> {
    return answer(await this.system.retryJobs());
  }
}
