import { Args, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { renderMarkdownPage } from '@knotenpunkt/actors/api';
import { CurrentViewer, Permit } from '@knotenpunkt/identity/api';
import type { Viewer } from '@knotenpunkt/identity/domain';
import { DUTY_LIMITS, type DutyPage } from '@knotenpunkt/moderation/domain';
import { answer, type GraphqlContext } from '@knotenpunkt/platform/graphql';
import {
  DutyPageEnum,
  DutyPageResult,
  DutyPageType,
  DutyPageVersionType,
  DutyPreviewType,
  RestoreDutyPageInput,
  WriteDutyPageInput,
} from './duty-page.graphql';
import { DutyPageService } from './duty-page.service';

@Resolver(() => DutyPageType)
export class DutyPageResolver {
  constructor(private readonly service: DutyPageService) {}

  @Permit('ANYONE')
  @Query(() => DutyPageType, { description: 'A page the operator owes its readers.' })
  dutyPage(@Args('page', { type: () => DutyPageEnum }) page: DutyPage): Promise<DutyPageType> {
    return this.service.current(page);
  }

  @ResolveField(() => String, {
    description: 'Its text in the language of the reader, as HTML: no HTML of the author, no pictures, no scripts.',
  })
  html({ textDe, textEn }: DutyPageType, _: unknown, { language }: GraphqlContext): string {
    return renderMarkdownPage(language === 'en' ? textEn : textDe);
  }

  @Permit('PLATFORM_ADMINISTRATOR')
  @Query(() => DutyPreviewType, { description: 'Texts as their page would show them. Nothing is written by it.' })
  dutyPreview(@Args('textDe') textDe: string, @Args('textEn') textEn: string): DutyPreviewType {
    const shown = (text: string) => renderMarkdownPage(text.slice(0, DUTY_LIMITS.text));
    return { htmlDe: shown(textDe), htmlEn: shown(textEn) };
  }

  @Permit('PLATFORM_ADMINISTRATOR')
  @Query(() => [DutyPageVersionType], {
    description: 'What stood there so far, the newest first, 100 at most; last the text made of the settings.',
  })
  dutyPageVersions(
    @CurrentViewer() viewer: Viewer,
    @Args('page', { type: () => DutyPageEnum }) page: DutyPage,
  ): Promise<DutyPageVersionType[]> {
    return this.service.versions(viewer, page);
  }

  @Permit('PLATFORM_ADMINISTRATOR')
  @Mutation(() => DutyPageResult, { description: 'Writes a page of duty anew; what stood there is kept.' })
  async writeDutyPage(@CurrentViewer() viewer: Viewer, @Args('input') input: WriteDutyPageInput): Promise<typeof DutyPageResult> {
    return answer(await this.service.write(viewer, input));
  }

  @Permit('PLATFORM_ADMINISTRATOR')
  @Mutation(() => DutyPageResult, { description: 'Goes back to an earlier text; what stood there meanwhile is kept.' })
  async restoreDutyPage(@CurrentViewer() viewer: Viewer, @Args('input') input: RestoreDutyPageInput): Promise<typeof DutyPageResult> {
    return answer(await this.service.restore(viewer, input));
  }
}
