import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { answer } from '@knotenpunkt/platform/graphql';
import { BlockPersonInput, PersonAccessResult, PersonAccessType, UnblockPersonInput } from './access.graphql';
import { AccessService } from './access.service';
import { CurrentViewer, Permit } from './permit';

@Resolver(() => PersonAccessType)
export class AccessResolver {
  constructor(private readonly access: AccessService) {}

  @Permit('PLATFORM_ADMINISTRATOR')
  @Query(() => [PersonAccessType], {
    description: 'Persons whose name or address holds a text, 50 at most; without one those whose access is blocked.',
  })
  persons(@Args('search', { defaultValue: '' }) search: string): Promise<PersonAccessType[]> {
    return this.access.find(search);
  }

  @Permit('PLATFORM_ADMINISTRATOR')
  @Mutation(() => PersonAccessResult, {
    description: 'Ends all sessions of a person and lets none begin; links in mails to the person no longer act. What was done stays.',
  })
  async blockPerson(@CurrentViewer() viewer: Viewer, @Args('input') input: BlockPersonInput): Promise<typeof PersonAccessResult> {
    return answer(await this.access.block(viewer, input.personId, input.reason));
  }

  @Permit('PLATFORM_ADMINISTRATOR')
  @Mutation(() => PersonAccessResult, { description: 'Lets a person sign in again.' })
  async unblockPerson(@CurrentViewer() viewer: Viewer, @Args('input') input: UnblockPersonInput): Promise<typeof PersonAccessResult> {
    return answer(await this.access.open(viewer, input.personId));
  }
}
