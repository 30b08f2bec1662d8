import { Args, Context, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AUDIENCES, mayRead, type Id } from '@knotenpunkt/kernel';
import { audienceOf, type Viewer } from '@knotenpunkt/identity/domain';
import { Mail } from '@knotenpunkt/platform/mail';
import { answer, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { Acts } from './acts';
import { AuthService } from './auth.service';
import { DemoLogins } from './demo-logins';
import {
  ActType,
  DemoLogin,
  EndMandateInput,
  EndMandateResult,
  GrantMandateInput,
  GrantMandateResult,
  OutgoingMailType,
  PersonMandate,
  ViewerType,
} from './identity.graphql';
import { MandateService } from './mandate.service';
import { CurrentViewer, Permit } from './permit';

@Resolver(() => ViewerType)
export class IdentityResolver {
  constructor(
    private readonly auth: AuthService,
    private readonly mandates: MandateService,
    private readonly acts: Acts,
    private readonly demoLogins: DemoLogins,
    private readonly mail: Mail,
  ) {}

  @Permit('SIGNED_IN')
  @Mutation(() => Boolean, { description: 'Keeps the language of this request as the one the viewer gets mails in.' })
  async rememberLanguage(@CurrentViewer() viewer: Viewer, @Context() { language }: GraphqlContext): Promise<boolean> {
    if (viewer.personId !== null) await this.auth.rememberLanguage(viewer.personId, language);
    return true;
  }

  @Permit('ANYONE')
  @Query(() => ViewerType, { description: 'Who asks.' })
  viewer(@CurrentViewer() viewer: Viewer): ViewerType {
    return viewer;
  }

  @Permit('ANYONE')
  @Query(() => [DemoLogin], { description: 'Logins of an invented region; empty in production.' })
  demoLoginList(@CurrentRegion() region: Region, @Context() context: GraphqlContext): DemoLogin[] {
    return this.demoLogins.of(region, context.language);
  }

  @Permit('ANYONE')
  @Query(() => [ActType], { description: 'What happened last in the region, as far as the viewer may know.' })
  latestActs(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('first', { type: () => Int, defaultValue: 10 }) first: number,
  ): Promise<ActType[]> {
    const reader = audienceOf(viewer);
    return this.acts.latest(
      region.id,
      AUDIENCES.filter((audience) => mayRead(reader, audience)),
      Math.min(Math.max(first, 1), 100),
    );
  }

  @Permit('MEMBER')
  @Query(() => [PersonMandate], { description: 'Who acts for an organisation; empty for those who neither act for it nor decide on it.' })
  mandatesOfActor(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('actorId', { type: () => ID }) actorId: Id,
  ): Promise<PersonMandate[]> {
    return this.mandates.ofActor(viewer, region, actorId);
  }

  @Permit('PLATFORM_ADMINISTRATOR')
  @Query(() => [OutgoingMailType], { description: 'The newest mails; where no mail server is configured, what would have gone out.' })
  outgoingMails(@Args('first', { type: () => Int, defaultValue: 20 }) first: number): Promise<OutgoingMailType[]> {
    return this.mail.newest(Math.min(Math.max(first, 1), 100));
  }

  @Permit('PLATFORM_ADMINISTRATOR')
  @Query(() => Boolean, { description: 'Whether mails go out; false: no mail server is configured, they are only kept.' })
  mailsGoOut(): boolean {
    return this.mail.goesOut;
  }

  @Permit('MEMBER')
  @Mutation(() => GrantMandateResult, { description: 'Gives a person a mandate for an organisation.' })
  async grantMandate(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: GrantMandateInput,
  ): Promise<typeof GrantMandateResult> {
    return answer(await this.mandates.grant(viewer, region, { ...input, untilOn: input.untilOn ?? null }));
  }

  @Permit('MEMBER')
  @Mutation(() => EndMandateResult, { description: 'Ends a mandate; the person keeps the account.' })
  async endMandate(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Args('input') input: EndMandateInput,
  ): Promise<typeof EndMandateResult> {
    return answer(await this.mandates.end(viewer, region, input.id, input.expectedVersion));
  }
}
