import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { answer, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import { AccountSecurityService } from './account-security.service';
import { AuthService } from './auth.service';
import type { SignedIn } from './identification';
import {
  AccountChangedResult,
  AddPasskeyInput,
  AuthenticatorProposedResult,
  ChangeOwnNameInput,
  ConfirmAuthenticatorInput,
  EndOwnSessionInput,
  OwnAccountType,
  OwnPasswordInput,
  OwnSignOn,
  OwnSignOnInput,
  PasskeyProposedResult,
  RemovePasskeyInput,
  RequestAddressInput,
  SignOnServiceType,
} from './own-account.graphql';
import { CurrentViewer, Permit } from './permit';
import { SignOnService } from './sign-on.service';

@Resolver(() => OwnAccountType)
export class OwnAccountResolver {
  constructor(
    private readonly account: AccountSecurityService,
    private readonly auth: AuthService,
    private readonly signOn: SignOnService,
  ) {}

  @Permit('ANYONE')
  @Query(() => [SignOnServiceType], { description: 'Services of this installation by which people sign in.' })
  signOnServices(): SignOnServiceType[] {
    return this.signOn.services();
  }

  @Permit('SIGNED_IN')
  @Query(() => OwnAccountType, { nullable: true, description: 'How the viewer signs in, and where.' })
  ownAccount(@CurrentViewer() viewer: Viewer, @Context() context: GraphqlContext): Promise<OwnAccountType | null> {
    return this.account.of(this.who(viewer, context));
  }

  @Permit('SIGNED_IN')
  @Mutation(() => AccountChangedResult, {
    description: 'Asks a new mail address whether it is the viewer’s, and tells the old one. Whether it is somebody else’s is not told.',
  })
  async requestAddress(
    @CurrentViewer() viewer: Viewer,
    @Context() context: GraphqlContext,
    @Args('input') input: RequestAddressInput,
  ): Promise<typeof AccountChangedResult> {
    return answer(await this.account.requestAddress(this.who(viewer, context), input.email, input.password));
  }

  @Permit('SIGNED_IN')
  @Mutation(() => AccountChangedResult, { description: 'Sets the viewer’s name right, wherever it stands.' })
  async changeOwnName(
    @CurrentViewer() viewer: Viewer,
    @Context() context: GraphqlContext,
    @Args('input') input: ChangeOwnNameInput,
  ): Promise<typeof AccountChangedResult> {
    return answer(await this.account.changeName(this.who(viewer, context), input.name));
  }

  @Permit('SIGNED_IN')
  @Mutation(() => AccountChangedResult, { description: 'Ends one of the viewer’s sessions.' })
  async endOwnSession(
    @CurrentViewer() viewer: Viewer,
    @Context() context: GraphqlContext,
    @Args('input') input: EndOwnSessionInput,
  ): Promise<typeof AccountChangedResult> {
    return answer(await this.account.endSession(this.who(viewer, context), input.id));
  }

  @Permit('SIGNED_IN')
  @Mutation(() => AccountChangedResult, { description: 'Ends all of the viewer’s sessions but this one.' })
  async endOtherSessions(@CurrentViewer() viewer: Viewer, @Context() context: GraphqlContext): Promise<typeof AccountChangedResult> {
    return answer(await this.account.endOtherSessions(this.who(viewer, context)));
  }

  @Permit('SIGNED_IN')
  @Mutation(() => AuthenticatorProposedResult, { description: 'A secret for an authenticator app; it counts once it is confirmed.' })
  async proposeAuthenticator(
    @CurrentViewer() viewer: Viewer,
    @Context() context: GraphqlContext,
    @Args('input') input: OwnPasswordInput,
  ): Promise<typeof AuthenticatorProposedResult> {
    return answer(await this.account.proposeAuthenticator(this.who(viewer, context), input.password));
  }

  @Permit('SIGNED_IN')
  @Mutation(() => AccountChangedResult, { description: 'Lets the app count, by a code of it. Other sessions end.' })
  async confirmAuthenticator(
    @CurrentViewer() viewer: Viewer,
    @Context() context: GraphqlContext,
    @Args('input') input: ConfirmAuthenticatorInput,
  ): Promise<typeof AccountChangedResult> {
    return answer(await this.account.confirmAuthenticator(this.who(viewer, context), input.code));
  }

  @Permit('SIGNED_IN')
  @Mutation(() => AccountChangedResult)
  async removeAuthenticator(
    @CurrentViewer() viewer: Viewer,
    @Context() context: GraphqlContext,
    @Args('input') input: OwnPasswordInput,
  ): Promise<typeof AccountChangedResult> {
    return answer(await this.account.removeAuthenticator(this.who(viewer, context), input.password));
  }

  @Permit('SIGNED_IN')
  @Mutation(() => AccountChangedResult, { description: 'New recovery codes; the old ones no longer count.' })
  async renewRecoveryCodes(
    @CurrentViewer() viewer: Viewer,
    @Context() context: GraphqlContext,
    @Args('input') input: OwnPasswordInput,
  ): Promise<typeof AccountChangedResult> {
    return answer(await this.account.renewRecoveryCodes(this.who(viewer, context), input.password));
  }

  @Permit('SIGNED_IN')
  @Mutation(() => PasskeyProposedResult, { description: 'What a browser is asked to make a passkey of.' })
  async proposePasskey(
    @CurrentViewer() viewer: Viewer,
    @Context() context: GraphqlContext,
    @Args('input') input: OwnPasswordInput,
  ): Promise<typeof PasskeyProposedResult> {
    const proposed = await this.account.proposePasskey(this.who(viewer, context), input.password, context.headers);
    return answer(proposed.ok ? { ...proposed, value: { ...proposed.value, options: JSON.stringify(proposed.value.options) } } : proposed);
  }

  @Permit('SIGNED_IN')
  @Mutation(() => AccountChangedResult, { description: 'Keeps a passkey that the browser has made. Other sessions end.' })
  async addPasskey(
    @CurrentViewer() viewer: Viewer,
    @Context() context: GraphqlContext,
    @Args('input') input: AddPasskeyInput,
  ): Promise<typeof AccountChangedResult> {
    return answer(await this.account.addPasskey(this.who(viewer, context), input, context.headers));
  }

  @Permit('SIGNED_IN')
  @Mutation(() => AccountChangedResult)
  async removePasskey(
    @CurrentViewer() viewer: Viewer,
    @Context() context: GraphqlContext,
    @Args('input') input: RemovePasskeyInput,
  ): Promise<typeof AccountChangedResult> {
    return answer(await this.account.removePasskey(this.who(viewer, context), input.password, input.id));
  }

  @Permit('SIGNED_IN')
  @Mutation(() => AccountChangedResult, { description: 'Parts a service from the account: nobody signs in by it any more.' })
  async unlinkSignOn(
    @CurrentViewer() viewer: Viewer,
    @Context() context: GraphqlContext,
    @Args('input') { password, key }: OwnSignOnInput,
  ): Promise<typeof AccountChangedResult> {
    return answer(await this.account.unlinkSignOn(this.who(viewer, context), password, key));
  }

  @Permit('SIGNED_IN')
  @Mutation(() => AccountChangedResult, { description: 'Lets a service that was parted be linked again.' })
  async allowSignOn(
    @CurrentViewer() viewer: Viewer,
    @Context() context: GraphqlContext,
    @Args('input') { password, key }: OwnSignOnInput,
  ): Promise<typeof AccountChangedResult> {
    return answer(await this.account.allowSignOn(this.who(viewer, context), password, key));
  }

  @ResolveField(() => [OwnSignOn])
  signOns({ services }: OwnAccountType): OwnSignOn[] {
    const names = new Map(this.signOn.services().map(({ key, name }) => [key, name]));
    return services.map((service) => ({ ...service, name: names.get(service.key) ?? service.key }));
  }

  private who(viewer: Viewer, { headers }: GraphqlContext): SignedIn {
    return { personId: viewer.personId!, token: this.auth.tokenIn(headers) ?? '' };
  }
}
