import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { BACKUPS_KEPT_DAYS } from '@knotenpunkt/kernel';
import { answer, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import { CurrentRegion } from '@knotenpunkt/regions/api';
import type { Region } from '@knotenpunkt/regions/domain';
import { AuthService } from '../auth.service';
import { CurrentViewer, Permit } from '../permit';
import { ErasureService } from './erasure.service';
import { OwnDataService } from './own-data.service';
import {
  DataProtection,
  EraseAddressInput,
  EraseAddressResult,
  EraseOwnAccountInput,
  EraseOwnAccountResult,
  OwnDataSection,
} from './personal-data.graphql';
import { processingsInWords } from './record-of-processing';

@Resolver(() => OwnDataSection)
export class PersonalDataResolver {
  constructor(
    private readonly ownDataOf: OwnDataService,
    private readonly erasure: ErasureService,
    private readonly auth: AuthService,
  ) {}

  @Permit('SIGNED_IN')
  @Query(() => [OwnDataSection], { description: 'What is held on the viewer, table by table, in words.' })
  ownData(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Context() { language }: GraphqlContext,
  ): Promise<OwnDataSection[]> {
    return this.ownDataOf.sections(viewer, region, language);
  }

  @Permit('PLATFORM_ADMINISTRATOR')
  @Query(() => [OwnDataSection], {
    nullable: true,
    description: 'What stands under the mail address of somebody without an account, table by table; null where there is an account.',
  })
  heldAtAddress(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Context() { language }: GraphqlContext,
    @Args('email') email: string,
  ): Promise<OwnDataSection[] | null> {
    return this.ownDataOf.sectionsAt(viewer, region, email, language);
  }

  @Permit('PLATFORM_ADMINISTRATOR')
  @Mutation(() => EraseAddressResult, {
    description: 'Erases in every room what stands under the mail address of somebody without an account. Cannot be undone.',
  })
  async eraseAddress(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Context() { headers }: GraphqlContext,
    @Args('input') input: EraseAddressInput,
  ): Promise<typeof EraseAddressResult> {
    return answer(await this.erasure.eraseAddress(viewer, region, { ...input, token: this.auth.tokenIn(headers) }));
  }

  @Permit('ANYONE')
  @Query(() => DataProtection, { description: 'What is done with personal data, why, and for how long; from the lists of the rooms.' })
  dataProtection(@Context() { language }: GraphqlContext): DataProtection {
    return { processings: processingsInWords(language) as DataProtection['processings'], backupsKeptDays: BACKUPS_KEPT_DAYS };
  }

  @Permit('SIGNED_IN')
  @Mutation(() => EraseOwnAccountResult, {
    description: 'Erases the viewer in every room. What was done for organisations stays without the name. Cannot be undone.',
  })
  async eraseOwnAccount(
    @CurrentViewer() viewer: Viewer,
    @CurrentRegion() region: Region,
    @Context() { headers, language }: GraphqlContext,
    @Args('input') { password }: EraseOwnAccountInput,
  ): Promise<typeof EraseOwnAccountResult> {
    return answer(await this.erasure.eraseOwn(viewer, region, { password, token: this.auth.tokenIn(headers), language }));
  }
}
