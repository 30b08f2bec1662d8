import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { answer, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import { BlockPersonInput, PersonAccessResult, PersonAccessType, TakeAwaySecondFactorInput, UnblockPersonInput } from './access.graphql';
import { AccessService } from './access.service';
import { AuthService } from './auth.service';
import { LostFactorService } from './lost-factor.service';
import { CurrentViewer, Permit } from './permit';

@Resolver(() => PersonAccessType)
export class AccessResolver {
  constructor(
    private readonly access: AccessService,
    private readonly lostFactors: LostFactorService,
    private readonly auth: AuthService,
  ) {}

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

  @Permit('PLATFORM_ADMINISTRATOR')
  @Mutation(() => PersonAccessResult, {
    description: 'Takes away what a person has lost: app, passkeys and recovery codes. Sessions end, and the person is told why.',
  })
  async takeAwaySecondFactor(
    @CurrentViewer() viewer: Viewer,
    @Context() { headers }: GraphqlContext,
    @Args('input') { personId, ...given }: TakeAwaySecondFactorInput,
  ): Promise<typeof PersonAccessResult> {
    return answer(await this.lostFactors.takeAway(viewer, this.auth.tokenIn(headers) ?? '', personId, given));
  }
}
